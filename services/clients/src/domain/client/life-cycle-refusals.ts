import type { LocalDate } from '@tyovayla/kernel/local-date';
import { type ClientRefusal, no } from './client-refusals.ts';

export const municipalityUnchanged = (residentSince: LocalDate): ClientRefusal =>
  no('conflict', 'MUNICIPALITY_UNCHANGED', { residentSince });

export const moveBeforeKnownResidence = (residentSince: LocalDate): ClientRefusal =>
  no('conflict', 'MOVE_BEFORE_KNOWN_RESIDENCE', { residentSince });

export const areaUnknown = (): ClientRefusal => no('conflict', 'AREA_UNKNOWN');

export const transferNotAfterRunningSpell = (runningSpellFrom: LocalDate): ClientRefusal =>
  no('conflict', 'TRANSFER_NOT_AFTER_RUNNING_SPELL', { runningSpellFrom });

export const transferNotFound = (): ClientRefusal => no('missing', 'TRANSFER_NOT_FOUND');

export const transferAcknowledged = (): ClientRefusal => no('conflict', 'TRANSFER_ACKNOWLEDGED');

export const handlerUnchanged = (): ClientRefusal => no('conflict', 'HANDLER_UNCHANGED');

export const protectionNotProlonged = (validTo: LocalDate): ClientRefusal =>
  no('conflict', 'PROTECTION_NOT_PROLONGED', { validTo });

/** Said to the assigned handler alone: to everyone else there is no such client. */
export const accessReasonRequired = (): ClientRefusal => ({
  ...no('invalid', 'ACCESS_REASON_REQUIRED'),
  violations: [
    { field: 'access_reason', code: 'ACCESS_REASON_REQUIRED', description: 'says why the client is looked at' },
  ],
});

export const identityCodeUnchanged = (): ClientRefusal => no('conflict', 'IDENTITY_CODE_UNCHANGED');

/** `otherClientId` names the record to merge with, where the one who asks may see it. */
export const identityCodeInUse = (otherClientId: string | undefined): ClientRefusal =>
  no('duplicate', 'IDENTITY_CODE_IN_USE', otherClientId === undefined ? {} : { otherClientId });

export const jobSearchRuns = (): ClientRefusal => no('conflict', 'JOB_SEARCH_RUNS');

export const retentionNotOver = (keepUntil: LocalDate): ClientRefusal =>
  no('conflict', 'RETENTION_NOT_OVER', { keepUntil });
