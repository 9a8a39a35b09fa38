import type { ClientId } from './client.ts';
import type { ServiceLanguage } from './person.ts';

/** How the client is reached is another than before; how is asked of the registry. */
export type ContactDataCorrected = { readonly type: 'ContactDataCorrected'; readonly clientId: ClientId };

/** The client's name is another than before; which one is asked of the registry. */
export type NameCorrected = { readonly type: 'NameCorrected'; readonly clientId: ClientId };

/** The client is served in another language, or with another need of an interpreter. */
export type ServiceLanguageChanged = {
  readonly type: 'ServiceLanguageChanged';
  readonly clientId: ClientId;
  readonly serviceLanguage: ServiceLanguage;
  readonly interpreterNeeded: boolean;
};

export type CorrectionFact = ContactDataCorrected | NameCorrected | ServiceLanguageChanged;
