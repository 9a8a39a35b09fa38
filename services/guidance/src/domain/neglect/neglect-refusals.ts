import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal, RefusalKind } from '@tyovayla/kernel/refusal';

/** Every way in which neglects and hearings say no. Permanent; the contract's enum carries the same. */
export const neglectRefusalCodes = [
  'NEGLECT_CANDIDATE_NOT_FOUND',
  'NEGLECT_CANDIDATE_SETTLED',
  'NEGLECT_NOT_FOUND',
  'NEGLECT_CHANGED_MEANWHILE',
  'NEGLECT_BEFORE_RULES',
  'NEGLECT_IN_FUTURE',
  'HEARING_OPENED_ALREADY',
  'HEARING_NOT_OPENED',
  'HEARING_ANSWERED_ALREADY',
  'HEARING_NOT_COMPLETED',
  'HEARING_RUNS',
  'REASON_ASSESSED_ALREADY',
  'GROUND_CONTRADICTS_HEARING',
] as const;

export type NeglectRefusalCode = (typeof neglectRefusalCodes)[number];

const no = (kind: RefusalKind, code: NeglectRefusalCode, data: Readonly<Record<string, string>> = {}): Refusal => ({
  kind,
  code,
  data,
});

export const neglectCandidateNotFound = no('missing', 'NEGLECT_CANDIDATE_NOT_FOUND');
export const neglectCandidateSettled = no('conflict', 'NEGLECT_CANDIDATE_SETTLED');
export const neglectNotFound = no('missing', 'NEGLECT_NOT_FOUND');

/** Somebody else changed the neglect after the caller saw it. */
export const neglectChangedMeanwhile = (version: number): Refusal =>
  no('stale', 'NEGLECT_CHANGED_MEANWHILE', { version: String(version) });

/** No version of the rules was in force on the day of the neglect. */
export const neglectBeforeRules = (firstVersionFrom: LocalDate): Refusal =>
  no('conflict', 'NEGLECT_BEFORE_RULES', { firstVersionFrom });

export const neglectInFuture = (today: LocalDate): Refusal => no('conflict', 'NEGLECT_IN_FUTURE', { today });
export const hearingOpenedAlready = no('conflict', 'HEARING_OPENED_ALREADY');
export const hearingNotOpened = no('conflict', 'HEARING_NOT_OPENED');
export const hearingAnsweredAlready = no('conflict', 'HEARING_ANSWERED_ALREADY');

/** The client has neither explained nor had all the time to. */
export const hearingNotCompleted = (deadline?: LocalDate): Refusal =>
  no('conflict', 'HEARING_NOT_COMPLETED', deadline === undefined ? {} : { deadline });

/** The time to explain is not over yet. */
export const hearingRuns = (deadline: LocalDate): Refusal => no('conflict', 'HEARING_RUNS', { deadline });

export const reasonAssessedAlready = no('conflict', 'REASON_ASSESSED_ALREADY');

/** "No explanation" of a client who explained, or another unacceptable reason of one who said nothing. */
export const groundContradictsHearing = no('conflict', 'GROUND_CONTRADICTS_HEARING');
