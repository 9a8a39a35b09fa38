import { pictureRows } from '../api/codes.ts';
import type { PictureView, RatesView, RowCellsView, StatedPictureView } from '../api/picture-schemas.ts';

/** Table 1 of the area's plan, as a test's own copy: rows in the order of the contract, municipalities, total. */
const stated: readonly (readonly number[])[] = [
  [2112, 518, 216, 233, 1479, 321, 4879],
  [1190, 286, 130, 127, 801, 174, 2708],
  [1804, 423, 184, 190, 1286, 277, 4164],
  [686, 141, 56, 74, 440, 101, 1498],
  [349, 65, 27, 35, 211, 46, 733],
  [136, 32, 14, 16, 87, 20, 305],
  [167, 38, 13, 20, 109, 27, 374],
  [34, 5, 3, 2, 34, 7, 85],
  [124, 27, 10, 12, 107, 11, 291],
  [141, 5, 2, 6, 47, 9, 210],
  [264, 42, 16, 23, 148, 31, 524],
  [322, 54, 19, 17, 219, 33, 664],
];
const labourForce = [8200, 3530, 1146, 1232, 9569, 1476, 25153];
const statedActivation = [34, 32.3, 29.2, 35.7, 37.7, 37.3, 34.4];

export const columns = ['240', '241', '751', '845', '851', '976', 'total'] as const;

const structuralRow = 3;
/** Computed from people the structural row is the sum of its parts, which the plan's rounded means miss by one. */
const computed = stated.map((row, at) =>
  at === structuralRow
    ? row.map((_, column) => [4, 5, 6, 7].reduce((sum, part) => sum + (stated[part]?.[column] ?? 0), 0))
    : row,
);

const cellsOf = (values: readonly number[], smallFrom: number): RowCellsView['cells'] =>
  columns.map((municipalityCode, column) => {
    const value = values[column] ?? 0;
    const suppressed = value > 0 && value < smallFrom && municipalityCode !== 'total';
    return suppressed ? { municipalityCode, suppressed } : { municipalityCode, value, suppressed };
  });

const rowsOf = (table: readonly (readonly number[])[], smallFrom = 0): RowCellsView[] =>
  table.map((values, at) => ({ row: pictureRows[at] ?? '', cells: cellsOf(values, smallFrom) }));

const ratesOf = (table: readonly (readonly number[])[]): RatesView[] =>
  columns.map((municipalityCode, column) => {
    const force = labourForce[column] ?? 1;
    const unemployed = table[1]?.[column] ?? 0;
    const broad = table[2]?.[column] ?? 0;
    const rates = { municipalityCode, labourForce: force, unemploymentRatePercent: (unemployed / force) * 100 };
    const more = { ...rates, broadUnemploymentRatePercent: (broad / force) * 100 };
    return broad === 0 ? more : { ...more, activationRatePercent: ((broad - unemployed) / broad) * 100 };
  });

export type Changes = {
  readonly added: Readonly<Record<string, number>>;
  readonly empty: boolean;
  readonly withheld: boolean;
};

/** The picture as computed: the plan's people, and `added` job seekers more by municipality. */
export const computedPicture = (
  dayDate: string,
  position: number,
  changes: Changes,
  smallFrom: number,
): PictureView => {
  const addedAt = (column: number): number => {
    const code = columns[column] ?? '';
    const all = Object.values(changes.added).reduce((sum, count) => sum + count, 0);
    return code === 'total' ? all : (changes.added[code] ?? 0);
  };
  const table = computed.map((row, at) =>
    row.map((value, column) => (changes.empty ? 0 : value) + (at <= 2 ? addedAt(column) : 0)),
  );
  return {
    dayDate,
    countingDays: 1,
    rows: rowsOf(table, smallFrom),
    rates: ratesOf(table),
    position: String(position),
    withheldInTotalOnly: changes.withheld,
  };
};

export const statedTable = (): StatedPictureView => ({
  fromMonth: '2023-01',
  toMonth: '2023-06',
  sourceCode: 'MERI_LAPPI_PLAN_2023_TABLE_1',
  rows: rowsOf(stated),
  rates: columns.map((municipalityCode, column) => ({
    municipalityCode,
    labourForce: labourForce[column] ?? 0,
    activationRatePercent: statedActivation[column] ?? 0,
  })),
});
