import { randomUUID } from 'node:crypto';
import { localDate } from '@tyovayla/kernel/local-date';
import { AccessReason } from '@tyovayla/proto/tyovayla/guidance/v1/access_reason';
import {
  MeetingBookedBy,
  type MeetingBooking,
  MeetingCancelReason,
  MeetingChannel,
  MeetingKind,
  MeetingStatus,
  MissedMeetingEffect,
  meetingStatusToJSON,
  RemoteReason,
} from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import { ProfileDutyState } from '@tyovayla/proto/tyovayla/guidance/v1/profile_duty';
import type { CallError } from '@tyovayla/runtime/grpc/call-error';
import { type Caller, type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';
import { aServiceNeedRequest, refusalOf, registered } from '../../testing/portal-calls.ts';

let guidance: GuidanceServer;

const itself = { actorId: 'guidance', program: 'guidance', roles: [] };

const manager: Caller = { staffId: 'staff-0003', role: 'SERVICE_MANAGER' };
/** Asked, and kept, only where the client is under protection. */
const accessReason = AccessReason.ACCESS_REASON_CLIENT_SERVICE;

const handler: Caller = { staffId: 'staff-0004', role: 'PROTECTED_CLIENT_HANDLER' };
const otherHandler: Caller = { staffId: 'staff-0014', role: 'PROTECTED_CLIENT_HANDLER' };

const booking = (about: Partial<MeetingBooking> = {}): MeetingBooking => ({
  date: '2026-02-10',
  startTime: '10:00',
  minutes: 0,
  channel: MeetingChannel.MEETING_CHANNEL_OFFICE,
  officeCode: 'kemi-pointti',
  bookedBy: MeetingBookedBy.MEETING_BOOKED_BY_AUTHORITY,
  specialistId: `staff-${randomUUID()}`,
  remoteReason: RemoteReason.REMOTE_REASON_UNSPECIFIED,
  ...about,
});

const bookInterview = async (clientId: string, about: Partial<MeetingBooking> = {}, by = manager) =>
  guidance.portal.bookMeeting(
    {
      requestId: randomUUID(),
      clientId,
      meetingId: '',
      kind: MeetingKind.MEETING_KIND_INITIAL_INTERVIEW,
      booking: booking(about),
    },
    await guidance.as(by),
  );

const meetingsOf = async (clientId: string, by = manager) =>
  (await guidance.portal.listMeetings({ clientId, accessReason }, await guidance.as(by))).meetings;

const interviewStatus = async (clientId: string) =>
  meetingStatusToJSON((await guidance.portal.getInitialInterview({ clientId }, await guidance.as(manager))).status);

beforeAll(async () => {
  guidance = await startGuidanceServer();
});

afterAll(() => guidance?.stop());

beforeEach(() => guidance.clock.set('2026-02-02T12:00:00+02:00'));

describe('meetings as their callers meet them', () => {
  it('go from a registration to an interview that is booked, moved and held, and to the next discussion', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId));
    const due = await guidance.portal.getInitialInterview({ clientId }, await guidance.as(manager));
    expect(due).toMatchObject({ dueDate: '2026-02-16', workingDays: 10, ruleValidFromDate: '2026-01-01' });
    expect(await interviewStatus(clientId)).toBe('MEETING_STATUS_PLANNED');
    const { meetingId, version } = await bookInterview(clientId);
    expect(await interviewStatus(clientId)).toBe('MEETING_STATUS_BOOKED');
    const moved = await guidance.portal.rescheduleMeeting(
      {
        requestId: randomUUID(),
        clientId,
        meetingId,
        expectedVersion: version,
        booking: booking({ date: '2026-02-11' }),
      },
      await guidance.as(manager),
    );
    guidance.clock.set('2026-02-11T12:00:00+02:00');
    const held = await guidance.portal.recordMeetingHeld(
      {
        requestId: randomUUID(),
        clientId,
        meetingId,
        expectedVersion: moved.version,
        heldDate: '2026-02-11',
        channelCode: '21',
      },
      await guidance.as(manager),
    );
    expect(await interviewStatus(clientId)).toBe('MEETING_STATUS_HELD');
    expect(held.plannedMeetings).toMatchObject([
      { kind: MeetingKind.MEETING_KIND_DISCUSSION, dueDate: '2026-05-11', ruleValidFromDate: '2026-05-01' },
    ]);
    expect(await meetingsOf(clientId)).toMatchObject([
      { kind: MeetingKind.MEETING_KIND_DISCUSSION, status: MeetingStatus.MEETING_STATUS_PLANNED },
      {
        meetingId,
        status: MeetingStatus.MEETING_STATUS_HELD,
        doneDate: '2026-02-11',
        channelCode: '21',
        booking: { startTime: '10:00', minutes: 45, officeCode: 'kemi-pointti' },
      },
    ]);
  });

  it('put on the day list what they lead to: an assessment until it is made, a profile until it is published', async () => {
    const clientId = randomUUID();
    guidance.clock.set('2026-09-07T12:00:00+03:00');
    await guidance.hear(registered(clientId));
    const kinds = async () => {
      const rows = await guidance.database.transact(itself, (tx) =>
        tx.query<{ kind: string }>(
          "SELECT kind FROM day_task WHERE client_id = $1 AND kind <> 'HAND_OVER_PROPOSED' ORDER BY kind",
          [clientId],
        ),
      );
      return rows.map(({ kind }) => kind);
    };
    expect(await kinds()).toEqual(['MEETING_DUE']);
    const duty = async () => guidance.portal.getProfileDuty({ clientId }, await guidance.as(manager));
    expect((await duty()).state).toBe(ProfileDutyState.PROFILE_DUTY_STATE_NOT_YET);
    const discussion = (await meetingsOf(clientId)).find(
      ({ status }) => status === MeetingStatus.MEETING_STATUS_PLANNED,
    );
    await guidance.portal.recordMeetingHeld(
      {
        requestId: randomUUID(),
        clientId,
        meetingId: discussion?.meetingId ?? '',
        expectedVersion: 0,
        heldDate: '2026-09-07',
        channelCode: '27',
      },
      await guidance.as(manager),
    );
    expect(await kinds()).toEqual(['ASSESSMENT_DUE', 'MEETING_DUE', 'PROFILE_DUE']);
    expect(await duty()).toMatchObject({ state: ProfileDutyState.PROFILE_DUTY_STATE_OWED, dueDate: '2026-09-28' });
    await guidance.portal.assessServiceNeed(aServiceNeedRequest(clientId), await guidance.as(manager));
    await guidance.hear({ kind: 'ProfilePublished', clientId, publishedOn: localDate('2026-09-08') });
    expect(await kinds()).toEqual(['MEETING_DUE']);
  });

  it('that were missed propose what the law of the day says, and nothing ends by itself', async () => {
    const clientId = randomUUID();
    guidance.clock.set('2026-03-02T12:00:00+02:00');
    await guidance.hear(registered(clientId));
    const plan = { requestId: randomUUID(), clientId, kind: MeetingKind.MEETING_KIND_SUPPLEMENTARY };
    await guidance.portal.planMeeting({ ...plan, dueDate: '2026-03-06' }, await guidance.as(manager));
    const booked = await guidance.portal.bookMeeting(
      {
        requestId: randomUUID(),
        clientId,
        meetingId: '',
        kind: plan.kind,
        booking: booking({ date: '2026-03-03', bookedBy: MeetingBookedBy.MEETING_BOOKED_BY_SELF }),
      },
      await guidance.as(manager),
    );
    guidance.clock.set('2026-03-03T12:00:00+02:00');
    const missed = await guidance.portal.recordMeetingMissed(
      { requestId: randomUUID(), clientId, meetingId: booked.meetingId, expectedVersion: booked.version },
      await guidance.as(manager),
    );
    expect(missed).toMatchObject({
      effect: MissedMeetingEffect.MISSED_MEETING_EFFECT_JOB_SEARCH_ENDS,
      ruleValidFromDate: '2026-03-01',
      plannedMeetingId: '',
    });
    const { candidates } = await guidance.portal.listNeglectCandidates({ clientId }, await guidance.as(manager));
    expect(candidates).toHaveLength(1);
  });

  it('that are cancelled at the client’s wish are planned again', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId));
    const { meetingId, version } = await bookInterview(clientId);
    await guidance.portal.cancelMeeting(
      {
        requestId: randomUUID(),
        clientId,
        meetingId,
        expectedVersion: version,
        reason: MeetingCancelReason.MEETING_CANCEL_REASON_CLIENT_ASKED,
      },
      await guidance.as(manager),
    );
    expect(new Set((await meetingsOf(clientId)).map(({ status }) => status))).toEqual(
      new Set([MeetingStatus.MEETING_STATUS_PLANNED, MeetingStatus.MEETING_STATUS_CANCELLED]),
    );
  });

  it('are refused with the hours, the holiday and every bad field at once', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId));
    const simo = { officeCode: 'simo-kunnantalo', date: '2026-02-09' };
    expect(await refusalOf(bookInterview(clientId, simo))).toMatchObject({
      code: 'FAILED_PRECONDITION',
      reason: 'MEETING_OUTSIDE_OPENING_HOURS',
    });
    expect(await refusalOf(bookInterview(clientId, { date: '2026-04-03' }))).toMatchObject({
      reason: 'MEETING_ON_NON_WORKING_DAY',
      metadata: { reason: 'GOOD_FRIDAY' },
    });
    const bad = await refusalOf(bookInterview(clientId, { date: '2026-02-30', officeCode: '' }));
    expect(bad.violations.map(({ field }) => field).toSorted()).toEqual(['booking.date', 'booking.office_code']);
  });

  it('are not booked twice with one specialist at one time', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await guidance.hear(registered(one), registered(other));
    const busy = { specialistId: 'staff-0777' };
    await bookInterview(one, busy);
    expect((await refusalOf(bookInterview(other, { ...busy, startTime: '10:30' }))).reason).toBe('SPECIALIST_NOT_FREE');
    await bookInterview(other, { ...busy, startTime: '10:45' });
  });

  it('tell the second of two who had seen the same version', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId));
    const { meetingId, version } = await bookInterview(clientId);
    const move = async (date: string) =>
      guidance.portal.rescheduleMeeting(
        { requestId: randomUUID(), clientId, meetingId, expectedVersion: version, booking: booking({ date }) },
        await guidance.as(manager),
      );
    const outcomes = await Promise.allSettled([move('2026-02-11'), move('2026-02-12')]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected')?.reason as CallError;
    expect([lost.code, lost.reason]).toEqual(['ABORTED', 'MEETING_CHANGED_MEANWHILE']);
  });

  it('of a protected client are the assigned handler’s, and no other caller’s answer tells of them', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId, { handlerId: 'staff-0004' }));
    const { meetingId } = await bookInterview(clientId, {}, handler);
    expect((await meetingsOf(clientId, handler))[0]).toMatchObject({
      meetingId,
      booking: { officeCode: 'kemi-pointti' },
    });
    for (const caller of [manager, otherHandler]) {
      const [theirs, nobodys] = [
        await refusalOf(meetingsOf(clientId, caller)),
        await refusalOf(meetingsOf(randomUUID(), caller)),
      ];
      expect(theirs).toEqual(nobodys);
      expect(theirs).toMatchObject({ code: 'NOT_FOUND', reason: 'CLIENT_CASE_NOT_FOUND' });
      expect(await refusalOf(bookInterview(clientId, {}, caller))).toEqual(
        await refusalOf(bookInterview(randomUUID(), {}, caller)),
      );
    }
  });

  it('have offices with hours', async () => {
    const { offices, remoteHours } = await guidance.portal.listOffices({}, await guidance.as(manager));
    expect(new Set(offices.map(({ municipalityCode }) => municipalityCode))).toEqual(
      new Set(['240', '241', '751', '845', '851', '976']),
    );
    expect(offices.find(({ officeCode }) => officeCode === 'simo-kunnantalo')?.openingHours).toMatchObject(
      [2, 3, 4].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '15:00' })),
    );
    expect(remoteHours).toHaveLength(5);
  });
});
