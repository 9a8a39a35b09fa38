import type { LocalDate } from '@tyovayla/kernel/local-date';
import { type RuleBook, versionOn } from '@tyovayla/kernel/rule-book';
import { type Rates, ratesOf } from '../rates/rates.ts';
import { labourForceOn, type ReferenceFigures } from '../reference/reference-figures.ts';
import { hiddenCells, hiddenOnAny, type IsHidden } from '../suppression/hidden-cells.ts';
import type { SmallCellParameters } from '../suppression/rules/small-cell-rule.ts';
import { totalColumn } from './column.ts';
import { type CountTable, meanTable, totalOf } from './count-table.ts';
import { type PictureRow, pictureRows } from './picture-row.ts';

/** For whom numbers are shown: callers outside the authority don't get small ones. */
export type Audience = 'AUTHORITY' | 'OUTSIDE';

/** One number; without a value where it is hidden from the caller. `column`: municipality, or "total". */
export type PictureCell = { readonly column: string; readonly value?: number };

export type PictureRowCells = { readonly row: PictureRow; readonly cells: readonly PictureCell[] };

export type ColumnRates = Rates & { readonly column: string; readonly labourForce?: number };

/** Table 1 and the rates as one caller sees them. */
export type SituationPicture = {
  /** The day counted; of several, the last. */
  readonly day: LocalDate;
  readonly countingDays: number;
  readonly rows: readonly PictureRowCells[];
  readonly rates: readonly ColumnRates[];
  readonly withheldInTotalOnly: boolean;
};

/** A counted day: its table as the projection has it. */
export type CountedDay = { readonly day: LocalDate; readonly table: CountTable };

/** What a picture is made with besides the counts. */
export type PictureFrame = {
  readonly figures: ReferenceFigures;
  readonly smallCells: RuleBook<SmallCellParameters>;
  readonly audience: Audience;
};

const nothingHidden: IsHidden = () => false;

/** What is hidden on one counted day: the same in every answer, so that no two answers give away a number together. */
export const hiddenOnDay = ({ day, table }: CountedDay, frame: PictureFrame): IsHidden => {
  if (frame.audience === 'AUTHORITY') return nothingHidden;
  const version = versionOn(frame.smallCells, day);
  return version === undefined ? nothingHidden : hiddenCells(table, version.params);
};

/** One row of a table, municipalities and then the total, without the hidden numbers. */
export const cellsOf = (
  counted: { readonly row: PictureRow; readonly table: CountTable; readonly isHidden: IsHidden },
  municipalities: readonly string[],
): readonly PictureCell[] => {
  const { row, table, isHidden } = counted;
  const cell = (column: string, value: number, hidden: boolean): PictureCell =>
    hidden ? { column } : { column, value };
  return [
    ...municipalities.map((code, index) => cell(code, table[row].byMunicipality[index] ?? 0, isHidden(row, index))),
    cell(totalColumn, totalOf(table[row]), isHidden(row, 'total')),
  ];
};

const ratesByColumn = (
  rows: readonly PictureRowCells[],
  figures: ReferenceFigures,
  day: LocalDate,
): readonly ColumnRates[] => {
  const persons = labourForceOn(figures, day)?.persons;
  const labourForceOf = (column: string): number | undefined => {
    if (persons === undefined) return undefined;
    return column === totalColumn ? Object.values(persons).reduce((sum, count) => sum + count, 0) : persons[column];
  };
  const shownValue = (row: PictureRow, column: string): number | undefined =>
    rows.find((each) => each.row === row)?.cells.find((cell) => cell.column === column)?.value;
  return [...figures.municipalities, totalColumn].map((column) => {
    const labourForce = labourForceOf(column);
    const rates = ratesOf({
      unemployed: shownValue('unemployedJobseekers', column),
      broad: shownValue('broadUnemployment', column),
      labourForce,
    });
    return { column, ...(labourForce === undefined ? {} : { labourForce }), ...rates };
  });
};

/**
 * The situation picture of one or more counted days, as the audience may see it: rows in the order of table 1,
 * municipalities in the order of their codes and then the total; of several days the mean. Rates come from what is
 * shown, so nothing hidden is in a rate. Outside the authority it is always said that withheld people may be in the
 * total only, so that nobody learns whether there are any. Throws where no day is given.
 */
export const situationPicture = (days: readonly CountedDay[], frame: PictureFrame): SituationPicture => {
  const last = days.at(-1);
  if (last === undefined) throw new Error('no day to show');
  const table = meanTable(days.map((counted) => counted.table));
  const isHidden = hiddenOnAny(days.map((counted) => hiddenOnDay(counted, frame)));
  const { figures, audience } = frame;
  const rows = pictureRows.map((row) => ({ row, cells: cellsOf({ row, table, isHidden }, figures.municipalities) }));
  return {
    day: last.day,
    countingDays: days.length,
    rows,
    rates: ratesByColumn(rows, figures, last.day),
    withheldInTotalOnly: audience === 'OUTSIDE' || pictureRows.some((row) => table[row].totalOnly > 0),
  };
};
