import { accepted } from '@tyovayla/kernel/result';
import type { Consent, ConsentId } from '../../domain/consent/consent.ts';
import { withdrawConsent } from '../../domain/consent/withdraw-consent.ts';
import { usesConsents } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientPartCommand, clientPartCommand, type OnClientPart } from './client-part-command.ts';
import type { OfConsent } from './give-consent.ts';

export type WithdrawConsentInput = OnClientPart & { readonly consentId: ConsentId };

/** Records that a client withdraws a consent. */
export const withdrawConsentCommand = (
  ports: ClientsPorts,
): ClientPartCommand<WithdrawConsentInput, Consent | undefined, Consent, OfConsent> =>
  clientPartCommand(ports, {
    name: 'WithdrawConsent',
    access: usesConsents,
    load: (tx, clientId, { consentId }) => ports.parts.consents.find(tx, { clientId, consentId }),
    decide: ({ client, part }, { consentId }, { today }) => {
      const decision = withdrawConsent({ client, ...(part && { consent: part }) }, { today });
      return decision.ok ? accepted({ ...decision.value, answer: { consentId } }) : decision;
    },
    save: ({ consentId }, _of, { today }) => [ports.parts.consents.withdraw(consentId, today)],
  });
