import { randomUUID } from 'node:crypto';
import { localDate } from '@tyovayla/kernel/local-date';
import { ExpertOrderKind, ExpertProvider } from '@tyovayla/proto/tyovayla/guidance/v1/expert_order';
import { GroupVote, LedArea } from '@tyovayla/proto/tyovayla/guidance/v1/management_group';
import {
  ConsultationFinding,
  MultiSectorExitReason,
  MultiSectorGround,
  MultiSectorParty,
  MultiSectorPromptReason,
  MultiSectorService,
  MultiSectorSigner,
  MultiSectorTaskOwner,
} from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector';
import { AcceptanceChannel, PlanDraft } from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import type { CallError } from '@tyovayla/runtime/grpc/call-error';
import { aJobSearch } from '../../testing/builders.ts';
import { type Caller, type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';

const { MULTI_SECTOR_PARTY_KELA: KELA, MULTI_SECTOR_PARTY_WELLBEING_COUNTY: LAPHA } = MultiSectorParty;
const AUTHORITY = MultiSectorParty.MULTI_SECTOR_PARTY_EMPLOYMENT_AUTHORITY;
const day = '2026-02-02';
const manager: Caller = { staffId: 'staff-0003', role: 'SERVICE_MANAGER' };
const helmi: Caller = { staffId: 'staff-0009', role: 'MULTI_SECTOR_MEMBER' };
const kaisa: Caller = { staffId: 'staff-0010', role: 'MULTI_SECTOR_MEMBER' };

let server: GuidanceServer;

beforeAll(async () => {
  server = await startGuidanceServer();
});

afterAll(() => server.stop());

const refusalOf = (call: Promise<unknown>): Promise<CallError> =>
  call.then(
    () => {
      throw new Error('was not refused');
    },
    (error: CallError) => error,
  );

const aClient = async (since = '2026-02-02', age?: 'YOUNG' | 'OLDER'): Promise<string> => {
  const clientId = randomUUID();
  const jobSearch = aJobSearch({ jobSearchId: randomUUID(), statusSince: localDate(since) });
  const residence = { municipalityCode: '240' };
  await server.hear({ kind: 'JobSearchStarted', clientId, jobSearch, residence, ...(age && { age }) });
  return clientId;
};

const on = (clientId: string) => ({ requestId: randomUUID(), clientId, expectedVersion: 0 });

const refer = async (clientId: string) =>
  server.portal.referToMultiSector(
    {
      requestId: randomUUID(),
      clientId,
      grounds: [MultiSectorGround.MULTI_SECTOR_GROUND_LIFE_MANAGEMENT],
      consultation: ConsultationFinding.CONSULTATION_FINDING_NOT_ENOUGH,
      internalNote: 'Asked to be called in the afternoon.',
    },
    await server.as(manager),
  );

/** A plan with Kela alone, made and signed by all but the authority. */
const untilLastSignature = async (clientId: string): Promise<string> => {
  const { portal } = server;
  const token = await server.as(manager);
  await refer(clientId);
  await portal.startMultiSectorConsultation({ ...on(clientId), parties: [KELA], startedDate: day }, token);
  await portal.appointMultiSectorMember({ ...on(clientId), staffId: kaisa.staffId, party: KELA }, token);
  const informed = { startedDate: day, clientInformedDate: day, clientPresent: true };
  await portal.startMultiSectorAssessment({ ...on(clientId), ...informed }, token);
  await portal.acceptIntoMultiSector({ ...on(clientId), acceptedDate: day }, token);
  const task = {
    taskId: '',
    owner: MultiSectorTaskOwner.MULTI_SECTOR_TASK_OWNER_KELA,
    service: MultiSectorService.MULTI_SECTOR_SERVICE_REHABILITATION,
    description: 'Decides on rehabilitation',
    dueDate: '2026-03-31',
    doneDate: '',
  };
  const { planId } = await portal.makeMultiSectorPlan({ ...on(clientId), tasks: [task] }, token);
  const { MULTI_SECTOR_SIGNER_CLIENT: client, MULTI_SECTOR_SIGNER_OWN_PARTY: own } = MultiSectorSigner;
  await portal.signMultiSectorPlan({ ...on(clientId), planId, signer: own, signedDate: day }, await server.as(kaisa));
  await portal.signMultiSectorPlan({ ...on(clientId), planId, signer: client, signedDate: day }, token);
  return planId;
};

const signLast = async (clientId: string, planId: string) => {
  const signer = MultiSectorSigner.MULTI_SECTOR_SIGNER_OWN_PARTY;
  return server.portal.signMultiSectorPlan(
    { ...on(clientId), planId, signer, signedDate: day },
    await server.as(manager),
  );
};

const anEmploymentPlan = async (clientId: string): Promise<string> => {
  const token = await server.as(manager);
  const draft = PlanDraft.fromPartial({ goal: 1, language: 'fi', followUpDate: '2026-05-04' });
  const { planId } = await server.portal.draftPlan({ requestId: randomUUID(), clientId, kindCode: '01', draft }, token);
  const how = AcceptanceChannel.ACCEPTANCE_CHANNEL_VISIT;
  const accepted = { requestId: randomUUID(), clientId, planId, expectedVersion: 1, how, acceptedDate: day };
  await server.portal.acceptPlan(accepted, token);
  return planId;
};

describe('a multi-sector plan that binds (handbook 2.3, R3.4)', () => {
  it('ends the employment plan, with a link, in the same transaction', async () => {
    const clientId = await aClient();
    const employmentPlanId = await anEmploymentPlan(clientId);
    const planId = await untilLastSignature(clientId);
    expect((await signLast(clientId, planId)).inForce).toBe(true);
    const { plans } = await server.portal.listPlans({ clientId }, await server.as(manager));
    expect(plans).toMatchObject([{ planId: employmentPlanId, endedDate: day, replacedByPlanId: planId }]);
    const facts = await server.database.read({ actorId: 'guidance', program: 'guidance', roles: [] }, (sql) =>
      sql.query<{ type: string; v: number }>(
        'SELECT type, aggregate_version AS v FROM outbox WHERE aggregate_id = $1 ORDER BY aggregate_version',
        [clientId],
      ),
    );
    expect(facts.map(({ v }) => v)).toEqual(facts.map((_, index) => index + 1));
    expect(facts.map(({ type }) => type)).toContain('tyovayla.guidance.v1.PlanEnded');
  });

  it('binds a client without an employment plan as well', async () => {
    const clientId = await aClient();
    expect((await signLast(clientId, await untilLastSignature(clientId))).inForce).toBe(true);
  });
});

describe('an employment plan of a client whom a multi-sector plan binds', () => {
  it('is not accepted before the client leaves the support', async () => {
    const clientId = await aClient();
    const multiSectorPlanId = await untilLastSignature(clientId);
    await signLast(clientId, multiSectorPlanId);
    expect(await refusalOf(anEmploymentPlan(clientId))).toMatchObject({
      reason: 'SUBSTITUTING_PLAN_BINDS',
      metadata: { planId: multiSectorPlanId },
    });
    const reason = MultiSectorExitReason.MULTI_SECTOR_EXIT_REASON_NEED_ENDED;
    const token = await server.as(manager);
    await server.portal.exitMultiSector({ ...on(clientId), reason, exitedDate: day }, token);
    expect(await anEmploymentPlan(clientId)).toBeTruthy();
  });
});

describe('what the client registry tells', () => {
  const promptsOf = async (clientId: string) => {
    const { prompts } = await server.portal.listMultiSectorPrompts(
      { pageSize: 100, pageToken: '' },
      await server.as(manager),
    );
    return prompts.find((prompt) => prompt.clientId === clientId)?.reasons ?? [];
  };

  it('prompts a referral when the young have been unemployed for six months, and no more when they turn 25', async () => {
    const clientId = await aClient('2025-07-01', 'YOUNG');
    expect(await promptsOf(clientId)).toEqual([
      MultiSectorPromptReason.MULTI_SECTOR_PROMPT_REASON_YOUNG_UNEMPLOYED_6_MONTHS,
    ]);
    await server.hear({ kind: 'AgeKnown', clientId, age: 'OLDER' });
    expect(await promptsOf(clientId)).toEqual([]);
    await server.hear({ kind: 'SubsidyReached', clientId, reachedOn: localDate('2026-01-30') });
    expect(await promptsOf(clientId)).toEqual([MultiSectorPromptReason.MULTI_SECTOR_PROMPT_REASON_SUBSIDY_300_DAYS]);
  });

  it('takes every word and ground out of the register when the client becomes anonymous', async () => {
    const clientId = await aClient();
    await signLast(clientId, await untilLastSignature(clientId));
    const token = await server.as(manager);
    const order = {
      kind: ExpertOrderKind.EXPERT_ORDER_KIND_PSYCHOLOGIST,
      provider: ExpertProvider.EXPERT_PROVIDER_OWN,
    };
    const { expertOrderId } = await server.portal.orderExpertAssessment(
      { requestId: randomUUID(), clientId, ...order, neighbourArea: '', orderedMinutes: 60 },
      token,
    );
    const result = { doneDate: day, deliveredMinutes: 60, resultText: 'Can work with pauses.' };
    await server.portal.recordExpertResult({ ...on(clientId), expertOrderId, ...result }, token);
    await server.hear({ kind: 'JobSearchEnded', clientId, endedOn: localDate(day), reason: 'ANONYMISED' });
    const { multiSectorCase } = await server.portal.getMultiSectorCase({ clientId }, token);
    expect(multiSectorCase).toMatchObject({ grounds: [], internalNote: '', plans: [{ tasks: [{ description: '' }] }] });
    const { orders } = await server.portal.listExpertOrders({ clientId }, token);
    expect(orders).toMatchObject([{ result: { deliveredMinutes: 60, resultText: '' } }]);
  });
});

describe('orders and groups as their callers meet them', () => {
  it('names every bad field of an order at once, also an identity code in a text', async () => {
    const clientId = await aClient();
    const token = await server.as(manager);
    const order = {
      kind: ExpertOrderKind.EXPERT_ORDER_KIND_PSYCHOLOGIST,
      provider: ExpertProvider.EXPERT_PROVIDER_NEIGHBOUR,
    };
    const bad = { requestId: randomUUID(), clientId, ...order, neighbourArea: '', orderedMinutes: 20 };
    const refusal = await refusalOf(server.portal.orderExpertAssessment(bad, token));
    expect(refusal.violations.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      'neighbour_area NEIGHBOUR_AREA_MISSING',
      'ordered_minutes NOT_QUARTER_HOURS',
    ]);
    const referral = {
      requestId: randomUUID(),
      clientId,
      grounds: [MultiSectorGround.MULTI_SECTOR_GROUND_WORK_ABILITY],
      consultation: ConsultationFinding.CONSULTATION_FINDING_NOT_ENOUGH,
      internalNote: 'Aino 140588-900V asked to be called',
    };
    const noted = await refusalOf(server.portal.referToMultiSector(referral, token));
    expect(noted.violations.map(({ field, code }) => [field, code])).toEqual([
      ['internal_note', 'IDENTITY_CODE_IN_TEXT'],
    ]);
    expect(JSON.stringify(noted.violations)).not.toContain('140588');
  });

  it('lets the management group decide on its leaders over the contract', async () => {
    const { portal } = server;
    const token = await server.as(manager);
    const members = [
      { staffId: 'staff-0003', party: AUTHORITY },
      { staffId: helmi.staffId, party: LAPHA },
      { staffId: kaisa.staffId, party: KELA },
    ];
    const countyArea = 'LAPHA-SOUTH-WEST';
    const form = { requestId: randomUUID(), countyArea, negotiatedDate: day, members };
    const { managementGroupId } = await portal.formManagementGroup(form, token);
    const onGroup = () => ({ requestId: randomUUID(), managementGroupId, expectedVersion: 0 });
    const serviceArea = LedArea.LED_AREA_NORTH;
    const { leaderId } = await portal.proposeLeader({ ...onGroup(), staffId: 'director-north', serviceArea }, token);
    const named = () => portal.nameLeader({ ...onGroup(), leaderId }, token);
    expect(await refusalOf(named())).toMatchObject({ code: 'FAILED_PRECONDITION', reason: 'LEADER_NOT_APPROVED' });
    const vote = GroupVote.GROUP_VOTE_APPROVE;
    for (const member of [manager, helmi, kaisa])
      await portal.approveLeader({ ...onGroup(), leaderId, vote }, await server.as(member));
    await named();
    const resources = members.map(({ party }) => ({ party, personYearsHundredths: 150 }));
    const valid = { validFromDate: '2026-03-01', validToDate: '2026-12-31' };
    await portal.recordCooperationAgreement({ ...onGroup(), ...valid, resources }, token);
    const { managementGroup } = await portal.getManagementGroup({ countyArea }, await server.as(kaisa));
    expect(managementGroup).toMatchObject({
      version: 8,
      leaders: [{ staffId: 'director-north', serviceArea, namedDate: day, votes: [{}, {}, {}] }],
      agreements: [valid],
    });
  });
});
