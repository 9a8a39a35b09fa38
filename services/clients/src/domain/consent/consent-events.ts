import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { ClientId } from '../client/client.ts';
import type { Consent, ConsentId } from './consent.ts';

export type ConsentGiven = { readonly type: 'ConsentGiven'; readonly clientId: ClientId; readonly consent: Consent };

/** Told of every client: who was told of the consent stops at once. */
export type ConsentWithdrawn = {
  readonly type: 'ConsentWithdrawn';
  readonly clientId: ClientId;
  readonly consentId: ConsentId;
  readonly withdrawnOn: LocalDate;
};

export type ConsentFact = ConsentGiven | ConsentWithdrawn;
