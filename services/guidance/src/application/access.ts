import type { Role } from '@tyovayla/kernel/role';
import type { Access } from '@tyovayla/runtime/access';

/** Groups of data that guidance keeps of a client, as the access log names them. */
export type DataGroup =
  | 'client-process'
  | 'plan'
  | 'neglect'
  | 'statement'
  | 'multi-sector'
  | 'work-ability'
  | 'caseload'
  | 'access-log';

/** Staff who serve clients. */
export const servingRoles: readonly Role[] = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'];

/** Staff who serve clients, through the portal, for one group of data. Which clients is the case rule's to say. */
export const servesClients = (dataGroup: DataGroup, roles: readonly Role[] = servingRoles): Access => ({
  roles,
  programs: ['portal'],
  programsAlone: [],
  purpose: 'employment-service',
  dataGroup,
});

/** Seeing who has seen a client; an auditor sees the entries and nothing of the client. */
export const seesAccesses: Access = {
  ...servesClients('access-log', [...servingRoles, 'AUDITOR']),
  purpose: 'access-oversight',
};

/** Receivers that miss facts ask for them again. */
export const asksForFacts: Access = {
  roles: [],
  programs: [],
  programsAlone: ['statistics'],
  purpose: 'event-replay',
  dataGroup: 'none',
};

/** The service's own timers. */
export const firesTimers = (dataGroup: DataGroup): Access => ({
  roles: [],
  programs: [],
  programsAlone: ['guidance'],
  purpose: 'timer',
  dataGroup,
});
