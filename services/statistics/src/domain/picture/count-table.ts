import { withheldColumn } from './column.ts';
import { type PictureRow, pictureRows } from './picture-row.ts';

/** How many people are in one row of table 1 on a day; a mean where several days were averaged. */
export type RowCounts = {
  /** In the order of the area's municipalities. */
  readonly byMunicipality: readonly number[];
  /** People in the total only: municipality withheld, or a home outside the area. */
  readonly totalOnly: number;
};

/** Table 1 as counted, before anything is hidden. */
export type CountTable = Readonly<Record<PictureRow, RowCounts>>;

/** One stored sum: people in a row and a column (a municipality, or `withheld`). */
export type CellSum = { readonly row: PictureRow; readonly column: string; readonly count: number };

/** The area's number: all municipalities and those who are in the total only. */
export const totalOf = (counts: RowCounts): number =>
  counts.byMunicipality.reduce((sum, count) => sum + count, counts.totalOnly);

const tableFrom = (rowCounts: (row: PictureRow) => RowCounts): CountTable =>
  Object.fromEntries(pictureRows.map((row) => [row, rowCounts(row)])) as CountTable;

/** Table 1 from stored sums. A column that isn't one of the area's municipalities is counted in the total only. */
export const countTable = (municipalities: readonly string[], sums: readonly CellSum[]): CountTable => {
  const known = new Map<string, number>(sums.map((sum) => [`${sum.row}|${sum.column}`, sum.count]));
  const elsewhere = new Set(sums.map((sum) => sum.column).filter((column) => !municipalities.includes(column)));
  elsewhere.add(withheldColumn);
  const countAt = (row: PictureRow, column: string): number => known.get(`${row}|${column}`) ?? 0;
  return tableFrom((row) => ({
    byMunicipality: municipalities.map((code) => countAt(row, code)),
    totalOnly: [...elsewhere].reduce((sum, column) => sum + countAt(row, column), 0),
  }));
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean of several days' tables, cell by cell, unrounded. Throws where there is none. */
export const meanTable = (tables: readonly CountTable[]): CountTable => {
  const [first] = tables;
  if (first === undefined) throw new Error('no day to average');
  return tableFrom((row) => ({
    byMunicipality: first[row].byMunicipality.map((_, index) =>
      mean(tables.map((table) => table[row].byMunicipality[index] ?? 0)),
    ),
    totalOnly: mean(tables.map((table) => table[row].totalOnly)),
  }));
};
