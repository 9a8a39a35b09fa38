import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import {
  type Consent,
  type ConsentForm,
  type ConsentId,
  type ConsentTerms,
  readConsent,
} from '../../domain/consent/consent.ts';
import { giveConsent } from '../../domain/consent/give-consent.ts';
import { usesConsents } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientPartCommand, clientPartCommand, type OnClientPart } from './client-part-command.ts';

export type GiveConsentInput = OnClientPart & { readonly terms: ConsentTerms };

/** Understands what was written, or names every bad field. */
export const readGiveConsent = (
  { clientId, consent }: OnClientPart & { readonly consent: ConsentForm },
  today: LocalDate,
): Result<GiveConsentInput, ClientRefusal> => {
  const terms = readConsent(consent, today);
  return understood(terms.ok ? accepted({ clientId, terms: terms.value }) : terms);
};

export type OfConsent = { readonly consentId: ConsentId };

/** Records a consent that a client gives. */
export const giveConsentCommand = (
  ports: ClientsPorts,
): ClientPartCommand<GiveConsentInput, undefined, Consent, OfConsent> =>
  clientPartCommand(ports, {
    name: 'GiveConsent',
    access: usesConsents,
    load: async () => undefined,
    decide: ({ client }, { terms }, { today, newId }) => {
      const decision = giveConsent(client, { terms, newConsentId: newId() as ConsentId, today });
      return decision.ok
        ? accepted({ ...decision.value, answer: { consentId: decision.value.next.consentId } })
        : decision;
    },
    save: (consent, { client }) => [ports.parts.consents.give(client.clientId, consent)],
  });
