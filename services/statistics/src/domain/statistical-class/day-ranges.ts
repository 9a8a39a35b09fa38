/**
 * Sets of days as a flat list [from, to, from, to, …] of half-open ranges in order of time, none empty, none touching
 * the next. Flat numbers, because the projection counts hundreds of thousands of people.
 */
export type DayRanges = readonly number[];

const noDay = Number.MIN_SAFE_INTEGER;

/** Adds a range that starts no earlier than the last one; joins it where they touch or lie within `gap` days. */
export const appendRange = (ranges: number[], from: number, to: number, gap = 0): void => {
  if (to <= from) return;
  const last = ranges.length - 1;
  const lastTo = ranges[last] ?? noDay;
  if (last > 0 && from - lastTo <= gap) {
    if (to > lastTo) ranges[last] = to;
    return;
  }
  ranges.push(from, to);
};

/** Days in either set. */
export const unionOf = (left: DayRanges, right: DayRanges): DayRanges => {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const union: number[] = [];
  let [l, r] = [0, 0];
  while (l < left.length || r < right.length) {
    const takeLeft = r >= right.length || (l < left.length && (left[l] as number) <= (right[r] as number));
    const source = takeLeft ? left : right;
    const at = takeLeft ? l : r;
    appendRange(union, source[at] as number, source[at + 1] as number);
    if (takeLeft) l += 2;
    else r += 2;
  }
  return union;
};

/** Days in both sets. */
export const intersectionOf = (left: DayRanges, right: DayRanges): DayRanges => {
  const intersection: number[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) {
    const from = Math.max(left[l] as number, right[r] as number);
    const leftTo = left[l + 1] as number;
    const rightTo = right[r + 1] as number;
    appendRange(intersection, from, Math.min(leftTo, rightTo));
    if (leftTo <= rightTo) l += 2;
    else r += 2;
  }
  return intersection;
};

/** Days in the first set that aren't in the second. */
export const differenceOf = (ranges: DayRanges, without: DayRanges): DayRanges => {
  if (ranges.length === 0 || without.length === 0) return ranges;
  const difference: number[] = [];
  for (let index = 0; index < ranges.length; index += 2) {
    let from = ranges[index] as number;
    const to = ranges[index + 1] as number;
    for (let cut = 0; cut < without.length && (without[cut] as number) < to; cut += 2) {
      appendRange(difference, from, Math.min(without[cut] as number, to));
      from = Math.max(from, without[cut + 1] as number);
    }
    appendRange(difference, from, to);
  }
  return difference;
};

/** How many days of the set lie before `day`. */
export const daysBefore = (ranges: DayRanges, day: number): number => {
  let days = 0;
  for (let index = 0; index < ranges.length && (ranges[index] as number) < day; index += 2)
    days += Math.min(ranges[index + 1] as number, day) - (ranges[index] as number);
  return days;
};
