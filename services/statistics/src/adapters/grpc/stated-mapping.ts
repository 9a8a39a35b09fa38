import type { GetStatedPictureResponse } from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
import type { StatedPicture } from '../../application/queries/get-stated-picture.ts';
import { ratesMessage, rowMessage } from './picture-mapping.ts';

/** Table 1 as the plan states it, in the contract's words; only the activation rate is stated as a rate. */
export const statedMessage = ({
  fromMonth,
  toMonth,
  sourceCode,
  rows,
  rates,
}: StatedPicture): GetStatedPictureResponse => ({
  fromMonth,
  toMonth,
  sourceCode,
  rows: rows.map(rowMessage),
  rates: rates.map(ratesMessage),
});
