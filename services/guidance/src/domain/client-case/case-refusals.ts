import type { Checked } from '@tyovayla/kernel/field-check';
import type { FieldViolation, Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';

/** The one answer for a client without a case and for one the caller may not know of. */
export const clientCaseNotFound: Refusal = { kind: 'missing', code: 'CLIENT_CASE_NOT_FOUND', data: {} };

/** Another change of the same case was saved in between. */
export const caseChangedMeanwhile: Refusal = { kind: 'stale', code: 'CASE_CHANGED_MEANWHILE', data: {} };

/** The client has no job search that runs. */
export const jobSearchNotRunning: Refusal = { kind: 'conflict', code: 'JOB_SEARCH_NOT_RUNNING', data: {} };

/** Said to the assigned handler alone: to everyone else there is no such client. */
export const accessReasonRequired: Refusal = {
  kind: 'invalid',
  code: 'ACCESS_REASON_REQUIRED',
  data: {},
  violations: [
    { field: 'access_reason', code: 'ACCESS_REASON_REQUIRED', description: 'says why the client is looked at' },
  ],
};

/** All fields that can't be accepted, at once. */
export const fieldsInvalid = (violations: readonly FieldViolation[]): Refusal => ({
  kind: 'invalid',
  code: 'INVALID_REQUEST',
  data: {},
  violations,
});

/** What was understood of a request, or the refusal that names every bad field. */
export const understood = <Value>(read: Checked<Value>): Result<Value, Refusal> =>
  read.ok ? accepted(read.value) : refused(fieldsInvalid(read.refusal));
