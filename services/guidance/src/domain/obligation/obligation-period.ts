import { addDays, addMonths, type LocalDate } from '@tyovayla/kernel/local-date';
import type { Quota } from '../rules/job-search-obligation.ts';

type AnyPeriod = {
  readonly periodId: string;
  readonly clientId: string;
  readonly planId: string;
  /** First day of the plan's first period; lengths count from here, so that the 31st does not become the 28th for good. */
  readonly anchor: LocalDate;
  /** 0 for the first period since the anchor. */
  readonly index: number;
  readonly perMonths: number;
  readonly from: LocalDate;
  /** First day after it. */
  readonly to: LocalDate;
  readonly required: number;
};

/** Applications can be reported for it. */
export type OpenPeriod = AnyPeriod & { readonly state: 'OPEN' };

/** Judged, or superseded: then nobody is judged by it. */
export type ClosedPeriod = AnyPeriod & {
  readonly state: 'MET' | 'MISSED' | 'SUPERSEDED';
  /** Applications that had been reported. */
  readonly reported: number;
};

export type ObligationPeriod = OpenPeriod | ClosedPeriod;

/** Last day on which applications count. */
export const lastDayOf = ({ to }: Pick<AnyPeriod, 'to'>): LocalDate => addDays(to, -1);

type PeriodOf = { readonly periodId: string; readonly clientId: string; readonly planId: string };

const periodAt = (of: PeriodOf, { count, perMonths }: Quota, at: { anchor: LocalDate; index: number }): OpenPeriod => ({
  ...of,
  ...at,
  perMonths,
  from: addMonths(at.anchor, at.index * perMonths),
  to: addMonths(at.anchor, (at.index + 1) * perMonths),
  required: count,
  state: 'OPEN',
});

/**
 * The first period of an obligation. It is dated in the plan and is no calendar month. None where the plan sets no
 * number, or the number nought. Source: handbook 2.4.
 */
export const firstPeriod = (of: PeriodOf, quota: Quota | undefined, anchor: LocalDate): OpenPeriod | undefined =>
  quota === undefined || quota.count === 0 ? undefined : periodAt(of, quota, { anchor, index: 0 });

/** The period after this one, under the same plan and number. */
export const nextPeriod = (period: ObligationPeriod, periodId: string): OpenPeriod => {
  const { clientId, planId, required, perMonths, anchor, index } = period;
  return periodAt({ periodId, clientId, planId }, { count: required, perMonths }, { anchor, index: index + 1 });
};

/** The period as something else took its place. */
export const superseded = (period: OpenPeriod, reported: number): ClosedPeriod => ({
  ...period,
  state: 'SUPERSEDED',
  reported,
});
