import { localDate } from '@tyovayla/kernel/local-date';
import type { ReferenceFigures } from '../reference/reference-figures.ts';
import { smallCellRule } from '../suppression/rules/small-cell-rule.ts';
import { type CountTable, countTable } from './count-table.ts';
import { type PictureRow, pictureRows } from './picture-row.ts';
import { type Audience, type SituationPicture, situationPicture } from './situation-picture.ts';

const nothingStated = Object.fromEntries(pictureRows.map((row) => [row, {}])) as ReferenceFigures['stated']['rows'];

const figures: ReferenceFigures = {
  area: 'meri-lappi',
  municipalities: ['240', '851'],
  labourForce: [
    { validFrom: localDate('2023-01-01'), source: 'PLAN', persons: { '240': 8200, '851': 9569 } },
    { validFrom: localDate('2026-01-01'), source: 'LATER', persons: { '240': 8000, '851': 9000 } },
  ],
  stated: {
    fromMonth: '2023-01',
    toMonth: '2023-06',
    sourceCode: 'PLAN',
    rows: nothingStated,
    activationRatePercent: {},
  },
};

const table = (people: Partial<Record<PictureRow, Readonly<Record<string, number>>>>): CountTable =>
  countTable(
    figures.municipalities,
    Object.entries(people).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, count]) => ({ row: row as PictureRow, column, count })),
    ),
  );

const pictured = (tables: readonly CountTable[], audience: Audience, day = '2026-01-31'): SituationPicture =>
  situationPicture(
    tables.map((each) => ({ day: localDate(day), table: each })),
    { figures, smallCells: smallCellRule, audience },
  );

const cell = (picture: SituationPicture, row: PictureRow, column: string) =>
  picture.rows.find((each) => each.row === row)?.cells.find((each) => each.column === column);

const rates = (picture: SituationPicture, column: string) => picture.rates.find((each) => each.column === column);

const kemiAndTornio = table({
  allJobseekers: { '240': 2112, '851': 1479, withheld: 3 },
  broadUnemployment: { '240': 1804, '851': 1286, withheld: 3 },
  unemployedJobseekers: { '240': 1190, '851': 801, withheld: 3 },
});

describe('the situation picture', () => {
  it('counts people whose municipality is withheld in the total only, and says so', () => {
    const picture = pictured([kemiAndTornio], 'AUTHORITY');
    expect(cell(picture, 'unemployedJobseekers', '240')).toEqual({ column: '240', value: 1190 });
    expect(cell(picture, 'unemployedJobseekers', 'total')).toEqual({ column: 'total', value: 1994 });
    expect(picture.withheldInTotalOnly).toBe(true);
  });

  it('counts people with a home across the border in the total only', () => {
    const picture = pictured([table({ allJobseekers: { '240': 10, '198': 2 } })], 'AUTHORITY');
    expect(cell(picture, 'allJobseekers', 'total')?.value).toBe(12);
    expect(cell(picture, 'allJobseekers', '198')).toBeUndefined();
  });

  it('computes the area’s activation rate from the totals, not as the mean of the municipalities (handbook 11.2)', () => {
    const picture = pictured([kemiAndTornio], 'AUTHORITY');
    expect(rates(picture, '240')?.activationPercent).toBeCloseTo(34.04, 2);
    expect(rates(picture, '851')?.activationPercent).toBeCloseTo(37.71, 2);
    expect(rates(picture, 'total')?.activationPercent).toBeCloseTo(((3093 - 1994) / 3093) * 100, 10);
  });

  it('takes the labour force that is in force on the day', () => {
    expect(rates(pictured([kemiAndTornio], 'AUTHORITY', '2023-06-30'), '240')?.unemploymentPercent).toBeCloseTo(
      14.51,
      2,
    );
    expect(rates(pictured([kemiAndTornio], 'AUTHORITY', '2026-06-30'), '240')?.unemploymentPercent).toBeCloseTo(
      14.875,
      6,
    );
    expect(rates(pictured([kemiAndTornio], 'AUTHORITY', '2026-06-30'), 'total')?.labourForce).toBe(17_000);
  });

  it('gives no unemployment rate where no labour force is known yet', () => {
    const before = rates(pictured([kemiAndTornio], 'AUTHORITY', '2022-12-31'), '240');
    expect(before).toEqual({ column: '240', activationPercent: expect.any(Number) });
  });

  it('averages counting days without rounding', () => {
    const tables = [100, 101, 101].map((count) => table({ allJobseekers: { '240': count } }));
    const picture = pictured(tables, 'AUTHORITY');
    expect(cell(picture, 'allJobseekers', '240')?.value).toBeCloseTo(100.6667, 4);
    expect(picture.countingDays).toBe(3);
  });

  it('shows the authority small numbers and hides them from the board', () => {
    const tables = [table({ allJobseekers: { '240': 900, '851': 700 }, foreign: { '240': 3, '851': 60 } })];
    expect(cell(pictured(tables, 'AUTHORITY'), 'foreign', '240')).toEqual({ column: '240', value: 3 });
    expect(cell(pictured(tables, 'OUTSIDE'), 'foreign', '240')).toEqual({ column: '240' });
  });

  it('gives no rate that a hidden number went into', () => {
    const few = table({
      allJobseekers: { '240': 900, '851': 800 },
      broadUnemployment: { '240': 600, '851': 500 },
      unemployedJobseekers: { '240': 3, '851': 400 },
    });
    const kemi = rates(pictured([few], 'OUTSIDE'), '240');
    expect(kemi?.unemploymentPercent).toBeUndefined();
    expect(kemi?.activationPercent).toBeUndefined();
    expect(rates(pictured([few], 'AUTHORITY'), '240')?.activationPercent).toBeCloseTo(99.5, 5);
  });

  it('does not tell outside the authority whether anybody’s municipality is withheld', () => {
    const everybodyKnown = table({ allJobseekers: { '240': 900, '851': 700 } });
    expect(pictured([everybodyKnown], 'AUTHORITY').withheldInTotalOnly).toBe(false);
    expect(pictured([everybodyKnown], 'OUTSIDE').withheldInTotalOnly).toBe(true);
  });
});
