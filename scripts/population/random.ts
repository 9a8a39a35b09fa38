import { seededRandom as seededNumbers } from '@tyovayla/testing/seeded-random';

/** Chance from a seed: the same seed makes the same people on every machine. */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** An integer from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
};

export const seededRandom = (seed: number): Random => {
  const next = seededNumbers(seed);
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
};
