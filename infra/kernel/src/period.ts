import { addDays, daysBetween, type LocalDate } from './local-date.ts';
import { accepted, type Result, refused } from './result.ts';

/** Days from `from` until `to`, which is the first day after it; without an end while it lasts. Never empty. */
export type Period = {
  readonly from: LocalDate;
  /** First day after the period. */
  readonly to?: LocalDate;
};

/** A period that has begun and has no end yet. */
export const periodFrom = (from: LocalDate): Period => ({ from });

/** A period up to, but without, the day `to`. Refused where it would have no day. */
export const periodUntil = (from: LocalDate, to: LocalDate): Result<Period, 'END_NOT_AFTER_START'> =>
  from < to ? accepted({ from, to }) : refused('END_NOT_AFTER_START');

/** A period whose last day is `last`, as people and decisions write it. Refused where it ends before it starts. */
export const periodThrough = (from: LocalDate, last: LocalDate): Result<Period, 'END_NOT_AFTER_START'> =>
  periodUntil(from, addDays(last, 1));

/** Whether the day belongs to the period. */
export const includesDay = (period: Period, day: LocalDate): boolean =>
  period.from <= day && (period.to === undefined || day < period.to);

/** Whether the periods share a day. Touching ones don't. */
export const overlaps = (one: Period, other: Period): boolean =>
  (one.to === undefined || other.from < one.to) && (other.to === undefined || one.from < other.to);

/** Days of a period that has ended; undefined while it has no end. */
export const lengthInDays = (period: Period): number | undefined =>
  period.to === undefined ? undefined : daysBetween(period.from, period.to);
