import type { PictureView, RatesView, RowCellsView, StatedPictureView } from '../lib/api-types.ts';
import { municipalities } from './areas.ts';

/** Why the plan's figure is not what is counted: for the notes below the table. */
export type Why = 'SUM' | 'RATE' | 'MEAN' | 'ROUNDING' | 'WITHHELD' | 'OTHER';

export type Difference = {
  readonly stated: number;
  /** Counted less stated, at the precision shown; 0 where they agree. */
  readonly by: number;
  readonly why?: Why;
};

const parts = ['LONG_TERM_UNEMPLOYED', 'LTU_EQUIVALENT', 'FROM_SERVICE_UNEMPLOYED', 'SERVICE_TO_SERVICE'];

const valueIn = (rows: readonly RowCellsView[], row: string, area: string): number | undefined =>
  rows.find((one) => one.row === row)?.cells.find((cell) => cell.municipalityCode === area)?.value;

const round = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

/** The plan's structural unemployment is the sum of its parts, or not. */
const planSumDiffers = (plan: StatedPictureView, area: string): boolean => {
  const sum = parts.reduce((total, part) => total + (valueIn(plan.rows, part, area) ?? 0), 0);
  return sum !== valueIn(plan.rows, 'STRUCTURAL_UNEMPLOYMENT', area);
};

/** People of a row who are counted in no municipality, because theirs is withheld. */
const withheldIn = ({ rows, withheldInTotalOnly }: PictureView, row: string): number => {
  if (!withheldInTotalOnly) return 0;
  const sum = municipalities.reduce((total, area) => total + (valueIn(rows, row, area) ?? Number.NaN), 0);
  return round((valueIn(rows, row, 'total') ?? 0) - sum, 1);
};

const whyRow = (compared: Compared, row: string, { area, by }: { area: string; by: number }): Why => {
  if (area === 'total' && by === withheldIn(compared.picture, row)) return 'WITHHELD';
  const ofThePlan = row === 'STRUCTURAL_UNEMPLOYMENT' && Math.abs(by) <= 1 && planSumDiffers(compared.plan, area);
  return ofThePlan ? 'SUM' : 'OTHER';
};

/** The counted picture and the plan's table. */
export type Compared = { readonly picture: PictureView; readonly plan: StatedPictureView };

/** How a counted figure of a row differs from the plan's, and why where the plan itself is the reason. */
export const rowDifference = (compared: Compared, row: string, area: string): Difference | undefined => {
  const stated = valueIn(compared.plan.rows, row, area);
  const counted = valueIn(compared.picture.rows, row, area);
  if (stated === undefined) return undefined;
  if (counted === undefined) return { stated, by: 0 };
  const by = round(counted - stated, 1);
  return by === 0 ? { stated, by } : { stated, by, why: whyRow(compared, row, { area, by }) };
};

/** The activation rate that the plan's own counts give, in percent. */
export const planActivation = (plan: StatedPictureView, area: string): number | undefined => {
  const unemployed = valueIn(plan.rows, 'UNEMPLOYED_JOBSEEKERS', area);
  const broad = valueIn(plan.rows, 'BROAD_UNEMPLOYMENT', area);
  return unemployed === undefined || !broad ? undefined : ((broad - unemployed) / broad) * 100;
};

const statedActivation = (plan: StatedPictureView, area: string): number | undefined =>
  plan.rates.find((rate: RatesView) => rate.municipalityCode === area)?.activationRatePercent;

/** True where the plan's rate of the whole area is the mean of the municipalities' rates. */
const isMeanOfRates = (plan: StatedPictureView, stated: number): boolean => {
  const rates = plan.rates
    .filter((rate) => rate.municipalityCode !== 'total')
    .map((rate) => rate.activationRatePercent);
  const sum = rates.reduce<number>((total, rate) => total + (rate ?? 0), 0);
  return rates.length > 0 && Math.abs(sum / rates.length - stated) < 0.06;
};

const whyRate = (plan: StatedPictureView, area: string, stated: number): Why => {
  const recomputed = planActivation(plan, area);
  if (recomputed === undefined) return 'OTHER';
  const own = Math.abs(round(recomputed, 1) - stated);
  if (own < 0.05) return 'OTHER';
  if (area === 'total' && isMeanOfRates(plan, stated)) return 'MEAN';
  return own < 0.15 ? 'ROUNDING' : 'RATE';
};

/** The same for the activation rate, the only rate that the plan states. */
export const activationDifference = ({ picture, plan }: Compared, area: string): Difference | undefined => {
  const counted = picture.rates.find((rate) => rate.municipalityCode === area)?.activationRatePercent;
  const stated = statedActivation(plan, area);
  if (stated === undefined) return undefined;
  if (counted === undefined) return { stated, by: 0 };
  const by = round(round(counted, 1) - stated, 1);
  return by === 0 ? { stated, by } : { stated, by, why: whyRate(plan, area, stated) };
};
