import { randomUUID } from 'node:crypto';
import { localDate } from '@tyovayla/kernel/local-date';
import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import { Stated } from '@tyovayla/proto/tyovayla/guidance/v1/service_need';
import type { ClientNews } from '../../domain/client-case/client-news.ts';
import { type Caller, type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';
import { aServiceNeedRequest, refusalOf } from '../../testing/portal-calls.ts';

let guidance: GuidanceServer;

beforeAll(async () => {
  guidance = await startGuidanceServer();
});

afterAll(() => guidance?.stop());

const manager: Caller = { staffId: 'staff-0003', role: 'SERVICE_MANAGER' };
const handler: Caller = { staffId: 'staff-0004', role: 'PROTECTED_CLIENT_HANDLER' };

const registered = (clientId: string): ClientNews => ({
  kind: 'JobSearchStarted',
  clientId,
  jobSearch: {
    jobSearchId: randomUUID(),
    startedOn: localDate('2026-02-02'),
    statusCode: '02',
    statusSince: localDate('2026-02-02'),
  },
  residence: { municipalityCode: '240' },
  age: 'YOUNG',
});

const boundPlan = async (clientId: string): Promise<string> => {
  const draft = contract.PlanDraft.fromPartial({
    goal: contract.PlanGoal.PLAN_GOAL_EDUCATION,
    language: 'fi',
    followUpDate: '2026-05-04',
  });
  const drafting = { requestId: randomUUID(), clientId, kindCode: '01', draft };
  const { planId } = await guidance.portal.draftPlan(drafting, await guidance.as(manager));
  await guidance.portal.acceptPlan(
    {
      ...{ requestId: randomUUID(), clientId, planId, expectedVersion: 1 },
      how: contract.AcceptanceChannel.ACCEPTANCE_CHANNEL_VISIT,
      acceptedDate: '2026-02-02',
    },
    await guidance.as(manager),
  );
  return planId;
};

const taskDaysOf = async (clientId: string): Promise<readonly string[]> => {
  const session = { actorId: manager.staffId, program: 'portal', roles: [manager.role] };
  const rows = await guidance.database.transact(session, (tx) =>
    tx.query<{ due_on: string }>(
      "SELECT due_on::text FROM day_task WHERE client_id = $1 AND kind = 'STUDY_APPLICATION'",
      [clientId],
    ),
  );
  return rows.map(({ due_on: day }) => day);
};

const studyTimersOf = async (clientId: string): Promise<readonly unknown[]> => {
  const session = { actorId: 'guidance', program: 'guidance', roles: [] };
  const rows = await guidance.database.transact(session, (tx) =>
    tx.query<{ subject_id: string; due_on: string }>(
      "SELECT subject_id, due_on::text FROM timer WHERE kind = 'joint-application-ends' AND subject_id LIKE $1",
      [`${clientId}/%`],
    ),
  );
  return rows.map(({ subject_id: subject, due_on: day }) => [subject, day]);
};

describe('the duty to apply for studies as its callers meet it', () => {
  it('stands in the plan of a young client without a qualification, until enough is applied for', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId));
    const need = aServiceNeedRequest(clientId, { vocationalQualification: Stated.STATED_NO });
    await guidance.portal.assessServiceNeed(need, await guidance.as(manager));
    const planId = await boundPlan(clientId);
    const duty = { places: 2, windowFromDate: '2026-02-17', windowLastDate: '2026-03-17' };
    const { plans } = await guidance.portal.listPlans({ clientId }, await guidance.as(manager));
    expect(plans[0]?.binding?.studyApplicationDuty).toMatchObject(duty);
    guidance.clock.set('2026-02-20T12:00:00+02:00');
    const record = async (appliedDate: string, by = manager) =>
      guidance.portal.recordStudyApplications(
        { requestId: randomUUID(), clientId, appliedDate, places: 2 },
        await guidance.as(by),
      );
    expect((await refusalOf(record('2026-02-16'))).violations?.map(({ code }) => code)).toEqual([
      'DATE_OUTSIDE_PERIOD',
    ]);
    expect(await taskDaysOf(clientId)).toEqual(['2026-03-17']);
    expect(await studyTimersOf(clientId)).toEqual([[`${clientId}/${planId}/2026-03-17`, '2026-03-18']]);
    expect((await record('2026-02-18')).standing).toMatchObject({ applied: 2, duty });
    expect(
      (await guidance.portal.getObligation({ clientId }, await guidance.as(manager))).studyDuty?.applications,
    ).toMatchObject([{ appliedDate: '2026-02-18', places: 2, recordedDate: '2026-02-20' }]);
    expect(await taskDaysOf(clientId)).toEqual([]);
    await guidance.hear({ kind: 'ResidenceChanged', clientId, residence: { handlerId: 'staff-0004' } });
    expect(await refusalOf(record('2026-02-19'))).toMatchObject({ reason: 'CLIENT_CASE_NOT_FOUND' });
    await guidance.hear({ kind: 'AgeKnown', clientId, age: 'OLDER' });
    expect(await refusalOf(record('2026-02-19', handler))).toMatchObject({ reason: 'NO_STUDY_DUTY' });
  });
});
