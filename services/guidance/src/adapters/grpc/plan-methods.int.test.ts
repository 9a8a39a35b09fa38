import { randomUUID } from 'node:crypto';
import { checkCharacter } from '@tyovayla/kernel/identity-code';
import { localDate } from '@tyovayla/kernel/local-date';
import { AccessReason } from '@tyovayla/proto/tyovayla/guidance/v1/access_reason';
import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import type { CallError } from '@tyovayla/runtime/grpc/call-error';
import type { ClientNews } from '../../domain/client-case/client-news.ts';
import { type Caller, type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';

let guidance: GuidanceServer;

const manager: Caller = { staffId: 'staff-0003', role: 'SERVICE_MANAGER' };
const otherManager: Caller = { staffId: 'staff-0013', role: 'SERVICE_MANAGER' };
/** Asked, and kept, only where the client is under protection. */
const accessReason = AccessReason.ACCESS_REASON_CLIENT_SERVICE;

const handler: Caller = { staffId: 'staff-0004', role: 'PROTECTED_CLIENT_HANDLER' };
const otherHandler: Caller = { staffId: 'staff-0014', role: 'PROTECTED_CLIENT_HANDLER' };

const registered = (clientId: string, residence: object = { municipalityCode: '240' }): ClientNews => ({
  kind: 'JobSearchStarted',
  clientId,
  jobSearch: {
    jobSearchId: randomUUID(),
    startedOn: localDate('2026-02-02'),
    statusCode: '02',
    statusSince: localDate('2026-02-02'),
  },
  residence,
});

const draft = (about: Partial<contract.PlanDraft> = {}): contract.PlanDraft => ({
  ...contract.PlanDraft.fromPartial({
    goal: contract.PlanGoal.PLAN_GOAL_OPEN_MARKET_WORK,
    goalText: 'Takaisin puuseppäksi',
    language: 'fi',
    tasks: [{ taskCode: '063', dueDate: '2026-03-31', note: 'Kokeilu pajalla' }],
    followUpDate: '2026-05-04',
  }),
  ...about,
});

const refusalOf = (call: Promise<unknown>): Promise<Pick<CallError, 'code' | 'reason' | 'metadata' | 'violations'>> =>
  call.then(
    () => {
      throw new Error('was not refused');
    },
    ({ code, reason, metadata, violations }: CallError) => ({ code, reason, metadata, violations }),
  );

const aClient = async (residence?: object): Promise<string> => {
  const clientId = randomUUID();
  await guidance.hear(registered(clientId, residence));
  return clientId;
};

const draftPlan = async (clientId: string, about: Partial<contract.DraftPlanRequest> = {}, by = manager) =>
  guidance.portal.draftPlan(
    { requestId: randomUUID(), clientId, kindCode: '01', draft: draft(), ...about },
    await guidance.as(by),
  );

const acceptPlan = async (clientId: string, planId: string, expectedVersion = 1) =>
  guidance.portal.acceptPlan(
    {
      requestId: randomUUID(),
      clientId,
      planId,
      expectedVersion,
      how: contract.AcceptanceChannel.ACCEPTANCE_CHANNEL_VISIT,
      acceptedDate: '2026-02-02',
    },
    await guidance.as(manager),
  );

const plansOf = async (clientId: string, by = manager) =>
  (await guidance.portal.listPlans({ clientId, accessReason }, await guidance.as(by))).plans;

const obligationOf = async (clientId: string, by = manager) =>
  guidance.portal.getObligation({ clientId }, await guidance.as(by));

beforeAll(async () => {
  guidance = await startGuidanceServer();
});

afterAll(() => guidance?.stop());

beforeEach(() => guidance.clock.set('2026-02-02T12:00:00+02:00'));

describe('plans as their callers meet them', () => {
  it('go from a draft to acceptance, a done task and a new version, and every version stays readable', async () => {
    const clientId = await aClient();
    const { planId, version, obligation } = await draftPlan(clientId);
    expect([version, obligation]).toMatchObject([
      1,
      { numbered: true, count: 4, perMonths: 1, fromDate: '2026-02-02', lastDate: '2026-03-01', ruleCount: 4 },
    ]);
    const accepted = await acceptPlan(clientId, planId);
    expect(accepted).toMatchObject({ version: 2, replacedPlanId: '', period: { required: 4, reported: 0 } });
    const taskId = (await plansOf(clientId))[0]?.binding?.tasks[0]?.taskId ?? '';
    await guidance.portal.recordTaskDone(
      { requestId: randomUUID(), clientId, planId, expectedVersion: 2, taskId, doneDate: '2026-02-02' },
      await guidance.as(manager),
    );
    await guidance.portal.revisePlan(
      {
        requestId: randomUUID(),
        clientId,
        planId,
        expectedVersion: 3,
        draft: draft({ goal: contract.PlanGoal.PLAN_GOAL_EDUCATION }),
      },
      await guidance.as(otherManager),
    );
    const [plan] = await plansOf(clientId);
    expect(plan).toMatchObject({
      kindCode: '01',
      status: contract.PlanStatus.PLAN_STATUS_BINDING,
      version: 4,
      substituting: false,
      binding: {
        version: 1,
        goal: contract.PlanGoal.PLAN_GOAL_OPEN_MARKET_WORK,
        goalText: 'Takaisin puuseppäksi',
        acceptedDate: '2026-02-02',
        acceptedHow: contract.AcceptanceChannel.ACCEPTANCE_CHANNEL_VISIT,
        consequencesCode: 'REMINDER_FIRST',
        tasks: [{ taskCode: '063', note: 'Kokeilu pajalla', doneDate: '2026-02-02' }],
      },
      proposed: { version: 4, goal: contract.PlanGoal.PLAN_GOAL_EDUCATION, acceptedDate: '' },
    });
    expect(plan?.contents.map((content) => content.version)).toEqual([1, 4]);
    expect(plan?.edits.map(({ editorId, kind }) => [editorId, contract.planEditKindToJSON(kind)])).toEqual([
      ['staff-0003', 'PLAN_EDIT_KIND_DRAFTED'],
      ['staff-0003', 'PLAN_EDIT_KIND_ACCEPTED'],
      ['staff-0003', 'PLAN_EDIT_KIND_TASK_DONE'],
      ['staff-0013', 'PLAN_EDIT_KIND_REVISED'],
    ]);
  });

  it('tell the second of two who edit one at once', async () => {
    const clientId = await aClient();
    const { planId } = await draftPlan(clientId);
    const revise = async (by: Caller) =>
      guidance.portal.revisePlan(
        { requestId: randomUUID(), clientId, planId, expectedVersion: 1, draft: draft() },
        await guidance.as(by),
      );
    await revise(manager);
    expect(await refusalOf(revise(otherManager))).toMatchObject({
      code: 'ABORTED',
      reason: 'PLAN_CHANGED_MEANWHILE',
      metadata: { version: '2' },
    });
  });

  it('give way to a substituting plan, with a link', async () => {
    const clientId = await aClient();
    const first = await draftPlan(clientId);
    await acceptPlan(clientId, first.planId);
    const other = await draftPlan(clientId, { kindCode: '07' });
    expect(await acceptPlan(clientId, other.planId)).toMatchObject({ replacedPlanId: first.planId });
    const [substituting, replaced] = await plansOf(clientId);
    expect([substituting?.substituting, replaced?.replacedByPlanId, replaced?.endedDate]).toEqual([
      true,
      other.planId,
      '2026-02-02',
    ]);
    const { period, formerPeriods } = await obligationOf(clientId);
    expect([period?.planId, formerPeriods.map(({ state }) => contract.obligationPeriodStateToJSON(state))]).toEqual([
      other.planId,
      ['OBLIGATION_PERIOD_STATE_SUPERSEDED'],
    ]);
  });

  it('name every bad field at once, and take no identity code in a text', async () => {
    const clientId = await aClient();
    const identityCode = `140588-900${checkCharacter('140588900')}`;
    const call = draftPlan(clientId, {
      draft: draft({
        goalText: `asiakas ${identityCode}`,
        followUpDate: '2026-02-30',
        tasks: [contract.PlanTask.fromPartial({ taskCode: '063', dueDate: '2026-13-01' })],
      }),
    });
    const refusal = await refusalOf(call);
    expect([refusal.code, refusal.violations?.map(({ field, code }) => `${field} ${code}`)]).toEqual([
      'INVALID_ARGUMENT',
      [
        'draft.goal_text IDENTITY_CODE_IN_TEXT',
        'draft.tasks[0].due_date DATE_IMPOSSIBLE',
        'draft.follow_up_date DATE_IMPOSSIBLE',
      ],
    ]);
    expect(JSON.stringify(refusal)).not.toContain(identityCode);
  });

  it('of a protected client are the assigned handler’s alone; to others there is no such client', async () => {
    const clientId = await aClient({ handlerId: handler.staffId });
    const { planId } = await draftPlan(clientId, {}, handler);
    expect((await plansOf(clientId, handler)).map((plan) => plan.planId)).toEqual([planId]);
    const ofNobody = await refusalOf(plansOf(randomUUID()));
    for (const by of [manager, otherHandler]) {
      expect(await refusalOf(plansOf(clientId, by))).toEqual(ofNobody);
      expect(await refusalOf(obligationOf(clientId, by))).toEqual(ofNobody);
      expect(await refusalOf(draftPlan(clientId, {}, by))).toEqual(ofNobody);
    }
    // The second lock: row-level security shows a manager no row of it either.
    const session = { actorId: manager.staffId, program: 'portal', roles: [manager.role] };
    const rows = await guidance.database.transact(session, (tx) =>
      tx.query('SELECT plan_id FROM plan WHERE client_id = $1', [clientId]),
    );
    expect(rows).toEqual([]);
  });
});

describe('the job-search obligation as its callers meet it', () => {
  it('counts what is reported in the plan’s own period, and says how many of how many by when', async () => {
    const clientId = await aClient();
    const { planId } = await draftPlan(clientId);
    const { period } = await acceptPlan(clientId, planId);
    const periodId = period?.periodId ?? '';
    guidance.clock.set('2026-02-20T12:00:00+02:00');
    const report = async (...days: readonly string[]) =>
      guidance.portal.recordApplications(
        {
          requestId: randomUUID(),
          clientId,
          periodId,
          applications: days.map((appliedDate) =>
            contract.ReportedApplication.fromPartial({
              kind: contract.ApplicationKind.APPLICATION_KIND_VACANCY,
              appliedDate,
              note: 'Konepaja',
            }),
          ),
        },
        await guidance.as(manager),
      );
    expect((await report('2026-02-10', '2026-02-20')).period).toMatchObject({
      reported: 2,
      required: 4,
      fromDate: '2026-02-02',
      lastDate: '2026-03-01',
    });
    const refusal = await refusalOf(report('2026-02-01', '2026-02-21'));
    expect(refusal.violations?.map(({ code }) => code)).toEqual(['DATE_OUTSIDE_PERIOD', 'DATE_IN_FUTURE']);
    const { applications, byRuleToday, planDiffersFromRule } = await obligationOf(clientId);
    expect(applications.map(({ appliedDate }) => appliedDate)).toEqual(['2026-02-20', '2026-02-10']);
    expect([byRuleToday?.count, planDiffersFromRule]).toEqual([4, false]);
  });

  it('says of a job offer whether it bound the client, and suspects a neglect of one not applied to', async () => {
    const clientId = await aClient();
    guidance.clock.set('2026-02-12T12:00:00+02:00');
    const offerId = randomUUID();
    const followUp = async () =>
      guidance.portal.recordJobOfferFollowUp(
        {
          requestId: randomUUID(),
          clientId,
          offerId,
          offeredDate: '2026-02-03',
          applyByDate: '2026-02-10',
          outcome: contract.JobOfferOutcome.JOB_OFFER_OUTCOME_NOT_APPLIED,
          ground: contract.UnsuitableGround.UNSUITABLE_GROUND_UNSPECIFIED,
        },
        await guidance.as(manager),
      );
    expect(await followUp()).toMatchObject({
      binding: true,
      ruleValidFromDate: '2026-01-01',
      because: ['BINDS_FROM_START_OF_JOB_SEARCH'],
      neglectSuspected: true,
    });
    expect(await refusalOf(followUp())).toMatchObject({
      code: 'ALREADY_EXISTS',
      reason: 'JOB_OFFER_ALREADY_FOLLOWED_UP',
    });
    const session = { actorId: manager.staffId, program: 'portal', roles: [manager.role] };
    const candidates = await guidance.database.transact(session, (tx) =>
      tx.query('SELECT kind, occurred_on, source_id FROM neglect_candidate WHERE client_id = $1', [clientId]),
    );
    expect(candidates).toEqual([{ kind: 'OFFER_NOT_APPLIED', occurred_on: '2026-02-10', source_id: offerId }]);
  });

  it('ends with the job search, and so does the plan', async () => {
    const clientId = randomUUID();
    const started = registered(clientId);
    await guidance.hear(started);
    const { planId } = await draftPlan(clientId);
    await acceptPlan(clientId, planId);
    await guidance.hear({ kind: 'JobSearchEnded', clientId, endedOn: localDate('2026-02-02'), reason: 'EMPLOYED' });
    const [plan] = await plansOf(clientId);
    expect(contract.planEndReasonToJSON(plan?.endReason ?? 0)).toBe('PLAN_END_REASON_JOB_SEARCH_ENDED');
    const { period, formerPeriods } = await obligationOf(clientId);
    expect([period, formerPeriods.length]).toEqual([undefined, 1]);
  });

  it('keeps no word that anybody wrote of someone who became anonymous', async () => {
    const clientId = await aClient();
    await draftPlan(clientId);
    expect(JSON.stringify(await plansOf(clientId))).toContain('puuseppäksi');
    await guidance.hear({ kind: 'JobSearchEnded', clientId, endedOn: localDate('2026-02-02'), reason: 'ANONYMISED' });
    const left = await plansOf(clientId);
    expect(JSON.stringify(left)).not.toMatch(/puuseppäksi|pajalla/);
    expect(left[0]?.contents[0]).toMatchObject({ goal: contract.PlanGoal.PLAN_GOAL_OPEN_MARKET_WORK, goalText: '' });
  });
});
