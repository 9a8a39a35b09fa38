import { localDate } from '@tyovayla/kernel/local-date';
import { aClientCase, aJobSearch } from '../../testing/builders.ts';
import {
  aBookedMeeting,
  aBooking,
  aHeldMeeting,
  aPlannedMeeting,
  aRemoteBooking,
  aScene,
  noonOf,
  plannedLines,
} from '../../testing/meeting-builders.ts';
import { channelCodes, codesFor } from './channel-codes.ts';
import type { Meeting } from './meeting.ts';
import { meetingKinds } from './meeting-kinds.ts';
import { recordMeetingHeld } from './record-meeting-held.ts';
import { recordMeetingMissed } from './record-meeting-missed.ts';

type Held = {
  readonly on?: string;
  readonly today?: string;
  readonly code?: string;
  readonly others?: readonly Meeting[];
  readonly startedOn?: string;
  readonly status?: { readonly code: string; readonly since: string };
};

const hold = (meeting: Meeting, about: Held = {}) => {
  const { on = '2026-02-10', code: channelCode = '21', others = [], startedOn = '2026-02-02', status } = about;
  const jobSearch = aJobSearch({
    startedOn: localDate(startedOn),
    ...(status && { statusCode: status.code, statusSince: localDate(status.since) }),
  });
  const scene = aScene([meeting, ...others], aClientCase({ jobSearch }));
  const order = { meetingId: meeting.meetingId, heldOn: localDate(on), channelCode };
  return recordMeetingHeld(scene, order, noonOf(about.today ?? on));
};

const linesAfter = (meeting: Meeting, about: Held): readonly string[] | string => {
  const decided = hold(meeting, about);
  return decided.ok ? plannedLines(decided.value) : decided.refusal.code;
};

describe('recording that a meeting was held', () => {
  it('tells how, and plans the next discussion three months on (handbook 2.2, V2)', () => {
    const decided = hold(aBookedMeeting());
    if (!decided.ok) throw new Error(decided.refusal.code);
    expect(decided.value.meeting).toEqual(aHeldMeeting());
    expect(plannedLines(decided.value)).toEqual(['DISCUSSION 2026-05-10 2026-05-08']);
    expect(decided.value.facts).toMatchObject([
      { kind: 'MeetingHeld', heldOn: '2026-02-10', channelCode: '21', dueOn: '2026-02-16' },
      { kind: 'MeetingPlanned', meetingKind: 'DISCUSSION', ruleValidFrom: '2026-05-01' },
    ]);
  });

  it('in 2025 planned five supplementary discussions before it (V1)', () => {
    expect(linesAfter(aPlannedMeeting(), { on: '2025-02-10', startedOn: '2025-02-03' })).toEqual([
      'SUPPLEMENTARY 2025-02-24 2025-02-24',
      'SUPPLEMENTARY 2025-03-10 2025-03-10',
      'SUPPLEMENTARY 2025-03-24 2025-03-24',
      'SUPPLEMENTARY 2025-04-07 2025-04-07',
      'SUPPLEMENTARY 2025-04-21 2025-04-17',
      'DISCUSSION 2025-05-10 2025-05-09',
    ]);
  });

  it('in November 2025 planned none for 2026 but the discussion: Eino’s process follows both laws', () => {
    expect(linesAfter(aPlannedMeeting(), { on: '2025-11-17', startedOn: '2025-11-10' })).toEqual([
      'SUPPLEMENTARY 2025-12-01 2025-12-01',
      'SUPPLEMENTARY 2025-12-15 2025-12-15',
      'SUPPLEMENTARY 2025-12-29 2025-12-29',
      'DISCUSSION 2026-02-17 2026-02-17',
    ]);
  });

  it('counts the next discussion from the day on which the last one was held, not from when it was due', () => {
    const others = [aHeldMeeting({ meetingId: 'first', heldOn: localDate('2026-02-10') })];
    const meeting = aPlannedMeeting({ kind: 'DISCUSSION' });
    expect(linesAfter(meeting, { on: '2026-04-28', code: '28', others })).toEqual(['DISCUSSION 2026-07-28 2026-07-28']);
  });

  it('after six months of 2025 planned the intensive period too, reckoned from the interview', () => {
    const others = [aHeldMeeting({ meetingId: 'first', heldOn: localDate('2025-01-13') })];
    const meeting = aPlannedMeeting({ kind: 'DISCUSSION' });
    expect(linesAfter(meeting, { on: '2025-07-10', code: '27', others, startedOn: '2025-01-07' })).toEqual([
      'INTENSIVE 2025-07-27 2025-07-25',
      'INTENSIVE 2025-08-10 2025-08-08',
      'DISCUSSION 2025-10-10 2025-10-10',
    ]);
  });

  it('plans no intensive meeting twice where a discussion is held early', () => {
    const asked = { dueOn: localDate('2025-07-27'), scheduleBy: localDate('2025-07-25') };
    const others = [
      aHeldMeeting({ meetingId: 'first', heldOn: localDate('2025-01-13') }),
      aPlannedMeeting({ meetingId: 'known', kind: 'INTENSIVE', asked }),
    ];
    const meeting = aPlannedMeeting({ kind: 'DISCUSSION' });
    expect(linesAfter(meeting, { on: '2025-07-10', code: '27', others, startedOn: '2025-01-07' })).toEqual([
      'INTENSIVE 2025-08-10 2025-08-08',
      'DISCUSSION 2025-10-10 2025-10-10',
    ]);
  });

  it('asks fewer of Pekka, laid off for less than three months in 2025 (handbook 2.2, exceptions)', () => {
    const about = { on: '2025-02-10', startedOn: '2025-02-03', status: { code: '03', since: '2025-01-01' } };
    expect(linesAfter(aPlannedMeeting(), about)).toEqual([
      'SUPPLEMENTARY 2025-04-07 2025-04-07',
      'SUPPLEMENTARY 2025-04-21 2025-04-17',
      'DISCUSSION 2025-05-10 2025-05-09',
    ]);
  });

  it('plans nothing after a supplementary meeting: the clock has planned what it asks for', () => {
    const meeting = aPlannedMeeting({ kind: 'SUPPLEMENTARY' });
    expect(linesAfter(meeting, { code: '25' })).toEqual([]);
  });

  it.each([
    ['before the job search began', { on: '2026-02-01', today: '2026-02-10' }],
    ['tomorrow', { on: '2026-02-11', today: '2026-02-10' }],
  ])('is refused for %s', (_, about) => {
    expect(linesAfter(aBookedMeeting(), about)).toBe('HELD_DATE_OUT_OF_RANGE');
  });

  it.each([
    ['an interview', aPlannedMeeting(), '27', '21,22,23'],
    ['a discussion', aPlannedMeeting({ kind: 'DISCUSSION' }), '21', '27,28,29'],
    ['an interview that was agreed by phone', aBookedMeeting({ booking: aRemoteBooking() }), '21', '23'],
    ['an activation meeting', aPlannedMeeting({ kind: 'ACTIVATION' }), '30', '24,25,26,97'],
  ])('is refused with a channel code that is not one of %s', (_, meeting, code, allowed) => {
    const decided = hold(meeting, { code });
    expect(!decided.ok && decided.refusal).toMatchObject({ code: 'CHANNEL_CODE_DOES_NOT_FIT', data: { allowed } });
  });

  it('has a code for every kind of meeting, and a meeting for every code from 21 to 36 and 97', () => {
    expect(meetingKinds.filter((kind) => codesFor(kind).length === 0)).toEqual([]);
    expect(channelCodes.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 16 }, (_, at) => `${21 + at}`),
      '97',
    ]);
  });
});

type Missed = { readonly on: string; readonly bookedBy: 'AUTHORITY' | 'SELF'; readonly now?: string };

const miss = ({ on, bookedBy, now = `${on}T12:00:00Z` }: Missed, meeting = aBookedMeeting()) => {
  const booked = { ...meeting, booking: aBooking({ on: localDate(on), bookedBy }) };
  const jobSearch = aJobSearch({ startedOn: localDate('2025-01-07') });
  const scene = { ...aScene([booked], aClientCase({ jobSearch })), replacementWorkingDays: 10 };
  const today = localDate(now.slice(0, 10));
  return recordMeetingMissed(scene, { meetingId: 'interview' }, { now: new Date(now), today });
};

// Handbook R1.6 d, R1.7.
describe('recording that the client did not come', () => {
  it.each([
    ['AUTHORITY', '2026-02-10', 'NEGLECT', '2022-05-02'],
    ['SELF', '2026-02-10', 'NEGLECT', '2022-05-02'],
    ['SELF', '2026-02-27', 'NEGLECT', '2022-05-02'],
    ['SELF', '2026-03-02', 'JOB_SEARCH_ENDS', '2026-03-01'],
    ['AUTHORITY', '2026-03-02', 'NEGLECT', '2026-03-01'],
  ] as const)(
    'to a time chosen by %s on %s proposes %s by the version of %s',
    (bookedBy, on, effect, ruleValidFrom) => {
      const decided = miss({ on, bookedBy });
      if (!decided.ok) throw new Error(decided.refusal.code);
      expect(decided.value.proposal).toEqual({ effect, ruleValidFrom });
      expect(decided.value.facts[0]).toMatchObject({ kind: 'MeetingMissed', missedOn: on, bookedBy, effect });
    },
  );

  it('ends nothing by itself: the meeting is missed and the interview is planned again by its due day', () => {
    const decided = miss({ on: '2026-02-10', bookedBy: 'AUTHORITY' });
    expect(decided.ok && decided.value.missed).toMatchObject({ status: 'MISSED', missedOn: '2026-02-10' });
    expect(decided.ok && plannedLines(decided.value)).toEqual(['INITIAL_INTERVIEW 2026-02-16 2026-02-16']);
  });

  it('plans it within ten working days where its due day has come', () => {
    const decided = miss({ on: '2026-02-16', bookedBy: 'AUTHORITY' });
    expect(decided.ok && plannedLines(decided.value)).toEqual(['INITIAL_INTERVIEW 2026-03-02 2026-03-02']);
  });

  it('does not plan a supplementary meeting again', () => {
    const decided = miss({ on: '2026-02-10', bookedBy: 'AUTHORITY' }, aBookedMeeting({ kind: 'SUPPLEMENTARY' }));
    expect(decided.ok && decided.value.replacement).toBeUndefined();
  });

  it('is refused until the time has come', () => {
    const early = miss({ on: '2026-02-10', bookedBy: 'SELF', now: '2026-02-10T07:59:00Z' });
    expect(!early.ok && early.refusal).toMatchObject({ code: 'MEETING_NOT_DUE_YET', data: { on: '2026-02-10' } });
    expect(miss({ on: '2026-02-10', bookedBy: 'SELF', now: '2026-02-10T08:00:00Z' }).ok).toBe(true);
  });
});
