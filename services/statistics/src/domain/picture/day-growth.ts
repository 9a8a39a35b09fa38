import type { LocalDate } from '@tyovayla/kernel/local-date';
import { type PictureRow, pictureRows } from './picture-row.ts';
import type { CellInterval } from './row-intervals.ts';

/** By how many people table 1 grows (or shrinks) on a day in one column; `byRow` in the order of `pictureRows`. */
export type DayGrowth = { readonly day: LocalDate; readonly column: string; readonly byRow: readonly number[] };

/** How one person's counting changed: intervals as they were and as they are. */
export type CountingChange = { readonly before: readonly CellInterval[]; readonly after: readonly CellInterval[] };

/** Adds up the changes of any number of people; its size depends on days and columns, not on people. */
export type GrowthSheet = {
  add(change: CountingChange): void;
  /**
   * The value of a cell on any day is the sum of its growth up to that day. Days on which everything cancels out are
   * left out. In order of day and column, so that writers never lock crosswise.
   */
  growths(): readonly DayGrowth[];
};

const rowAt = new Map<PictureRow, number>(pictureRows.map((row, at) => [row, at]));

/** An empty sheet. */
export const growthSheet = (): GrowthSheet => {
  const sheet = new Map<LocalDate, Map<string, number[]>>();
  const note = (cell: CellInterval, day: LocalDate | undefined, people: number): void => {
    if (day === undefined) return;
    const columns = sheet.get(day) ?? new Map<string, number[]>();
    sheet.set(day, columns);
    const byRow = columns.get(cell.column) ?? pictureRows.map(() => 0);
    columns.set(cell.column, byRow);
    const at = rowAt.get(cell.row) ?? 0;
    byRow[at] = (byRow[at] ?? 0) + people;
  };
  const count = (cells: readonly CellInterval[], people: 1 | -1): void => {
    for (const cell of cells) {
      note(cell, cell.from, people);
      note(cell, cell.to, -people);
    }
  };
  return {
    add: ({ before, after }) => {
      count(before, -1);
      count(after, 1);
    },
    growths: () =>
      [...sheet]
        .flatMap(([day, columns]) => [...columns].map(([column, byRow]) => ({ day, column, byRow })))
        .filter(({ byRow }) => byRow.some((people) => people !== 0))
        .sort((a, b) => (`${a.day}${a.column}` < `${b.day}${b.column}` ? -1 : 1)),
  };
};
