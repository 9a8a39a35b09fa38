import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Client } from '../client/client.ts';
import type { ClientRefusal } from '../client/client-refusals.ts';
import type { Consent } from './consent.ts';
import { consentNotFound, consentWithdrawnAlready } from './consent-refusals.ts';
import type { ConsentDecided } from './give-consent.ts';

/** A client and the consent asked for; absent where the client has no such one. */
export type ConsentOf = { readonly client: Client; readonly consent?: Consent };

/**
 * Withdraws a consent from today on: as easily as it was given, at any time, without a reason (GDPR 7(3)). The fact is
 * told of every client, because it names nothing but the consent.
 */
export const withdrawConsent = (
  { client, consent }: ConsentOf,
  { today }: { readonly today: LocalDate },
): Result<ConsentDecided, ClientRefusal> => {
  if (consent === undefined) return refused(consentNotFound());
  if (consent.withdrawnOn !== undefined) return refused(consentWithdrawnAlready(consent.withdrawnOn));
  const { clientId } = client;
  const { consentId } = consent;
  return accepted({
    next: { ...consent, withdrawnOn: today },
    facts: [{ type: 'ConsentWithdrawn', clientId, consentId, withdrawnOn: today }],
  });
};
