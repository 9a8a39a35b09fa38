import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result } from '@tyovayla/kernel/result';
import type { Client } from '../client/client.ts';
import type { ClientRefusal } from '../client/client-refusals.ts';
import type { Consent, ConsentId, ConsentTerms } from './consent.ts';
import type { ConsentFact } from './consent-events.ts';

/** What a decision on a consent gives when it says yes. */
export type ConsentDecided = { readonly next: Consent; readonly facts: readonly ConsentFact[] };

export type GiveConsent = {
  readonly terms: ConsentTerms;
  readonly newConsentId: ConsentId;
  readonly today: LocalDate;
};

/**
 * Records what a client consents to today. To whom it goes can tell where a client lives, so that of a client under a
 * protection order nothing is told: whoever serves them asks the registry (handbook 1.6).
 */
export const giveConsent = (
  client: Client,
  { terms, newConsentId, today }: GiveConsent,
): Result<ConsentDecided, ClientRefusal> => {
  const next: Consent = { ...terms, consentId: newConsentId, givenOn: today };
  const told = client.protectionOrder === undefined;
  return accepted({ next, facts: told ? [{ type: 'ConsentGiven', clientId: client.clientId, consent: next }] : [] });
};
