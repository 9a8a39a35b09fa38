import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { PictureRow } from './picture-row.ts';
import type { CellInterval } from './row-intervals.ts';

/** By how many people a cell of table 1 grows (or shrinks) on a day. */
export type DayDelta = {
  readonly row: PictureRow;
  readonly column: string;
  readonly day: LocalDate;
  readonly delta: number;
};

/** How one person's counting changed: intervals as they were and as they are. */
export type CountingChange = { readonly before: readonly CellInterval[]; readonly after: readonly CellInterval[] };

/**
 * The changes of many people as deltas by day: the value of a cell on any day is the sum of its deltas up to that
 * day. Nothing that cancels out is given. In order of row, column and day, so that writers never lock crosswise.
 */
export const dayDeltas = (changes: readonly CountingChange[]): readonly DayDelta[] => {
  const sums = new Map<string, number>();
  const add = (cell: CellInterval, day: LocalDate | undefined, delta: number): void => {
    if (day === undefined) return;
    const key = `${cell.row}|${cell.column}|${day}`;
    sums.set(key, (sums.get(key) ?? 0) + delta);
  };
  const count = (cells: readonly CellInterval[], sign: 1 | -1): void => {
    for (const cell of cells) {
      add(cell, cell.from, sign);
      add(cell, cell.to, -sign);
    }
  };
  for (const change of changes) {
    count(change.before, -1);
    count(change.after, 1);
  }
  return [...sums]
    .filter(([, delta]) => delta !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, delta]) => {
      const [row, column, day] = key.split('|') as [PictureRow, string, LocalDate];
      return { row, column, day, delta };
    });
};
