import { localDate } from '@tyovayla/kernel/local-date';
import type { Benefit } from '../domain/benefit/benefit.ts';
import { aClientCase, aJobSearch } from './builders.ts';

/** Aino gets general support from Monday 4 May 2026, without a known end, by Kela's notice. */
export const aBenefit = (about: Partial<Benefit> = {}): Benefit => ({
  recordId: 'benefit',
  clientId: aClientCase().clientId,
  jobSearchId: aJobSearch().jobSearchId,
  kind: 'GENERAL_SUPPORT',
  from: localDate('2026-05-04'),
  toldBy: 'PAYER',
  recordedOn: localDate('2026-05-04'),
  recordedBy: 'staff-0001',
  ...about,
});
