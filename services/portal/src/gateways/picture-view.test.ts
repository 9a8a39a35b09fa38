import { PictureRow, SituationPicture } from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
import { pictureRows } from '../api/codes.ts';
import { pictureView } from './picture-view.ts';

const picture = SituationPicture.fromPartial({
  dayDate: '2026-11-24',
  countingDays: 1,
  position: 9_007_199_254_740_993n,
  rows: [
    {
      row: PictureRow.PICTURE_ROW_UNDER_25,
      cells: [
        { municipalityCode: '751', suppressed: true },
        { municipalityCode: 'total', value: 0, suppressed: false },
      ],
    },
  ],
  rates: [{ municipalityCode: '751', labourForce: 1146 }],
});

describe('The situation picture, as the API shows it', () => {
  it('tells a withheld number from nought', () => {
    const [row] = pictureView(picture).rows;
    expect(row).toEqual({
      row: 'UNDER_25',
      cells: [
        { municipalityCode: '751', suppressed: true },
        { municipalityCode: 'total', suppressed: false, value: 0 },
      ],
    });
  });

  it('keeps a position that is too large for a number exact', () => {
    expect(pictureView(picture).position).toBe('9007199254740993');
  });

  it('leaves out rates that are withheld', () => {
    expect(pictureView(picture).rates).toEqual([{ municipalityCode: '751', labourForce: 1146 }]);
  });

  it('leaves out a row that a newer service sends and this portal does not know', () => {
    const newer = { ...picture, rows: [{ row: 99 as never, cells: [] }, ...picture.rows] };
    expect(pictureView(newer).rows.map(({ row }) => row)).toEqual(['UNDER_25']);
  });

  it('knows every row of the contract, in its order', () => {
    const names = Object.keys(PictureRow).filter((name) => name.startsWith('PICTURE_ROW_'));
    expect(names.slice(1).map((name) => name.slice('PICTURE_ROW_'.length))).toEqual([...pictureRows]);
  });
});
