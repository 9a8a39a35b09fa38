import type { Checked } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { FieldViolation, Refusal, RefusalKind } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { RunningJobSearch } from './job-search.ts';

/** Every way the client registry says no. Permanent: a retired code stays. The contract's enum carries the same. */
export const clientRefusalCodes = [
  'JOB_SEARCH_ALREADY_RUNNING',
  'JOB_SEARCH_NOT_RUNNING',
  'CLIENT_NOT_FOUND',
  'CLIENT_CHANGED_MEANWHILE',
  'STATUS_BEFORE_RUNNING_SPELL',
  'DATE_IN_FUTURE',
  'STATUS_UNCHANGED',
  'SUBSIDY_DAYS_DECREASED',
  'END_BEFORE_RUNNING_SPELL',
  'PROTECTION_ORDER_IN_FORCE',
  'PROTECTION_ORDER_NOT_IN_FORCE',
  'REGISTRATION_NEEDS_HANDLER',
  'IDENTITY_CODE_INVALID',
  'MUNICIPALITY_NOT_IN_AREA',
  'NATIONAL_RECORD_INCONSISTENT',
  'NATIONAL_RECORD_NOT_ALLOWED',
  'MUNICIPALITY_UNCHANGED',
  'MOVE_BEFORE_KNOWN_RESIDENCE',
  'AREA_UNKNOWN',
  'TRANSFER_NOT_AFTER_RUNNING_SPELL',
  'TRANSFER_NOT_FOUND',
  'TRANSFER_ACKNOWLEDGED',
  'HANDLER_UNCHANGED',
  'PROTECTION_NOT_PROLONGED',
  'ACCESS_REASON_REQUIRED',
  'IDENTITY_CODE_UNCHANGED',
  'IDENTITY_CODE_IN_USE',
  'MERGE_CONFLICTS_UNRESOLVED',
  'MERGE_RESOLUTION_NOT_ALLOWED',
  'MERGE_SAME_CLIENT',
  'NOT_MERGED',
  'SPLIT_JOB_SEARCHES_RUN',
  'JOB_SEARCH_RUNS',
  'RETENTION_NOT_OVER',
  'PROFILE_CHANGED_MEANWHILE',
  'PROFILE_NOT_RECORDED',
  'PROFILE_PART_EMPTY',
  'PROFILE_PUBLICATION_UNCHANGED',
  'PROFILE_NOT_PUBLISHED',
  'PROFILE_PUBLISHED_ALREADY',
  'PROFILE_UNDER_PROTECTION',
  'MINIMUM_PROFILE_NOT_DUE',
  'MINIMUM_PROFILE_NEEDS_OCCUPATION',
  'WORK_ABILITY_CHANGED_MEANWHILE',
  'CONSENT_NOT_FOUND',
  'CONSENT_WITHDRAWN_ALREADY',
  'NOTHING_CORRECTED',
  'NEED_NOT_STATED',
] as const;

export type ClientRefusalCode = (typeof clientRefusalCodes)[number];

/** `INVALID_REQUEST` is the platform's own code for a request with bad fields of more than one kind. */
export type ClientRefusal = Refusal<ClientRefusalCode | 'INVALID_REQUEST'>;

/** A refusal of this service: kind, permanent code, data that a program can act on. */
export const no = (
  kind: RefusalKind,
  code: ClientRefusalCode,
  data: Readonly<Record<string, string>> = {},
): ClientRefusal => ({
  kind,
  code,
  data,
});

export const jobSearchAlreadyRunning = (running: RunningJobSearch): ClientRefusal =>
  no('conflict', 'JOB_SEARCH_ALREADY_RUNNING', { jobSearchId: running.jobSearchId, runningSince: running.startedOn });

export const jobSearchNotRunning = (): ClientRefusal => no('conflict', 'JOB_SEARCH_NOT_RUNNING');

/** The one answer for a client who does not exist and for one the caller may not know of. */
export const clientNotFound = (): ClientRefusal => no('missing', 'CLIENT_NOT_FOUND');

/** The caller does not serve the client: they first state their need (guidance's `OpenAccess`). Handbook R1.23. */
export const needNotStated = (): ClientRefusal => no('forbidden', 'NEED_NOT_STATED');

export const clientChangedMeanwhile = (version: number): ClientRefusal =>
  no('stale', 'CLIENT_CHANGED_MEANWHILE', { version: String(version) });

export const statusBeforeRunningSpell = (runningSpellFrom: LocalDate): ClientRefusal =>
  no('conflict', 'STATUS_BEFORE_RUNNING_SPELL', { runningSpellFrom });

export const dateInFuture = (today: LocalDate): ClientRefusal => no('conflict', 'DATE_IN_FUTURE', { today });

export const statusUnchanged = (runningSpellFrom: LocalDate): ClientRefusal =>
  no('conflict', 'STATUS_UNCHANGED', { runningSpellFrom });

export const subsidyDaysDecreased = (recordedDays: number): ClientRefusal =>
  no('conflict', 'SUBSIDY_DAYS_DECREASED', { recordedDays: String(recordedDays) });

export const endBeforeRunningSpell = (runningSpellFrom: LocalDate): ClientRefusal =>
  no('conflict', 'END_BEFORE_RUNNING_SPELL', { runningSpellFrom });

export const protectionOrderInForce = (): ClientRefusal => no('conflict', 'PROTECTION_ORDER_IN_FORCE');

export const protectionOrderNotInForce = (): ClientRefusal => no('conflict', 'PROTECTION_ORDER_NOT_IN_FORCE');

export const registrationNeedsHandler = (): ClientRefusal => no('forbidden', 'REGISTRATION_NEEDS_HANDLER');

/** Which code stands over a list of bad fields: a code of its own where all are of one kind. */
const codeOverFields = (violations: readonly FieldViolation[]): ClientRefusal['code'] => {
  const all = (holds: (violation: FieldViolation) => boolean): boolean => violations.every(holds);
  if (all(({ field }) => field === 'identity_code')) return 'IDENTITY_CODE_INVALID';
  if (all(({ code }) => code === 'MUNICIPALITY_NOT_IN_AREA')) return 'MUNICIPALITY_NOT_IN_AREA';
  if (all(({ field }) => field.startsWith('national_record'))) return 'NATIONAL_RECORD_INCONSISTENT';
  return 'INVALID_REQUEST';
};

/** All fields that cannot be accepted, at once. */
export const fieldsInvalid = (violations: readonly FieldViolation[]): ClientRefusal => ({
  kind: 'invalid',
  code: codeOverFields(violations),
  data: {},
  violations,
});

/** What was understood of a request, or the refusal that names every bad field. */
export const understood = <Value>(read: Checked<Value>): Result<Value, ClientRefusal> =>
  read.ok ? accepted(read.value) : refused(fieldsInvalid(read.refusal));
