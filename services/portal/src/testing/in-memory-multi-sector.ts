import type { ManagementGroupView } from '../api/management-group-schemas.ts';
import type { MultiSectorService } from '../api/multi-sector-ports.ts';
import type { MultiSectorCaseView } from '../api/multi-sector-schemas.ts';
import { refuse } from '../api/problem.ts';

type World = { readonly cases: Map<string, MultiSectorCaseView>; group?: ManagementGroupView };

const noCase = () => refuse({ status: 404, reason: 'MULTI_SECTOR_CASE_NOT_FOUND', domain: 'guidance' });
const noGroup = () => refuse({ status: 404, reason: 'MANAGEMENT_GROUP_NOT_FOUND', domain: 'guidance' });
const conflict = (reason: string) => refuse({ status: 409, reason, domain: 'guidance' });

type Edit = (one: MultiSectorCaseView) => Partial<MultiSectorCaseView>;

const changing =
  ({ cases }: World) =>
  ({ clientId, expectedVersion = 0 }: { clientId: string; expectedVersion?: number }, edit: Edit) => {
    const one = cases.get(clientId);
    if (one === undefined) throw noCase();
    if (expectedVersion !== 0 && expectedVersion !== one.version) throw conflict('MULTI_SECTOR_CASE_CHANGED_MEANWHILE');
    const next = { ...one, ...edit(one), version: one.version + 1 };
    cases.set(clientId, next);
    return next;
  };

/** Everybody is Matti here: whose name a case bears is the services' to say. */
const matti = { givenNames: 'Matti', familyName: 'Meikäläinen', serviceLanguage: 'FI' };

const looking = ({ cases }: World) =>
  ({
    listMyMultiSectorCases: async () => ({
      cases: [...cases.values()].map(({ multiSectorCaseId, clientId, seenAs, state }) => ({
        multiSectorCaseId,
        clientId,
        seenAs,
        state,
        signatureAwaited: false,
        reasonAsked: false,
        client: matti,
      })),
      registryAway: false,
    }),
    listMultiSectorPrompts: async () => ({ prompts: [] }),
    getMultiSectorCase: async (_, { clientId }) => {
      const multiSectorCase = cases.get(clientId);
      if (multiSectorCase === undefined) throw noCase();
      return { multiSectorCase };
    },
  }) satisfies Partial<MultiSectorService>;

const openCase = (clientId: string, caseId: string, referredDate: string): MultiSectorCaseView => ({
  multiSectorCaseId: caseId,
  clientId,
  version: 1,
  seenAs: 'EMPLOYMENT_AUTHORITY',
  state: 'REFERRED',
  parties: [],
  referredDate,
  meetings: [],
  plans: [],
  grounds: [],
  members: [],
  client: matti,
  registryAway: false,
});

const stepping = (world: World, today: string) => {
  const change = changing(world);
  return {
    referToMultiSector: async ({ requestId }, { clientId, grounds, consultation }) => {
      if (consultation === 'ENOUGH') throw conflict('MULTI_SECTOR_CONSULTATION_ENOUGH');
      if (world.cases.has(clientId)) throw conflict('MULTI_SECTOR_CASE_OPEN');
      world.cases.set(clientId, { ...openCase(clientId, requestId, today), grounds });
      return { multiSectorCaseId: requestId, version: 1 };
    },
    startMultiSectorConsultation: async (_, { parties, startedDate, ...input }) =>
      change(input, () => ({ state: 'CONSULTATION', parties, consultationStartedDate: startedDate })),
    startMultiSectorAssessment: async (_, { clientPresent, startedDate, clientInformedDate, ...input }) => {
      if (!clientPresent) throw conflict('MULTI_SECTOR_CLIENT_NOT_PRESENT');
      const { version } = change(input, () => ({
        state: 'ASSESSMENT',
        assessmentStartedDate: startedDate,
        clientInformedDate,
      }));
      return { version, assessmentDueDate: startedDate };
    },
    acceptIntoMultiSector: async (_, { acceptedDate, ...input }) =>
      change(input, () => ({ state: 'CLIENT', acceptedDate })),
    exitMultiSector: async (_, { reason, exitedDate, ...input }) =>
      change(input, () => ({ state: 'EXITED', exitReason: reason, exitedDate })),
    agreeMultiSectorMeeting: async ({ requestId }, { meetingDate, parties, ...input }) => {
      const meeting = { meetingId: requestId, meetingDate, parties };
      const { version } = change(input, ({ meetings }) => ({ meetings: [...meetings, meeting] }));
      return { version, meetingId: requestId };
    },
    appointMultiSectorMember: async (_, { staffId, party, ...input }) =>
      change(input, ({ members }) => ({
        members: [...members, { staffId, party, fromDate: today, appointedBy: 'staff-0001' }],
      })),
    endMultiSectorMembership: async (_, { staffId, ...input }) =>
      change(input, ({ members }) => ({
        members: members.map((one) => (one.staffId === staffId ? { ...one, endedDate: today } : one)),
      })),
  } satisfies Partial<MultiSectorService>;
};

const planning = (world: World, today: string) => {
  const change = changing(world);
  return {
    makeMultiSectorPlan: async ({ requestId }, { tasks, ...input }) => {
      const plan = {
        planId: requestId,
        state: 'DRAFT',
        madeDate: today,
        reviewDates: [],
        tasks: tasks.map((task, at) => ({ ...task, taskId: `${requestId.slice(0, -1)}${at}` })),
        signatures: [],
        awaitedSigners: ['CLIENT', 'EMPLOYMENT_AUTHORITY'],
      };
      const { version } = change(input, ({ plans }) => ({ plans: [plan, ...plans] }));
      return { version, planId: requestId };
    },
    signMultiSectorPlan: async () => {
      throw conflict('MULTI_SECTOR_AUTHORITY_SIGNS_LAST');
    },
    reviewMultiSectorPlan: async () => {
      throw conflict('MULTI_SECTOR_PLAN_NOT_IN_FORCE');
    },
  } satisfies Partial<MultiSectorService>;
};

const leading = (world: World, today: string) => {
  const change = (edit: (group: ManagementGroupView) => Partial<ManagementGroupView>): ManagementGroupView => {
    if (world.group === undefined) throw noGroup();
    world.group = { ...world.group, ...edit(world.group), version: world.group.version + 1 };
    return world.group;
  };
  return {
    getManagementGroup: async () => {
      if (world.group === undefined) throw noGroup();
      return { managementGroup: world.group };
    },
    formManagementGroup: async ({ requestId }, { countyArea, negotiatedDate, members }) => {
      const id = { managementGroupId: requestId, version: 1 };
      world.group = { ...id, countyArea, negotiatedDate, formedDate: today, members, leaders: [], agreements: [] };
      return id;
    },
    proposeLeader: async ({ requestId }, { staffId, serviceArea }) => {
      const leader = { leaderId: requestId, staffId, serviceArea, state: 'PROPOSED', proposedDate: today, votes: [] };
      const { version } = change(({ leaders }) => ({ leaders: [...leaders, leader] }));
      return { version, leaderId: requestId };
    },
    approveLeader: async () => {
      throw conflict('MANAGEMENT_GROUP_NOT_A_MEMBER');
    },
    nameLeader: async () => {
      throw conflict('LEADER_NOT_APPROVED');
    },
    recordCooperationAgreement: async ({ requestId }, { validFromDate, validToDate, resources }) => {
      const agreement = { agreementId: requestId, validFromDate, validToDate, resources };
      const { version } = change(({ agreements }) => ({ agreements: [agreement, ...agreements] }));
      return { version, agreementId: requestId };
    },
  } satisfies Partial<MultiSectorService>;
};

/** The multi-sector register in memory: enough to go through its pages, with refusals that pages must show. */
export const inMemoryMultiSector = ({ today }: { readonly today: string }): MultiSectorService => {
  const world: World = { cases: new Map() };
  return {
    ...looking(world),
    ...stepping(world, today),
    ...planning(world, today),
    ...leading(world, today),
  };
};
