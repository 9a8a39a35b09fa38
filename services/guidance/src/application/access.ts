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
  | 'access-log'
  | 'all-groups';

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

/** Everything that is kept of a client, for the client: by those who serve the client and may see all groups of it. */
export const extractsData: Access = {
  ...servesClients('all-groups', ['CASE_SPECIALIST', 'PROTECTED_CLIENT_HANDLER']),
  purpose: 'data-subject-request',
};

/** The process of clients who went over to another area: the program through which areas hand each other their cases. */
export const receivesCases: Access = {
  roles: [],
  programs: [],
  programsAlone: ['area-exchange'],
  purpose: 'area-transfer',
  dataGroup: 'hand-over',
};

/** Receivers that miss facts ask for them again. */
export const asksForFacts: Access = {
  roles: [],
  programs: [],
  programsAlone: ['statistics', 'clients'],
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
