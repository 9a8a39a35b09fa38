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

/** Recording and lifting protection orders. */
export const changesProtection: Access = {
  ...staffWhoServe,
  roles: ['PROTECTED_CLIENT_HANDLER'],
  programsAlone: [],
  dataGroup: 'protection-order',
};

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
