import {
  type GetRowSeriesResponse,
  type GetStatedPictureResponse,
  type PictureCell,
  type PictureRates,
  PictureRow,
  type PictureRowCells,
  type SituationPicture,
} from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
import type {
  CellView,
  PictureView,
  RatesView,
  RowCellsView,
  SeriesView,
  StatedPictureView,
} from '../api/picture-schemas.ts';
import { codeOf } from './contract-codes.ts';

export const rowPrefix = 'PICTURE_ROW_';

const cellView = ({ municipalityCode, value, suppressed }: PictureCell): CellView =>
  value === undefined ? { municipalityCode, suppressed } : { municipalityCode, suppressed, value };

/** A row that this version of the portal does not know is left out, not shown without a name. */
const rowsView = (rows: readonly PictureRowCells[]): RowCellsView[] =>
  rows.flatMap(({ row, cells }) => {
    const name = codeOf(PictureRow, rowPrefix, row);
    return name === undefined ? [] : [{ row: name, cells: cells.map(cellView) }];
  });

const ratesView = (rates: PictureRates): RatesView => {
  const { municipalityCode, labourForce } = rates;
  const { unemploymentRatePercent, broadUnemploymentRatePercent, activationRatePercent } = rates;
  return {
    municipalityCode,
    labourForce,
    ...(unemploymentRatePercent === undefined ? {} : { unemploymentRatePercent }),
    ...(broadUnemploymentRatePercent === undefined ? {} : { broadUnemploymentRatePercent }),
    ...(activationRatePercent === undefined ? {} : { activationRatePercent }),
  };
};

/** The situation picture, as the API shows it. */
export const pictureView = (picture: SituationPicture | undefined): PictureView => {
  if (picture === undefined) throw new Error('the service answered without the picture');
  const { dayDate, countingDays, rows, rates, position, withheldInTotalOnly } = picture;
  return {
    dayDate,
    countingDays,
    rows: rowsView(rows),
    rates: rates.map(ratesView),
    position: String(position),
    withheldInTotalOnly,
  };
};

/** The plan's table, as the API shows it. */
export const statedView = (stated: GetStatedPictureResponse): StatedPictureView => {
  const { fromMonth, toMonth, sourceCode, rows, rates } = stated;
  return { fromMonth, toMonth, sourceCode, rows: rowsView(rows), rates: rates.map(ratesView) };
};

/** A row's course, as the API shows it. */
export const seriesView = ({ months }: GetRowSeriesResponse): SeriesView => ({
  months: months.map(({ dayDate, cells }) => ({ dayDate, cells: cells.map(cellView) })),
});
