import { type CountTable, totalOf } from '../picture/count-table.ts';
import { type PictureRow, pictureRows } from '../picture/picture-row.ts';

/**
 * Numbers that no row of table 1 shows but that anybody gets by subtraction; they are small groups of people too.
 * "Long-term unemployed" less "under 60 of them", for instance, are those who turned 60.
 */
export type ImpliedRow =
  | 'inServices'
  | 'otherJobseekers'
  | 'longTermFrom60'
  | 'unemployedFrom25'
  | 'finnishUnemployed'
  | 'otherUnemployed'
  | 'otherInServices'
  | 'withoutSubsidy300';

type AnyRow = PictureRow | ImpliedRow;

/** One row is the sum of others, in every column. Implied rows are defined here from left to right. */
const sums: readonly { readonly whole: AnyRow; readonly parts: readonly AnyRow[] }[] = [
  {
    whole: 'structuralUnemployment',
    parts: ['longTermUnemployed', 'ltuEquivalent', 'fromServiceUnemployed', 'serviceToService'],
  },
  { whole: 'broadUnemployment', parts: ['unemployedJobseekers', 'inServices'] },
  { whole: 'allJobseekers', parts: ['broadUnemployment', 'otherJobseekers'] },
  { whole: 'longTermUnemployed', parts: ['ltuUnder60', 'longTermFrom60'] },
  { whole: 'unemployedJobseekers', parts: ['under25', 'unemployedFrom25'] },
  { whole: 'unemployedJobseekers', parts: ['foreign', 'finnishUnemployed'] },
  {
    whole: 'unemployedJobseekers',
    parts: ['longTermUnemployed', 'ltuEquivalent', 'fromServiceUnemployed', 'otherUnemployed'],
  },
  { whole: 'inServices', parts: ['serviceToService', 'otherInServices'] },
  { whole: 'allJobseekers', parts: ['labourMarketSubsidy300', 'withoutSubsidy300'] },
];

const impliedRows: readonly ImpliedRow[] = [
  'inServices',
  'otherJobseekers',
  'longTermFrom60',
  'unemployedFrom25',
  'finnishUnemployed',
  'otherUnemployed',
  'otherInServices',
  'withoutSubsidy300',
];

/** A cell of the table with its implied rows and with the column of those who are in the total only. */
export type RelationCell = {
  readonly row: AnyRow;
  readonly column: number;
  readonly value: number;
  /** Whether the picture has it at all: implied rows and the total-only column are never told. */
  readonly told: boolean;
  readonly kind: 'MUNICIPALITY' | 'TOTAL_ONLY' | 'TOTAL';
};

/** whole = sum of parts; indices of cells. */
export type Relation = { readonly whole: number; readonly parts: readonly number[] };

export type RelationTable = { readonly cells: readonly RelationCell[]; readonly relations: readonly Relation[] };

const columnsOf = (table: CountTable, row: PictureRow): readonly number[] => [
  ...table[row].byMunicipality,
  table[row].totalOnly,
  totalOf(table[row]),
];

const withImpliedRows = (table: CountTable): ReadonlyMap<AnyRow, readonly number[]> => {
  const values = new Map<AnyRow, readonly number[]>(pictureRows.map((row) => [row, columnsOf(table, row)]));
  for (const { whole, parts } of sums) {
    const implied = parts.find((part) => !values.has(part));
    const wholeValues = values.get(whole);
    if (implied === undefined || wholeValues === undefined) continue;
    const others = parts.filter((part) => part !== implied);
    const rest = (column: number): number =>
      others.reduce((left, part) => left - (values.get(part)?.[column] ?? 0), wholeValues[column] ?? 0);
    values.set(
      implied,
      wholeValues.map((_, column) => rest(column)),
    );
  }
  return values;
};

/**
 * All cells of a day's table and all sums that tie them together, for the question what can be worked out from the
 * cells that are told. Cells are in the order of rows, then municipalities, total-only, total.
 */
export const relationTable = (table: CountTable): RelationTable => {
  const values = withImpliedRows(table);
  const rows: readonly AnyRow[] = [...pictureRows, ...impliedRows];
  const width = table.allJobseekers.byMunicipality.length + 2;
  const kindOf = (column: number): RelationCell['kind'] => {
    if (column === width - 1) return 'TOTAL';
    return column === width - 2 ? 'TOTAL_ONLY' : 'MUNICIPALITY';
  };
  const cells = rows.flatMap((row, rowIndex) =>
    (values.get(row) ?? []).map((value, column): RelationCell => {
      const kind = kindOf(column);
      return { row, column, value, kind, told: rowIndex < pictureRows.length && kind !== 'TOTAL_ONLY' };
    }),
  );
  const at = (row: AnyRow, column: number): number => rows.indexOf(row) * width + column;
  const columns = Array.from({ length: width }, (_, column) => column);
  const acrossMunicipalities = rows.map((row) => ({
    whole: at(row, width - 1),
    parts: columns.slice(0, -1).map((column) => at(row, column)),
  }));
  const acrossRows = sums.flatMap(({ whole, parts }) =>
    columns.map((column) => ({ whole: at(whole, column), parts: parts.map((part) => at(part, column)) })),
  );
  return { cells, relations: [...acrossMunicipalities, ...acrossRows] };
};
