import { localDate } from '@tyovayla/kernel/local-date';
import { someOffices } from '../../testing/in-memory-meetings.ts';
import {
  aBookedMeeting,
  aBooking,
  aHeldMeeting,
  aPlannedMeeting,
  aScene,
  noonOf,
  plannedLines,
} from '../../testing/meeting-builders.ts';
import { cancelAll, cancelMeeting } from './cancel-meeting.ts';
import type { Meeting } from './meeting.ts';
import type { cancelReasons } from './meeting-kinds.ts';
import { planByNeed } from './plan-by-need.ts';
import { rescheduleMeeting } from './reschedule-meeting.ts';

const reschedule = (
  meeting: Meeting,
  order: { expectedVersion?: number; booking?: ReturnType<typeof aBooking> } = {},
) => {
  const { booking = aBooking({ on: localDate('2026-02-11') }), ...rest } = order;
  const bookings = meeting.status === 'BOOKED' ? [meeting] : [];
  const scene = { ...aScene([meeting]), bookings, settings: someOffices };
  return rescheduleMeeting(scene, { meetingId: 'interview', booking, ...rest }, noonOf('2026-02-03'));
};

describe('giving a booked meeting another time', () => {
  it('moves it and tells the new day', () => {
    const decided = reschedule(aBookedMeeting(), { expectedVersion: 2 });
    if (!decided.ok) throw new Error(decided.refusal.code);
    expect(decided.value.meeting).toMatchObject({ version: 3, booking: { on: '2026-02-11' } });
    expect(decided.value.facts).toMatchObject([{ kind: 'MeetingRescheduled', bookedOn: '2026-02-11' }]);
  });

  it('by a quarter of an hour is not stopped by its own old time', () => {
    expect(reschedule(aBookedMeeting(), { booking: aBooking({ startsAt: 615 }) }).ok).toBe(true);
  });

  it('is told to the second of two who saw the same version', () => {
    const decided = reschedule(aBookedMeeting({ version: 3 }), { expectedVersion: 2 });
    expect(!decided.ok && decided.refusal).toEqual({
      kind: 'stale',
      code: 'MEETING_CHANGED_MEANWHILE',
      data: { version: '3' },
    });
  });

  it.each([
    ['it has none yet', aPlannedMeeting(), 'MEETING_NOT_IN_STATE'],
    ['it was held', aHeldMeeting(), 'MEETING_NOT_IN_STATE'],
  ])('is refused where %s', (_, meeting, code) => {
    const decided = reschedule(meeting);
    expect(!decided.ok && decided.refusal.code).toBe(code);
  });

  it('is refused on a day when nobody works, as booking is', () => {
    const decided = reschedule(aBookedMeeting(), { booking: aBooking({ on: localDate('2026-02-14') }) });
    expect(!decided.ok && decided.refusal.code).toBe('MEETING_ON_NON_WORKING_DAY');
  });
});

type Reason = (typeof cancelReasons)[number];

const cancel = (meeting: Meeting, reason: Reason, today = '2026-02-03') =>
  cancelMeeting(
    aScene([meeting, aHeldMeeting({ meetingId: 'held' })]),
    { meetingId: meeting.meetingId, reason },
    noonOf(today),
  );

const discussion = (about: Partial<Meeting> = {}) =>
  aPlannedMeeting({
    kind: 'DISCUSSION',
    asked: {
      dueOn: localDate('2026-05-10'),
      scheduleBy: localDate('2026-05-08'),
      ruleValidFrom: localDate('2026-05-01'),
    },
    ...(about as object),
  });

describe('cancelling a meeting', () => {
  it('that the clock asks for plans it again at once', () => {
    const decided = cancel(aBookedMeeting(), 'CLIENT_ASKED');
    if (!decided.ok) throw new Error(decided.refusal.code);
    expect(decided.value.meeting).toMatchObject({ status: 'CANCELLED', reason: 'CLIENT_ASKED', version: 3 });
    expect(plannedLines(decided.value)).toEqual(['INITIAL_INTERVIEW 2026-02-16 2026-02-16']);
    expect(decided.value.facts.map(({ kind }) => kind)).toEqual(['MeetingCancelled', 'MeetingPlanned']);
  });

  it('that the client needed, and no clock asks for, plans nothing', () => {
    const asked = { dueOn: localDate('2026-03-02'), scheduleBy: localDate('2026-03-02') };
    const decided = cancel(aPlannedMeeting({ kind: 'SUPPLEMENTARY', asked }), 'CLIENT_ASKED');
    expect(decided.ok && decided.value.facts.map(({ kind }) => kind)).toEqual(['MeetingCancelled']);
  });

  it('in the authority’s discretion is possible since 2026, and the next discussion follows (handbook 2.2)', () => {
    const decided = cancel(discussion(), 'WAIVED');
    if (!decided.ok) throw new Error(decided.refusal.code);
    expect(plannedLines(decided.value)).toEqual(['DISCUSSION 2026-08-10 2026-08-10']);
    const before = cancel(discussion(), 'WAIVED', '2025-12-31');
    expect(!before.ok && before.refusal).toMatchObject({
      code: 'WAIVING_NOT_IN_FORCE',
      data: { from: '2026-01-01' },
    });
  });

  it.each([
    ['the initial interview by discretion', aPlannedMeeting(), 'WAIVED'],
    ['a planned meeting of the clock because the client asked', discussion(), 'CLIENT_ASKED'],
    ['a meeting that was held', aHeldMeeting(), 'AUTHORITY'],
  ] as const)('is refused for %s', (_, meeting, reason) => {
    const decided = cancel(meeting, reason);
    expect(!decided.ok && decided.refusal.code).toBe('MEETING_NOT_IN_STATE');
  });

  it('of a client whose job search has ended leaves what was held', () => {
    const why = { reason: 'JOB_SEARCH_ENDED', today: localDate('2026-02-20') } as const;
    const { changes, facts } = cancelAll([aHeldMeeting(), aBookedMeeting(), discussion()], why);
    expect(changes.map(({ after }) => after.status)).toEqual(['CANCELLED', 'CANCELLED']);
    expect(facts).toMatchObject([{ reason: 'JOB_SEARCH_ENDED' }, { reason: 'JOB_SEARCH_ENDED' }]);
  });
});

describe('planning a meeting by the client’s need', () => {
  const plan = (kind: 'SUPPLEMENTARY' | 'ACTIVATION', due: string) =>
    planByNeed(aScene([]).planning, { kind, dueOn: localDate(due) }, noonOf('2026-02-03'));

  it('plans a supplementary discussion, on the working day before a closed one', () => {
    const decided = plan('SUPPLEMENTARY', '2026-04-03');
    expect(decided.ok && plannedLines(decided.value)).toEqual(['SUPPLEMENTARY 2026-04-03 2026-04-02']);
    expect(decided.ok && decided.value.facts[0]).not.toHaveProperty('ruleValidFrom');
  });

  it('plans activation meetings from 1 May 2026 on (handbook 2.2, V3)', () => {
    expect([plan('ACTIVATION', '2026-05-04').ok, plan('ACTIVATION', '2026-04-30').ok]).toEqual([true, false]);
  });

  it('is refused for a day that has passed', () => {
    const decided = plan('SUPPLEMENTARY', '2026-02-02');
    expect(!decided.ok && decided.refusal.violations).toMatchObject([{ field: 'due_date', code: 'DATE_PASSED' }]);
  });
});
