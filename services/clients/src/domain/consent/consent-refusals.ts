import type { LocalDate } from '@tyovayla/kernel/local-date';
import { type ClientRefusal, no } from '../client/client-refusals.ts';

export const consentNotFound = (): ClientRefusal => no('missing', 'CONSENT_NOT_FOUND');

export const consentWithdrawnAlready = (withdrawnOn: LocalDate): ClientRefusal =>
  no('conflict', 'CONSENT_WITHDRAWN_ALREADY', { withdrawnOn });
