import { localDate } from '@tyovayla/kernel/local-date';
import { aClientCase, anEndedCase } from '../../testing/builders.ts';
import { someOffices } from '../../testing/in-memory-meetings.ts';
import {
  aBookedMeeting,
  aBooking,
  aHeldMeeting,
  aPlannedMeeting,
  aRemoteBooking,
  noonOf,
} from '../../testing/meeting-builders.ts';
import { bookMeeting } from './book-meeting.ts';
import type { BookedMeeting, Booking, Meeting } from './meeting.ts';
import type { MeetingKind } from './meeting-kinds.ts';

type About = {
  readonly booking?: Booking;
  readonly kind?: MeetingKind;
  readonly meetingId?: string;
  readonly meetings?: readonly Meeting[];
  readonly bookings?: readonly BookedMeeting[];
  readonly clientCase?: ReturnType<typeof aClientCase>;
  readonly today?: string;
};

const book = (about: About = {}) => {
  const { booking = aBooking(), kind = 'INITIAL_INTERVIEW', meetings = [aPlannedMeeting()] } = about;
  const { bookings = [], clientCase = aClientCase(), today = '2026-02-02', meetingId } = about;
  const scene = { clientCase, meetings, bookings, settings: someOffices };
  return bookMeeting(scene, { kind, booking, ...(meetingId !== undefined && { meetingId }) }, noonOf(today));
};

const refusalOf = (about: About) => {
  const decided = book(about);
  return decided.ok ? 'booked' : { code: decided.refusal.code, ...decided.refusal.data };
};

const on = (day: string, about: Partial<Booking> = {}) => aBooking({ on: localDate(day), ...about });

describe('booking a time for a meeting', () => {
  it('takes the planned interview, and tells neither place nor hour', () => {
    const decided = book();
    if (!decided.ok) throw new Error(decided.refusal.code);
    expect(decided.value.meeting).toEqual({ ...aBookedMeeting(), version: 2 });
    expect(decided.value.facts).toEqual([
      {
        kind: 'MeetingBooked',
        meetingId: 'interview',
        meetingKind: 'INITIAL_INTERVIEW',
        bookedOn: '2026-02-10',
        channel: 'OFFICE',
        bookedBy: 'AUTHORITY',
      },
    ]);
  });

  it('takes the planned meeting of the kind that is due first', () => {
    const late = { dueOn: localDate('2026-08-10'), scheduleBy: localDate('2026-08-10') };
    const soon = { dueOn: localDate('2026-05-11'), scheduleBy: localDate('2026-05-11') };
    const meetings = [
      aPlannedMeeting({ meetingId: 'late', kind: 'DISCUSSION', asked: late }),
      aPlannedMeeting({ meetingId: 'soon', kind: 'DISCUSSION', asked: soon }),
    ];
    const decided = book({ kind: 'DISCUSSION', meetings });
    expect(decided.ok && decided.value.meeting.meetingId).toBe('soon');
  });

  it('makes a contact that nothing asks for', () => {
    const decided = book({ kind: 'CONTACT', meetings: [], booking: aRemoteBooking() });
    expect(decided.ok && decided.value.meeting).toMatchObject({ meetingId: 'new-1', kind: 'CONTACT', version: 1 });
  });

  it('is possible after the due day: late is better than never', () => {
    expect(refusalOf({ booking: on('2026-02-24') })).toBe('booked');
  });

  it.each([
    ['a Saturday', on('2026-02-07'), 'SATURDAY'],
    ['Epiphany', on('2027-01-06'), 'EPIPHANY'],
    ['Good Friday', on('2026-04-03'), 'GOOD_FRIDAY'],
    ['Midsummer Eve', on('2026-06-19'), 'MIDSUMMER_EVE'],
  ])('is refused on %s', (_, booking, reason) => {
    expect(refusalOf({ booking })).toEqual({ code: 'MEETING_ON_NON_WORKING_DAY', reason });
  });

  // Seed, chapter 5: Kemi 9–15 on weekdays, Simo Tuesday to Thursday 9–15, by phone 8–16.
  it.each([
    ['before the office opens', on('2026-02-10', { startsAt: 539 }), '09:00–15:00'],
    ['until after it closes', on('2026-02-10', { startsAt: 14 * 60 + 16 }), '09:00–15:00'],
    ['in Simo on a Monday', on('2026-02-09', { officeId: 'simo-kunnantalo' }), ''],
    ['by phone before eight', aRemoteBooking({ startsAt: 479, remoteReason: 'WEIGHTY' }), '08:00–16:00'],
  ])('is refused %s', (_, booking, hours) => {
    expect(refusalOf({ booking })).toEqual({ code: 'MEETING_OUTSIDE_OPENING_HOURS', hours });
  });

  it('may end when the office closes, and be by phone at eight', () => {
    expect(refusalOf({ booking: on('2026-02-10', { startsAt: 14 * 60 + 15 }) })).toBe('booked');
    expect(refusalOf({ booking: aRemoteBooking({ startsAt: 480, remoteReason: 'LONG_JOURNEY' }) })).toBe('booked');
  });

  it.each([
    ['yesterday', on('2026-02-09'), '2026-02-10'],
    ['an hour ago', on('2026-02-10', { startsAt: 11 * 60 }), '2026-02-10'],
    ['now', on('2026-02-10', { startsAt: 12 * 60 }), '2026-02-10'],
  ])('is refused for a time that has come: %s', (_, booking, today) => {
    expect(refusalOf({ booking, today })).toEqual({ code: 'MEETING_IN_PAST' });
  });

  it('is refused for an office that there is not', () => {
    const decided = book({ booking: aBooking({ officeId: 'oulu' }) });
    expect(!decided.ok && decided.refusal.violations).toMatchObject([
      { field: 'booking.office_code', code: 'OFFICE_UNKNOWN' },
    ]);
  });

  it('keeps the interview at the office unless there is a weighty reason; a discussion may be anywhere', () => {
    const meetings = [aPlannedMeeting(), aPlannedMeeting({ meetingId: 'discussion', kind: 'DISCUSSION' })];
    expect(refusalOf({ booking: aRemoteBooking() })).toEqual({ code: 'MEETING_REMOTE_NEEDS_REASON' });
    expect(refusalOf({ booking: aRemoteBooking({ remoteReason: 'LONG_JOURNEY' }) })).toBe('booked');
    expect(refusalOf({ booking: aRemoteBooking(), kind: 'DISCUSSION', meetings })).toBe('booked');
  });

  it('keeps activation meetings in person (parameter activation.mode)', () => {
    const about = { kind: 'ACTIVATION', meetings: [aPlannedMeeting({ kind: 'ACTIVATION' })] } as const;
    const booking = aRemoteBooking({ on: localDate('2026-06-02') });
    expect(refusalOf({ ...about, booking })).toEqual({ code: 'MEETING_REMOTE_NEEDS_REASON' });
  });

  it.each([
    ['within', 600, 45, 'SPECIALIST_NOT_FREE'],
    ['into its beginning', 570, 45, 'SPECIALIST_NOT_FREE'],
    ['until it begins', 555, 45, 'booked'],
    ['when it has ended', 645, 45, 'booked'],
  ])('of a specialist who has another meeting from 10 to 10:45: %s', (_, startsAt, minutes, outcome) => {
    const said = refusalOf({ bookings: [aBookedMeeting()], booking: aBooking({ startsAt, minutes }) });
    expect(said).toEqual(outcome === 'booked' ? 'booked' : { code: outcome });
  });

  it('is refused without a running job search', () => {
    expect(refusalOf({ clientCase: anEndedCase() })).toEqual({ code: 'JOB_SEARCH_NOT_RUNNING' });
  });

  it.each([
    ['there is none', { meetingId: 'nothing' }, { code: 'MEETING_NOT_FOUND' }],
    ['it is of another kind', { meetingId: 'interview', kind: 'DISCUSSION' }, { code: 'MEETING_NOT_FOUND' }],
    ['none of the kind is planned', { kind: 'SUPPLEMENTARY' }, { code: 'MEETING_NOT_FOUND' }],
    [
      'it has a time already',
      { meetingId: 'interview', meetings: [aBookedMeeting()] },
      { code: 'MEETING_NOT_IN_STATE', status: 'BOOKED' },
    ],
    [
      'it was held',
      { meetingId: 'interview', meetings: [aHeldMeeting()] },
      { code: 'MEETING_NOT_IN_STATE', status: 'HELD' },
    ],
  ] as const)('is refused where %s', (_, about, refusal) => {
    expect(refusalOf(about)).toEqual(refusal);
  });
});
