import { computedPicture } from '../../../src/testing/table-1.ts';
import { changesBetween } from './use-live-picture.ts';

const changes = { added: {}, empty: false, withheld: false };
const before = computedPicture('2026-11-24', 1, changes, 0);

describe('What has changed in a live picture', () => {
  it('is the municipality and the whole area, in each row where a person counts', () => {
    const after = computedPicture('2026-11-24', 2, { ...changes, added: { '851': 1 } }, 0);
    expect(changesBetween(before, after).map(({ row, area, value }) => `${row} ${area} ${value}`)).toEqual([
      'ALL_JOBSEEKERS 851 1480',
      'ALL_JOBSEEKERS total 4880',
      'UNEMPLOYED_JOBSEEKERS 851 802',
      'UNEMPLOYED_JOBSEEKERS total 2709',
      'BROAD_UNEMPLOYMENT 851 1287',
      'BROAD_UNEMPLOYMENT total 4165',
    ]);
  });

  it('is nothing for the first picture, and for that of another day', () => {
    expect(changesBetween(undefined, before)).toEqual([]);
    expect(changesBetween({ ...before, dayDate: '2026-11-23' }, { ...before, rows: [] })).toEqual([]);
  });
});
