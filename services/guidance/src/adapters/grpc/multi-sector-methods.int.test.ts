import { randomUUID } from 'node:crypto';
import type { Role } from '@tyovayla/kernel/role';
import { AccessReason } from '@tyovayla/proto/tyovayla/guidance/v1/access_reason';
import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector';
import { type DeepPartial, MultiSectorCase, MultiSectorParty } from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector';
import type { CallError } from '@tyovayla/runtime/grpc/call-error';
import { aJobSearch } from '../../testing/builders.ts';
import { type Caller, type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';

const { MULTI_SECTOR_PARTY_KELA: KELA, MULTI_SECTOR_PARTY_WELLBEING_COUNTY: LAPHA } = MultiSectorParty;
const AUTHORITY = MultiSectorParty.MULTI_SECTOR_PARTY_EMPLOYMENT_AUTHORITY;
const day = '2026-02-02';

const caller = (staffId: string, role: Role): Caller => ({ staffId, role });
const manager = caller('staff-0003', 'SERVICE_MANAGER');
const specialist = caller('staff-0002', 'CASE_SPECIALIST');
const handler = caller('staff-0004', 'PROTECTED_CLIENT_HANDLER');
const otherHandler = caller('staff-0014', 'PROTECTED_CLIENT_HANDLER');
const helmi = caller('staff-0009', 'MULTI_SECTOR_MEMBER');
const kaisa = caller('staff-0010', 'MULTI_SECTOR_MEMBER');

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

/** All that a refusal tells, but for what differs between any two calls. */
const said = async (call: Promise<unknown>) => {
  const { code, reason, metadata, violations, message } = await refusalOf(call);
  return { code, reason, metadata, violations, message };
};

const aClient = async (residence: { municipalityCode?: string; handlerId?: string } = { municipalityCode: '240' }) => {
  const clientId = randomUUID();
  await server.hear({
    kind: 'JobSearchStarted',
    clientId,
    jobSearch: aJobSearch({ jobSearchId: randomUUID() }),
    residence,
  });
  return clientId;
};

const on = (clientId: string) => ({ requestId: randomUUID(), clientId, expectedVersion: 0 });

/** Asked, and kept, only where the client is under protection. */
const accessReason = AccessReason.ACCESS_REASON_CLIENT_SERVICE;

const seen = async (clientId: string, by: Caller): Promise<MultiSectorCase> => {
  const { multiSectorCase } = await server.portal.getMultiSectorCase({ clientId, accessReason }, await server.as(by));
  return multiSectorCase ?? MultiSectorCase.fromPartial({});
};

const refer = async (clientId: string, by: Caller = manager) =>
  server.portal.referToMultiSector(
    {
      requestId: randomUUID(),
      clientId,
      grounds: [contract.MultiSectorGround.MULTI_SECTOR_GROUND_WORK_ABILITY],
      consultation: contract.ConsultationFinding.CONSULTATION_FINDING_NOT_ENOUGH,
      internalNote: 'Asked to be called in the afternoon.',
    },
    await server.as(by),
  );

const appoint = async (clientId: string, who: Caller, party: MultiSectorParty, by: Caller = manager) =>
  server.portal.appointMultiSectorMember({ ...on(clientId), staffId: who.staffId, party }, await server.as(by));

const assess = async (clientId: string, by: Caller = manager): Promise<void> => {
  const { portal, as } = server;
  const token = await as(by);
  await portal.startMultiSectorConsultation({ ...on(clientId), parties: [LAPHA, KELA], startedDate: day }, token);
  await portal.startMultiSectorAssessment(
    { ...on(clientId), startedDate: day, clientInformedDate: day, clientPresent: true },
    token,
  );
  await portal.acceptIntoMultiSector({ ...on(clientId), acceptedDate: day }, token);
};

const task = (owner: contract.MultiSectorTaskOwner, description: string): contract.MultiSectorTask => ({
  taskId: '',
  owner,
  service: contract.MultiSectorService.MULTI_SECTOR_SERVICE_SOCIAL,
  description,
  dueDate: '2026-03-31',
  doneDate: '',
});

const tasks = [
  task(contract.MultiSectorTaskOwner.MULTI_SECTOR_TASK_OWNER_EMPLOYMENT_AUTHORITY, 'Looks for a work trial'),
  task(contract.MultiSectorTaskOwner.MULTI_SECTOR_TASK_OWNER_WELLBEING_COUNTY, 'Opens social rehabilitation'),
  task(contract.MultiSectorTaskOwner.MULTI_SECTOR_TASK_OWNER_KELA, 'Decides on rehabilitation'),
  task(contract.MultiSectorTaskOwner.MULTI_SECTOR_TASK_OWNER_JOINT, 'Meets once a month'),
];

const signAs = async (clientId: string, planId: string, by: Caller, signer = 'OWN_PARTY') =>
  server.portal.signMultiSectorPlan(
    {
      ...on(clientId),
      planId,
      signer: contract.multiSectorSignerFromJSON(`MULTI_SECTOR_SIGNER_${signer}`),
      signedDate: day,
    },
    await server.as(by),
  );

/** Paula refers somebody; Helmi of Lapha and Kaisa of Kela are in the network, and a plan awaits its signatures. */
const aClientWithDraft = async (residence?: { handlerId?: string }, by: Caller = manager) => {
  const clientId = await aClient(residence);
  await refer(clientId, by);
  await appoint(clientId, helmi, LAPHA, by);
  await appoint(clientId, kaisa, KELA, by);
  await assess(clientId, by);
  const { planId } = await server.portal.makeMultiSectorPlan({ ...on(clientId), tasks }, await server.as(by));
  return { clientId, planId };
};

describe('the multi-sector register as its callers meet it', () => {
  it('shows an appointed person of Lapha the shared data set, and her colleague of Kela another', async () => {
    const { clientId } = await aClientWithDraft();
    const [ofLapha, ofKela, own] = [
      await seen(clientId, helmi),
      await seen(clientId, kaisa),
      await seen(clientId, manager),
    ];
    const words = ({ plans }: DeepPartial<MultiSectorCase>) =>
      plans?.flatMap((plan) => plan.tasks?.map((one) => one.description));
    expect(words(ofLapha)).toEqual(['Opens social rehabilitation', 'Meets once a month']);
    expect(words(ofKela)).toEqual(['Decides on rehabilitation', 'Meets once a month']);
    expect(words(own)).toHaveLength(4);
    expect([ofLapha.seenAs, ofKela.seenAs, own.seenAs]).toEqual([LAPHA, KELA, AUTHORITY]);
    for (const shared of [ofLapha, ofKela])
      expect(shared).toMatchObject({ grounds: [], internalNote: '', members: [], assessmentDueDate: '2026-05-02' });
    expect(own).toMatchObject({ internalNote: 'Asked to be called in the afternoon.', grounds: [1] });
    expect(own.members).toHaveLength(3);
  });

  it('answers everybody who is not appointed as if there were no case', async () => {
    const { clientId } = await aClientWithDraft();
    const nobody = await aClient();
    const strangers = [specialist, handler, caller('staff-0020', 'MULTI_SECTOR_MEMBER')];
    for (const stranger of strangers) {
      const token = await server.as(stranger);
      const get = (id: string) => said(server.portal.getMultiSectorCase({ clientId: id }, token));
      expect(await get(clientId)).toEqual(await get(randomUUID()));
      expect(await get(clientId)).toEqual(await get(nobody));
      expect(await get(clientId)).toMatchObject({ code: 'NOT_FOUND', reason: 'MULTI_SECTOR_CASE_NOT_FOUND' });
    }
    const token = await server.as(specialist);
    const exit = (id: string) => said(server.portal.exitMultiSector({ ...on(id), reason: 1, exitedDate: day }, token));
    expect(await exit(clientId)).toEqual(await exit(randomUUID()));
  });

  it('hides the case from a manager who only saw to the network', async () => {
    const clientId = await aClient();
    const other = caller('staff-0033', 'SERVICE_MANAGER');
    await refer(clientId, other);
    await appoint(clientId, helmi, LAPHA);
    expect(await said(server.portal.getMultiSectorCase({ clientId }, await server.as(manager)))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await seen(clientId, helmi)).seenAs).toBe(LAPHA);
  });

  it('refuses a second case while one is open, also to who may not see the first', async () => {
    const clientId = await aClient();
    await refer(clientId, caller('staff-0033', 'SERVICE_MANAGER'));
    expect(await said(refer(clientId))).toMatchObject({ code: 'ALREADY_EXISTS', reason: 'MULTI_SECTOR_CASE_OPEN' });
  });

  it('lets each party sign for itself, and the plan bind with the authority’s signature', async () => {
    const { clientId, planId } = await aClientWithDraft();
    expect((await signAs(clientId, planId, helmi)).inForce).toBe(false);
    expect((await signAs(clientId, planId, kaisa)).inForce).toBe(false);
    expect(await said(signAs(clientId, planId, helmi, 'CLIENT'))).toMatchObject({
      code: 'PERMISSION_DENIED',
      reason: 'MULTI_SECTOR_AUTHORITY_MEMBERS_ONLY',
    });
    expect(await said(signAs(clientId, planId, manager))).toMatchObject({
      code: 'FAILED_PRECONDITION',
      reason: 'MULTI_SECTOR_AUTHORITY_SIGNS_LAST',
    });
    await signAs(clientId, planId, manager, 'CLIENT');
    expect((await signAs(clientId, planId, manager)).inForce).toBe(true);
    const [plan] = (await seen(clientId, helmi)).plans;
    expect(plan).toMatchObject({ planKind: '07', inForceDate: day, reviewDueDate: '2026-05-02', awaitedSigners: [] });
    expect(plan?.signatures.map(({ recordedBy }) => recordedBy)).toEqual(['', '', '', '']);
  });

  it('ends the sight of the other parties when the client leaves', async () => {
    const { clientId } = await aClientWithDraft();
    const reason = contract.MultiSectorExitReason.MULTI_SECTOR_EXIT_REASON_EMPLOYED;
    await server.portal.exitMultiSector({ ...on(clientId), reason, exitedDate: day }, await server.as(manager));
    const token = await server.as(helmi);
    expect(await said(server.portal.getMultiSectorCase({ clientId }, token))).toMatchObject({ code: 'NOT_FOUND' });
    const { cases } = await server.portal.listMyMultiSectorCases({ pageSize: 100, pageToken: '' }, token);
    expect(cases.map((one) => one.clientId)).not.toContain(clientId);
    expect(await seen(clientId, manager)).toMatchObject({ exitReason: reason, exitedDate: day });
  });

  it('lists to a member the cases of their own, with what is due', async () => {
    const { clientId } = await aClientWithDraft();
    const token = await server.as(kaisa);
    const { cases } = await server.portal.listMyMultiSectorCases({ pageSize: 0, pageToken: '' }, token);
    expect(cases[0]).toMatchObject({ clientId, seenAs: KELA, signatureAwaited: true });
  });

  it('tells the loser of two who saw the same version', async () => {
    const { clientId } = await aClientWithDraft();
    const { version } = await seen(clientId, manager);
    const token = await server.as(manager);
    const meet = (meetingDate: string) =>
      server.portal.agreeMultiSectorMeeting(
        { ...on(clientId), expectedVersion: version, meetingDate, officeId: '', parties: [KELA] },
        token,
      );
    const results = await Promise.allSettled([meet('2026-02-03'), meet('2026-02-04')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as CallError] : []));
    expect(lost).toMatchObject([{ code: 'ABORTED', reason: 'MULTI_SECTOR_CASE_CHANGED_MEANWHILE' }]);
  });
});

describe('the multi-sector case of a protected client (handbook 1.6, R3.8)', () => {
  const protectedClient = { handlerId: handler.staffId };

  it('is the handler’s, and of those whom the handler appointed, without places', async () => {
    const { clientId } = await aClientWithDraft(protectedClient, handler);
    const meeting = { ...on(clientId), meetingDate: '2026-02-04', officeId: 'kemi-city-hall', parties: [KELA] };
    await server.portal.agreeMultiSectorMeeting(meeting, await server.as(handler));
    const unreasoned = await said(server.portal.getMultiSectorCase({ clientId }, await server.as(handler)));
    expect(unreasoned).toMatchObject({ code: 'INVALID_ARGUMENT', reason: 'ACCESS_REASON_REQUIRED' });
    const appointed = await said(server.portal.getMultiSectorCase({ clientId }, await server.as(helmi)));
    expect(appointed).toEqual(unreasoned);
    expect((await seen(clientId, handler)).meetings).toMatchObject([{ officeId: 'kemi-city-hall' }]);
    expect((await seen(clientId, helmi)).meetings).toMatchObject([{ meetingDate: '2026-02-04', officeId: '' }]);
  });

  it('does not exist for a manager, another handler, and a specialist; nobody else appoints', async () => {
    const { clientId } = await aClientWithDraft(protectedClient, handler);
    for (const stranger of [manager, otherHandler, specialist]) {
      const token = await server.as(stranger);
      const get = (id: string) => said(server.portal.getMultiSectorCase({ clientId: id }, token));
      expect(await get(clientId)).toEqual(await get(randomUUID()));
      const appointed = (id: string) => said(appoint(id, caller('staff-0010', 'MULTI_SECTOR_MEMBER'), KELA, stranger));
      expect(await appointed(clientId)).toEqual(await appointed(randomUUID()));
    }
  });

  it('is hidden from those whom others had appointed before the protection order', async () => {
    const { clientId } = await aClientWithDraft();
    expect((await seen(clientId, helmi)).seenAs).toBe(LAPHA);
    await server.hear({ kind: 'ResidenceChanged', clientId, residence: protectedClient });
    for (const hidden of [helmi, kaisa, manager])
      expect(await said(server.portal.getMultiSectorCase({ clientId }, await server.as(hidden)))).toMatchObject({
        code: 'NOT_FOUND',
      });
    expect((await seen(clientId, handler)).seenAs).toBe(AUTHORITY);
    await appoint(clientId, helmi, LAPHA, handler);
    expect((await seen(clientId, helmi)).seenAs).toBe(LAPHA);
  });
});
