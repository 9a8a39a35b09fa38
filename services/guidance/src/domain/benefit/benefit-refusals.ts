import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { FieldViolation, Refusal } from '@tyovayla/kernel/refusal';

/** Another benefit is recorded for some of the days. `from`: its first day. */
export const benefitOverlaps = (from: LocalDate): Refusal => ({
  kind: 'conflict',
  code: 'BENEFIT_OVERLAPS',
  data: { from },
});

/** Exactly this is recorded. */
export const benefitRecordedAlready: Refusal = { kind: 'duplicate', code: 'BENEFIT_RECORDED_ALREADY', data: {} };

export const notGrantedThen: FieldViolation = {
  field: 'kind',
  code: 'BENEFIT_NOT_GRANTED_THEN',
  description: 'is no benefit that begins on the first day',
};

export const beforeJobSearch: FieldViolation = {
  field: 'from_date',
  code: 'BEFORE_JOB_SEARCH',
  description: 'is before the job search',
};

export const tooFarAhead: FieldViolation = {
  field: 'from_date',
  code: 'DATE_TOO_FAR_AHEAD',
  description: 'is further ahead than payers decide',
};

export const lastBeforeFirst: FieldViolation = {
  field: 'last_date',
  code: 'BEFORE_FIRST_DAY',
  description: 'is before the first day',
};
