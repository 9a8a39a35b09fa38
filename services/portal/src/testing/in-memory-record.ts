import { refuse } from '../api/problem.ts';
import type { ProfileAnswer } from '../api/profile-schemas.ts';
import type { RecordChanges, RecordParts, RecordService } from '../api/record-ports.ts';
import type { ConsentListView, ReceiptListView, WorkAbilityAnswer } from '../api/record-schemas.ts';
import type { ClientView } from '../api/schemas.ts';

type Edit = (client: ClientView) => ClientView;

/** The registry's clients, as far as their records need them. A client who is not there is a refusal. */
export type RecordWorld = {
  readonly today: string;
  look(clientId: string): ClientView;
  edit(clientId: string, edit: Edit): { readonly version: number };
};

type Parts = {
  profile: ProfileAnswer;
  workAbility: WorkAbilityAnswer;
  consents: ConsentListView['consents'];
  receipts: ReceiptListView['receipts'];
};

const conflict = (reason: string) => refuse({ status: 409, reason, domain: 'clients' });

const emptyParts = (): Parts => ({
  profile: { profileVersion: 0 },
  workAbility: { workAbilityVersion: 0 },
  consents: [],
  receipts: [],
});

type PartsOf = (clientId: string) => Parts;

const profilesInMemory = (
  partsOf: PartsOf,
  today: string,
): Pick<
  RecordParts,
  'getProfile' | 'recordProfile' | 'publishProfile' | 'publishMinimumProfile' | 'withdrawProfile'
> => {
  const changed = (parts: Parts, change: Partial<ProfileAnswer>) => {
    parts.profile = { ...parts.profile, ...change, profileVersion: parts.profile.profileVersion + 1 };
    return { profileVersion: parts.profile.profileVersion };
  };
  return {
    getProfile: async (_, { clientId }) => partsOf(clientId).profile,
    recordProfile: async (_, { clientId, profile, expectedVersion }) => {
      const parts = partsOf(clientId);
      if (expectedVersion !== 0 && expectedVersion !== parts.profile.profileVersion)
        throw conflict('PROFILE_CHANGED_MEANWHILE');
      return changed(parts, { profile });
    },
    publishProfile: async (_, { clientId, parts: published }) => {
      const parts = partsOf(clientId);
      if (parts.profile.profile === undefined) throw conflict('PROFILE_NOT_RECORDED');
      return changed(parts, { publication: { publisher: 'CLIENT', parts: published, publishedDate: today } });
    },
    publishMinimumProfile: async (_, { clientId, dueDate }) => {
      if (dueDate >= today) throw conflict('MINIMUM_PROFILE_NOT_DUE');
      const publication = { publisher: 'AUTHORITY', parts: ['OCCUPATIONS_SOUGHT'], publishedDate: today };
      return changed(partsOf(clientId), { publication });
    },
    withdrawProfile: async (_, { clientId }) => {
      const parts = partsOf(clientId);
      const { publication, ...profile } = parts.profile;
      if (publication === undefined) throw conflict('PROFILE_NOT_PUBLISHED');
      parts.profile = profile;
      return changed(parts, {});
    },
  };
};

const listsInMemory = (
  partsOf: PartsOf,
  today: string,
): Pick<
  RecordParts,
  'listConsents' | 'giveConsent' | 'withdrawConsent' | 'listInformationReceipts' | 'recordInformationReceipt'
> => ({
  listConsents: async (_, { clientId }) => ({ consents: partsOf(clientId).consents }),
  giveConsent: async ({ requestId }, { clientId, consent }) => {
    const parts = partsOf(clientId);
    parts.consents = [{ ...consent, consentId: requestId, givenDate: today, holdsToday: true }, ...parts.consents];
    return { consentId: requestId };
  },
  withdrawConsent: async (_, { clientId, consentId }) => {
    const parts = partsOf(clientId);
    const withdrawn = parts.consents.find((consent) => consent.consentId === consentId);
    if (withdrawn === undefined) throw refuse({ status: 404, reason: 'CONSENT_NOT_FOUND', domain: 'clients' });
    if (withdrawn.withdrawnDate !== undefined) throw conflict('CONSENT_WITHDRAWN_ALREADY');
    parts.consents = parts.consents.map((consent) =>
      consent === withdrawn ? { ...consent, withdrawnDate: today, holdsToday: false } : consent,
    );
    return { consentId };
  },
  listInformationReceipts: async (_, { clientId }) => ({ receipts: partsOf(clientId).receipts }),
  recordInformationReceipt: async ({ requestId }, { clientId, ...receipt }) => {
    const parts = partsOf(clientId);
    parts.receipts = [{ ...receipt, receiptId: requestId }, ...parts.receipts];
    return { receiptId: requestId };
  },
});

const changesInMemory = ({ edit }: RecordWorld): RecordChanges => ({
  correctContactData: async (_, { clientId, contact }) => edit(clientId, (client) => ({ ...client, contact })),
  correctName: async (_, { clientId, givenNames, familyName }) =>
    edit(clientId, (client) => {
      if (client.givenNames === givenNames && client.familyName === familyName) throw conflict('NOTHING_CORRECTED');
      return { ...client, givenNames, familyName };
    }),
  changeServiceLanguage: async (_, { clientId, serviceLanguage, interpreterLanguage }) =>
    edit(clientId, ({ interpreterLanguage: _former, ...client }) => ({
      ...client,
      serviceLanguage,
      ...(interpreterLanguage === undefined ? {} : { interpreterLanguage }),
    })),
  changeIdentityCode: async (_, { clientId, identityCode }) =>
    edit(clientId, (client) => ({ ...client, identityCode })),
  moveClient: async (_, { clientId, municipalityCode, fromDate }) =>
    edit(clientId, (client) => {
      if (client.municipalityCode === municipalityCode) throw conflict('MUNICIPALITY_UNCHANGED');
      return { ...client, municipalityCode, residentSinceDate: fromDate };
    }),
  transferClientOut: async ({ requestId }, { clientId }) => ({
    ...edit(clientId, (client) => ({ ...client, jobSearches: [] })),
    transferId: requestId,
  }),
  reassignProtectedHandler: async (_, { clientId, handlerId }) =>
    edit(clientId, (client) => {
      if (client.protectionOrder === undefined) throw conflict('PROTECTION_ORDER_NOT_IN_FORCE');
      return { ...client, protectionOrder: { ...client.protectionOrder, handlerId } };
    }),
  prolongProtectionOrder: async (_, { clientId, validToDate }) =>
    edit(clientId, ({ protectionOrder, ...client }) => {
      if (protectionOrder === undefined) throw conflict('PROTECTION_ORDER_NOT_IN_FORCE');
      const { validToDate: _former, ...order } = protectionOrder;
      return { ...client, protectionOrder: validToDate === undefined ? order : { ...order, validToDate } };
    }),
  recordContactAddress: async (_, { clientId, contactAddress }) =>
    edit(clientId, ({ contactAddress: _former, ...client }) =>
      contactAddress === undefined ? client : { ...client, contactAddress },
    ),
  listProtectionReviews: async () => ({ reviews: [] }),
});

/** The parts of clients' records in memory: enough to go through their pages, with refusals that pages must show. */
export const inMemoryRecord = (world: RecordWorld): RecordService => {
  const files = new Map<string, Parts>();
  const partsOf = (clientId: string): Parts => {
    world.look(clientId);
    const parts = files.get(clientId) ?? emptyParts();
    files.set(clientId, parts);
    return parts;
  };
  return {
    ...profilesInMemory(partsOf, world.today),
    ...listsInMemory(partsOf, world.today),
    getWorkAbility: async (_, { clientId }) => partsOf(clientId).workAbility,
    recordWorkAbility: async (_, { clientId, workAbility }) => {
      const parts = partsOf(clientId);
      const workAbilityVersion = parts.workAbility.workAbilityVersion + 1;
      parts.workAbility = { workAbility, workAbilityVersion };
      return { workAbilityVersion };
    },
    ...changesInMemory(world),
  };
};
