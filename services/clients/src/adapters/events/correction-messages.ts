import { serviceLanguageFromJSON } from '@tyovayla/proto/tyovayla/clients/v1/client';
import {
  ContactDataCorrected,
  NameCorrected,
  ServiceLanguageChanged,
} from '@tyovayla/proto/tyovayla/clients/v1/clients_events';
import type { CorrectionFact } from '../../domain/client/correction-events.ts';
import type { Messages } from './telling.ts';

/** Messages of corrections: that something changed, not to what. */
export const correctionMessages: Messages<CorrectionFact> = {
  ContactDataCorrected: ({ clientId }, { meta }) => ContactDataCorrected.encode({ meta, clientId }).finish(),
  NameCorrected: ({ clientId }, { meta }) => NameCorrected.encode({ meta, clientId }).finish(),
  ServiceLanguageChanged: ({ clientId, serviceLanguage, interpreterNeeded }, { meta }) =>
    ServiceLanguageChanged.encode({
      meta,
      clientId,
      serviceLanguage: serviceLanguageFromJSON(`SERVICE_LANGUAGE_${serviceLanguage}`),
      interpreterNeeded,
    }).finish(),
};
