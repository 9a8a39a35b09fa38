import { computedPicture, statedTable } from '../../../src/testing/table-1.ts';
import { activationDifference, planActivation, rowDifference } from './stated-differences.ts';

const plan = statedTable();
const changes = { added: {}, empty: false, withheld: false };
const picture = computedPicture('2026-11-24', 1, changes, 0);

describe('The plan’s figures beside the counted ones', () => {
  it('differ in the structural row by the plan’s own rounding (handbook 11.2)', () => {
    const by = ['240', '241', '751', '845', '851', '976', 'total'].map(
      (area) => rowDifference({ picture, plan }, 'STRUCTURAL_UNEMPLOYMENT', area)?.by,
    );
    expect(by).toEqual([0, -1, 1, -1, 1, -1, -1]);
    expect(rowDifference({ picture, plan }, 'STRUCTURAL_UNEMPLOYMENT', '241')?.why).toBe('SUM');
  });

  it('differ in Tervola’s activation rate, which the plan’s own counts do not give', () => {
    expect(activationDifference({ picture, plan }, '845')).toEqual({ stated: 35.7, by: -2.5, why: 'RATE' });
    expect(planActivation(plan, '845')).toBeCloseTo(33.2, 1);
  });

  it('differ in the area’s activation rate, which the plan takes as the mean of six rates', () => {
    expect(activationDifference({ picture, plan }, 'total')).toEqual({ stated: 34.4, by: 0.6, why: 'MEAN' });
  });

  it('differ by a tenth where the plan’s counts are rounded', () => {
    expect(activationDifference({ picture, plan }, '976')?.why).toBe('ROUNDING');
  });

  it('agree everywhere else', () => {
    expect(rowDifference({ picture, plan }, 'ALL_JOBSEEKERS', 'total')).toEqual({ stated: 4879, by: 0 });
    expect(activationDifference({ picture, plan }, '851')).toEqual({ stated: 37.7, by: 0 });
  });

  it('differ where somebody was registered since', () => {
    const later = computedPicture('2026-11-24', 2, { ...changes, added: { '240': 1 } }, 0);
    expect(rowDifference({ picture: later, plan }, 'ALL_JOBSEEKERS', '240')).toEqual({
      stated: 2112,
      by: 1,
      why: 'OTHER',
    });
  });

  it('differ in the whole area by people whose municipality is withheld', () => {
    const withheld = computedPicture('2026-11-24', 2, { ...changes, withheld: true }, 0);
    const rows = withheld.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.municipalityCode === 'total' ? { ...cell, value: (cell.value ?? 0) + 5 } : cell,
      ),
    }));
    const compared = { picture: { ...withheld, rows }, plan };
    expect(rowDifference(compared, 'ALL_JOBSEEKERS', 'total')).toEqual({ stated: 4879, by: 5, why: 'WITHHELD' });
  });

  it('say nothing of a number that is withheld', () => {
    const careful = computedPicture('2026-11-24', 1, changes, 5);
    expect(rowDifference({ picture: careful, plan }, 'SERVICE_TO_SERVICE', '845')).toEqual({ stated: 2, by: 0 });
  });
});
