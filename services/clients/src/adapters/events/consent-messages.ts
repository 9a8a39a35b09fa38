import { ConsentGiven, ConsentWithdrawn } from '@tyovayla/proto/tyovayla/clients/v1/clients_events';
import {
  consentDataGroupFromJSON,
  consentPurposeFromJSON,
  consentRecipientKindFromJSON,
} from '@tyovayla/proto/tyovayla/clients/v1/consent';
import type { ConsentFact } from '../../domain/consent/consent-events.ts';
import type { Messages } from './telling.ts';

/** Messages of consents: ids and codes. */
export const consentMessages: Messages<ConsentFact> = {
  ConsentGiven: ({ clientId, consent }, { meta }) =>
    ConsentGiven.encode({
      meta,
      clientId,
      consentId: consent.consentId,
      recipientKind: consentRecipientKindFromJSON(`CONSENT_RECIPIENT_KIND_${consent.recipientKind}`),
      recipientBusinessId: consent.recipientBusinessId ?? '',
      dataGroups: consent.dataGroups.map((group) => consentDataGroupFromJSON(`CONSENT_DATA_GROUP_${group}`)),
      purpose: consentPurposeFromJSON(`CONSENT_PURPOSE_${consent.purpose}`),
      matterId: consent.matterId ?? '',
      fromDate: consent.from,
      toDate: consent.to,
    }).finish(),
  ConsentWithdrawn: ({ clientId, consentId, withdrawnOn }, { meta }) =>
    ConsentWithdrawn.encode({ meta, clientId, consentId, withdrawnDate: withdrawnOn }).finish(),
};
