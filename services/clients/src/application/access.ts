import type { Access } from '@tyovayla/runtime/access';

/** Staff who serve clients, through the portal. */
const staffWhoServe = {
  roles: ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'],
  programs: ['portal'],
  purpose: 'employment-service',
} as const;

/** Seeing a client's data. */
export const seesClients: Access = { ...staffWhoServe, programsAlone: [], dataGroup: 'client-record' };

/** Changing a client's job search; the population program brings the people of the national register. */
export const changesClients: Access = { ...staffWhoServe, programsAlone: ['population'], dataGroup: 'client-record' };

/** Correcting what is kept of a client: by staff, never by a program on its own. */
export const correctsClients: Access = { ...staffWhoServe, programsAlone: [], dataGroup: 'client-record' };

/** Seeing and changing profiles. */
export const usesProfiles: Access = { ...staffWhoServe, programsAlone: [], dataGroup: 'profile' };

/** Seeing and changing consents. */
export const usesConsents: Access = { ...staffWhoServe, programsAlone: [], dataGroup: 'consent' };

/** Seeing and recording what a client was informed of. */
export const usesReceipts: Access = { ...staffWhoServe, programsAlone: [], dataGroup: 'information-receipt' };

/** Work ability is a special category of data (GDPR 9): only for those who assess it, for a purpose of its own. */
export const usesWorkAbility: Access = {
  roles: ['CASE_SPECIALIST', 'PROTECTED_CLIENT_HANDLER'],
  programs: ['portal'],
  programsAlone: [],
  purpose: 'work-ability-assessment',
  dataGroup: 'work-ability',
};

/** Names of clients for members of their multi-sector networks: asked by the program that knows who is appointed. */
export const tellsNetworks: Access = {
  roles: [],
  programs: [],
  programsAlone: ['guidance'],
  purpose: 'multi-sector-support',
  dataGroup: 'name',
};

/** Cases that go to other areas: the program through which areas hand each other their cases. */
export const exchangesCases: Access = {
  roles: [],
  programs: [],
  programsAlone: ['area-exchange'],
  purpose: 'area-transfer',
  dataGroup: 'hand-over',
};

/** Cases that come from other areas; a person under protection is taken in by a handler. */
export const receivesCases: Access = {
  ...exchangesCases,
  roles: ['PROTECTED_CLIENT_HANDLER'],
  programs: ['portal'],
  dataGroup: 'client-record',
};

/** Everything that is kept of a person, for the person: by those who may see all groups of it. */
export const extractsData: Access = {
  ...staffWhoServe,
  roles: ['CASE_SPECIALIST', 'PROTECTED_CLIENT_HANDLER'],
  programsAlone: [],
  purpose: 'data-subject-request',
  dataGroup: 'all-groups',
};

/** Another identity code for a person. */
export const changesIdentity: Access = { ...staffWhoServe, programsAlone: [], dataGroup: 'identity' };

/** Making two records one, and one two again. */
export const mergesRecords: Access = { ...changesIdentity, roles: ['SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'] };

/** Recording and lifting protection orders. */
export const changesProtection: Access = {
  ...staffWhoServe,
  roles: ['PROTECTED_CLIENT_HANDLER'],
  programsAlone: [],
  dataGroup: 'protection-order',
};

/** Handing a whole desk of protected clients over, unseen: a handler who is gone can't do it. */
export const handsDesksOver: Access = { ...changesProtection, roles: ['SERVICE_MANAGER'] };

/** Seeing who has seen a client; an auditor sees the entries and nothing of the client. */
export const seesAccesses: Access = {
  ...staffWhoServe,
  roles: [...staffWhoServe.roles, 'AUDITOR'],
  programsAlone: [],
  purpose: 'access-oversight',
  dataGroup: 'access-log',
};

/** Receivers that miss facts ask for them again. */
export const asksForFacts: Access = {
  roles: [],
  programs: [],
  programsAlone: ['statistics', 'guidance'],
  purpose: 'event-replay',
  dataGroup: 'none',
};

/** The service's own timers. */
export const firesTimers: Access = {
  roles: [],
  programs: [],
  programsAlone: ['clients'],
  purpose: 'timer',
  dataGroup: 'client-record',
};
