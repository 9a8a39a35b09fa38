import {
  type PictureCell as CellMessage,
  type SituationPicture as PictureMessage,
  type PictureRates as RatesMessage,
  type PictureRowCells as RowMessage,
  PictureRow as RowNumber,
} from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
import type { PositionedPicture } from '../../application/queries/get-situation-picture.ts';
import type { PictureRow } from '../../domain/picture/picture-row.ts';
import type { ColumnRates, PictureCell, PictureRowCells } from '../../domain/picture/situation-picture.ts';

const numbers: Readonly<Record<PictureRow, RowNumber>> = {
  allJobseekers: RowNumber.PICTURE_ROW_ALL_JOBSEEKERS,
  unemployedJobseekers: RowNumber.PICTURE_ROW_UNEMPLOYED_JOBSEEKERS,
  broadUnemployment: RowNumber.PICTURE_ROW_BROAD_UNEMPLOYMENT,
  structuralUnemployment: RowNumber.PICTURE_ROW_STRUCTURAL_UNEMPLOYMENT,
  longTermUnemployed: RowNumber.PICTURE_ROW_LONG_TERM_UNEMPLOYED,
  ltuEquivalent: RowNumber.PICTURE_ROW_LTU_EQUIVALENT,
  fromServiceUnemployed: RowNumber.PICTURE_ROW_FROM_SERVICE_UNEMPLOYED,
  serviceToService: RowNumber.PICTURE_ROW_SERVICE_TO_SERVICE,
  under25: RowNumber.PICTURE_ROW_UNDER_25,
  foreign: RowNumber.PICTURE_ROW_FOREIGN,
  ltuUnder60: RowNumber.PICTURE_ROW_LTU_UNDER_60,
  labourMarketSubsidy300: RowNumber.PICTURE_ROW_LABOUR_MARKET_SUBSIDY_300,
};

const rowsByNumber = new Map(Object.entries(numbers).map(([row, number]) => [number, row as PictureRow]));

/** The row of a contract's number; undefined for none of ours. */
export const rowOf = (number: RowNumber): PictureRow | undefined => rowsByNumber.get(number);

/** A hidden number is absent and marked: it can't be taken for a zero. */
export const cellMessage = ({ column, value }: PictureCell): CellMessage => ({
  municipalityCode: column,
  suppressed: value === undefined,
  ...(value === undefined ? {} : { value }),
});

export const rowMessage = ({ row, cells }: PictureRowCells): RowMessage => ({
  row: numbers[row],
  cells: cells.map(cellMessage),
});

export const ratesMessage = (rates: ColumnRates): RatesMessage => ({
  municipalityCode: rates.column,
  labourForce: rates.labourForce ?? 0,
  unemploymentRatePercent: rates.unemploymentPercent,
  broadUnemploymentRatePercent: rates.broadUnemploymentPercent,
  activationRatePercent: rates.activationPercent,
});

/** A picture in the contract's words. */
export const pictureMessage = ({ picture, position }: PositionedPicture): PictureMessage => ({
  dayDate: picture.day,
  countingDays: picture.countingDays,
  rows: picture.rows.map(rowMessage),
  rates: picture.rates.map(ratesMessage),
  position,
  withheldInTotalOnly: picture.withheldInTotalOnly,
});
