import type { Clock } from '@tyovayla/kernel/clock';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import * as contract from '@tyovayla/proto/tyovayla/clients/v1/consent';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import type { ClientsCatalogue } from '../../application/catalogue.ts';
import { readGiveConsent } from '../../application/commands/give-consent.ts';
import { type Consent, type ConsentForm, type ConsentId, holdsOn } from '../../domain/consent/consent.ts';
import { channels } from './contact-channel.ts';
import { codesOf } from './contract-codes.ts';
import { clientIdFrom, reasonFrom } from './request-mapping.ts';

const recipients = codesOf({
  prefix: 'CONSENT_RECIPIENT_KIND_',
  toJSON: contract.consentRecipientKindToJSON,
  fromJSON: contract.consentRecipientKindFromJSON,
});
const groups = codesOf({
  prefix: 'CONSENT_DATA_GROUP_',
  toJSON: contract.consentDataGroupToJSON,
  fromJSON: contract.consentDataGroupFromJSON,
});
const purposes = codesOf({
  prefix: 'CONSENT_PURPOSE_',
  toJSON: contract.consentPurposeToJSON,
  fromJSON: contract.consentPurposeFromJSON,
});

const formFrom = (message: contract.Consent | undefined): ConsentForm => {
  const consent = message ?? contract.Consent.fromPartial({});
  return {
    recipientKind: recipients.from(consent.recipientKind),
    recipientBusinessId: consent.recipientBusinessId,
    dataGroups: consent.dataGroups.map(groups.from),
    purpose: purposes.from(consent.purpose),
    matterId: consent.matterId,
    from: consent.fromDate,
    to: consent.toDate,
    channel: channels.from(consent.channel),
  };
};

/** As the contract shows it. */
export const consentTo = (consent: Consent, today: LocalDate): contract.Consent => ({
  consentId: consent.consentId,
  recipientKind: recipients.to(consent.recipientKind),
  recipientBusinessId: consent.recipientBusinessId ?? '',
  dataGroups: consent.dataGroups.map(groups.to),
  purpose: purposes.to(consent.purpose),
  matterId: consent.matterId ?? '',
  fromDate: consent.from,
  toDate: consent.to,
  channel: channels.to(consent.channel),
  givenDate: consent.givenOn,
  withdrawnDate: consent.withdrawnOn ?? '',
  holdsToday: holdsOn(consent, today),
});

/** Methods of the contract on consents. */
export const consentMethods = ({ commands, queries }: ClientsCatalogue, clock: Clock) => ({
  giveConsent: commandMethod({
    command: commands.giveConsent,
    request: contract.GiveConsentRequest,
    response: contract.GiveConsentResponse,
    input: ({ clientId, consent }) =>
      readGiveConsent({ clientId: clientIdFrom(clientId), consent: formFrom(consent) }, clock.today()),
    answer: (id) => id,
  }),
  withdrawConsent: commandMethod({
    command: commands.withdrawConsent,
    request: contract.WithdrawConsentRequest,
    response: contract.WithdrawConsentResponse,
    input: ({ clientId, consentId }) => ({
      clientId: clientIdFrom(clientId),
      consentId: consentId.toLowerCase() as ConsentId,
    }),
    answer: (id) => id,
  }),
  listConsents: queryMethod({
    query: queries.listConsents,
    request: contract.ListConsentsRequest,
    response: contract.ListConsentsResponse,
    input: (request) => ({ ...reasonFrom(request), clientId: clientIdFrom(request.clientId) }),
    view: ({ part }) => ({ consents: part.map((consent) => consentTo(consent, clock.today())) }),
  }),
});
