import { randomUUID } from 'node:crypto';
import { addDays, localDate } from '@tyovayla/kernel/local-date';
import { MeetingCancelReason, MeetingStatus } from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import * as neglect from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import * as plan from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import type { ClientNews } from '../../domain/client-case/client-news.ts';
import { aClientCase, aJobSearch, aProtectedCase } from '../../testing/builders.ts';
import { type Caller, type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';
import { aHeldMeeting, aPlannedMeeting } from '../../testing/meeting-builders.ts';
import { aServiceNeedRequest, refusalOf } from '../../testing/portal-calls.ts';
import { neglectCandidateWrites } from '../postgres/neglect-candidate.ts';

const kemi: Caller = { staffId: 'staff-0001', role: 'CASE_SPECIALIST' };
const manager: Caller = { staffId: 'staff-0003', role: 'SERVICE_MANAGER' };
const itself = { actorId: 'guidance', program: 'guidance', roles: [] };
const byExchange = { actorId: 'area-exchange', program: 'area-exchange', roles: [] };

let guidance: GuidanceServer;

beforeAll(async () => {
  guidance = await startGuidanceServer();
});

afterAll(() => guidance?.stop());

beforeEach(() => guidance.clock.set('2026-03-02T12:00:00+02:00'));

const put = async (about: object = {}, build = aClientCase): Promise<string> => {
  const clientId = randomUUID();
  const clientCase = build({ clientId, specialistId: kemi.staffId, ...about });
  await guidance.database.transact(itself, (tx) => tx.write(guidance.ports.cases.insert(clientCase)));
  return clientId;
};

const ended = (clientId: string, reason: string): ClientNews => ({
  kind: 'JobSearchEnded',
  clientId,
  endedOn: localDate('2026-03-12'),
  reason,
});

const handedOver = (clientId: string) => guidance.exchange.getHandedOverProcess({ clientId }, {});

/** Two meetings, of which one was held. */
const meet = async (clientId: string): Promise<void> => {
  const { meetings } = guidance.ports;
  const { jobSearchId } = aJobSearch();
  const afters = [
    aHeldMeeting({ clientId, jobSearchId, meetingId: randomUUID() }),
    aPlannedMeeting({ clientId, jobSearchId, meetingId: randomUUID() }),
  ];
  await guidance.database.transact(itself, (tx) => tx.write(meetings.save(afters.map((after) => ({ after })))));
};

const agreeOnPlan = async (clientId: string): Promise<string> => {
  const token = await guidance.as(kemi);
  const { planId } = await guidance.portal.draftPlan(
    {
      ...{ requestId: randomUUID(), clientId, kindCode: '01' },
      draft: {
        goal: plan.PlanGoal.PLAN_GOAL_OPEN_MARKET_WORK,
        goalText: 'puuseppäksi',
        language: 'fi',
        tasks: [{ taskId: '', taskCode: '063', dueDate: '2026-04-30', note: '', doneDate: '' }],
        followUpDate: '2026-05-04',
        situation: plan.ObligationSituation.OBLIGATION_SITUATION_UNSPECIFIED,
        occupationCode: '',
        reduction: undefined,
      },
    },
    token,
  );
  const how = plan.AcceptanceChannel.ACCEPTANCE_CHANNEL_PHONE;
  const acceptance = { how, acceptedDate: '2026-03-02', expectedVersion: 1 };
  await guidance.portal.acceptPlan({ requestId: randomUUID(), clientId, planId, ...acceptance }, token);
  return planId;
};

/** A meeting missed on 2 March without an acceptable reason, and the statement that follows. */
const sanction = async (clientId: string): Promise<string> => {
  const token = await guidance.as(kemi);
  const on = () => ({ requestId: randomUUID(), clientId });
  const candidateId = randomUUID();
  const missed = { kind: 'MISSED_MEETING', occurredOn: localDate('2026-03-02'), sourceId: randomUUID() } as const;
  await guidance.database.transact(itself, (tx) =>
    tx.write(neglectCandidateWrites({ clientId, candidateId, ...missed })),
  );
  const recorded = { candidateId, kind: neglect.NeglectKind.NEGLECT_KIND_UNSPECIFIED, occurredDate: '' };
  const { neglectId } = await guidance.portal.recordNeglect({ ...on(), ...recorded }, token);
  const manner = neglect.HearingManner.HEARING_MANNER_LETTER;
  const language = neglect.MatterLanguage.MATTER_LANGUAGE_FI;
  const hearing = await guidance.portal.openHearing(
    { ...on(), neglectId, manner, language, expectedVersion: 1 },
    token,
  );
  guidance.clock.set(`${addDays(localDate(hearing.deadlineDate), 1)}T12:00:00+02:00`);
  const ground = neglect.ReasonGround.REASON_GROUND_NO_EXPLANATION;
  await guidance.portal.assessReason({ ...on(), neglectId, ground, expectedVersion: 0 }, await guidance.as(kemi));
  const value = { neglectId, fromDate: '2026-03-11', days: 0 };
  const { statementId } = await guidance.portal.issueStatement(
    {
      ...on(),
      content: { content: { $case: 'waitingPeriod', value } },
      ...{ groundCode: 'NEGLECT_IN_PROCESS', recipientCode: 'KELA', language },
    },
    await guidance.as(kemi),
  );
  return statementId;
};

describe('what ends here because records of one person were put together', () => {
  it('says so, of plans and of meetings', async () => {
    const clientId = await put();
    await agreeOnPlan(clientId);
    await meet(clientId);
    await guidance.hear(ended(clientId, 'MERGED_AWAY'));
    const { plans } = await guidance.portal.listPlans({ clientId }, await guidance.as(manager));
    expect(plans.map(({ endReason }) => endReason)).toEqual([plan.PlanEndReason.PLAN_END_REASON_RECORDS_MERGED]);
    const { meetings } = await guidance.portal.listMeetings({ clientId }, await guidance.as(manager));
    const cancelled = meetings.filter(({ status }) => status === MeetingStatus.MEETING_STATUS_CANCELLED);
    expect(new Set(cancelled.map(({ cancelReason }) => cancelReason))).toEqual(
      new Set([MeetingCancelReason.MEETING_CANCEL_REASON_RECORDS_MERGED]),
    );
  });
});

describe('what goes along with a client whose job search goes over to another area', () => {
  it('is the plan that bound, the last assessment without its note, meetings held, what counts and what runs', async () => {
    const clientId = await put();
    await guidance.portal.assessServiceNeed(aServiceNeedRequest(clientId), await guidance.as(kemi));
    const planId = await agreeOnPlan(clientId);
    await meet(clientId);
    const statementId = await sanction(clientId);
    await guidance.hear(ended(clientId, 'TRANSFERRED_OUT'));
    const told = await handedOver(clientId);
    expect(told).toMatchObject({
      transferredDate: '2026-03-12',
      plan: { planId, kindCode: '01', content: { goalText: 'puuseppäksi', acceptedDate: '2026-03-02' } },
      serviceNeed: { segmentCode: '03', serviceLanguage: 'sv', multiSectorNeed: false },
      meetings: [{ channelCode: expect.stringMatching(/^\d\d$/), heldDate: expect.stringMatching(/^2026-/) }],
      neglects: [
        {
          kind: neglect.NeglectKind.NEGLECT_KIND_MISSED_MEETING,
          occurredDate: '2026-03-02',
          verdict: neglect.ReasonVerdict.REASON_VERDICT_NOT_ACCEPTABLE,
          step: 1,
          windowEndsDate: '2027-03-02',
        },
      ],
      sanctions: [{ statementId, content: { content: { $case: 'waitingPeriod', value: { days: 7 } } } }],
    });
    expect(JSON.stringify(told)).not.toMatch(/Iltavuorot|staff-/);
    const { plans } = await guidance.portal.listPlans({ clientId }, await guidance.as(manager));
    expect(plans[0]?.endReason).toBe(plan.PlanEndReason.PLAN_END_REASON_TRANSFERRED_TO_OTHER_AREA);
    const { meetings } = await guidance.portal.listMeetings({ clientId }, await guidance.as(manager));
    expect(meetings.find(({ status }) => status === MeetingStatus.MEETING_STATUS_CANCELLED)?.cancelReason).toBe(
      MeetingCancelReason.MEETING_CANCEL_REASON_TRANSFERRED_TO_OTHER_AREA,
    );
  });

  it('is shown of nobody who is here, has ended the search here, or came back', async () => {
    const [here, over, back] = [await put(), await put(), await put()];
    await guidance.hear(ended(over, 'EMPLOYED'), ended(back, 'TRANSFERRED_OUT'));
    expect((await handedOver(back)).transferredDate).toBe('2026-03-12');
    const jobSearch = { ...aJobSearch(), jobSearchId: randomUUID() };
    await guidance.hear({
      ...{ kind: 'JobSearchTakenIn', clientId: back, jobSearch, residence: { municipalityCode: '240' } },
    });
    const refusals = [];
    for (const clientId of [here, over, back, randomUUID()]) refusals.push(await refusalOf(handedOver(clientId)));
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ code: 'NOT_FOUND', reason: 'CLIENT_CASE_NOT_FOUND' });
  });

  it('is shown of a protected client too, to no member of staff, and stands in the client’s access log', async () => {
    const clientId = await put({}, aProtectedCase);
    await guidance.hear(ended(clientId, 'TRANSFERRED_OUT'));
    expect((await handedOver(clientId)).transferredDate).toBe('2026-03-12');
    const byStaff = guidance.portal.getHandedOverProcess({ clientId }, await guidance.as(kemi));
    expect(await refusalOf(byStaff)).toMatchObject({ code: 'PERMISSION_DENIED' });
    const rows = await guidance.database.transact(itself, (tx) =>
      tx.query('SELECT actor_id, action, purpose, data_group, result FROM audit_entry WHERE subject_id = $1', [
        clientId,
      ]),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({
        ...{ actor_id: 'area-exchange', action: 'GetHandedOverProcess', purpose: 'area-transfer' },
        ...{ data_group: 'hand-over', result: 'SHOWN' },
      }),
    );
  });

  it('is all that row-level security opens to the exchange of cases', async () => {
    const [here, gone] = [await put(), await put()];
    await meet(here);
    await guidance.hear(ended(gone, 'TRANSFERRED_OUT'));
    const seen = await guidance.database.transact(byExchange, (tx) =>
      tx.query<{ client_id: string }>(
        `SELECT client_id FROM client_case WHERE client_id = ANY ($1::uuid[])
          UNION ALL SELECT client_id FROM meeting WHERE client_id = ANY ($1::uuid[])`,
        [[here, gone]],
      ),
    );
    expect(seen.map(({ client_id: id }) => id)).toEqual([gone]);
  });
});
