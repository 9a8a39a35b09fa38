import type { MeetingView, OfficeListView } from '../lib/api-types.ts';
import { filled, numberOf } from './form-fields.tsx';

/** A booking as it is being written. */
export type BookingForm = {
  readonly date: string;
  readonly startTime: string;
  readonly minutes: string;
  readonly channel: string;
  readonly officeCode: string;
  readonly bookedBy: string;
  readonly specialistId: string;
  readonly remoteReason: string;
};

/** A time of day as people write it (9, 9.30, 9:30, 930) as HH:MM; what is none stays as typed, so that it is refused. */
export const readTime = (text: string): string => {
  const match = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text.trim());
  return match ? `${match[1]?.padStart(2, '0')}:${match[2] ?? '00'}` : text;
};

/** The form of a new booking, or of another time for a booked meeting. */
export const bookingForm = (meeting: MeetingView | undefined, day: string): BookingForm => {
  const { booking } = meeting ?? {};
  return {
    date: booking?.date ?? day,
    startTime: booking?.startTime ?? '',
    minutes: booking?.minutes ? String(booking.minutes) : '',
    channel: booking?.channel ?? 'OFFICE',
    officeCode: booking?.officeCode ?? '',
    bookedBy: booking?.bookedBy ?? 'AUTHORITY',
    specialistId: booking?.specialistId ?? '',
    remoteReason: booking?.remoteReason ?? '',
  };
};

/** The booking that a form stands for: an office only at an office, a reason only elsewhere. */
export const bookingBody = ({ startTime, minutes, officeCode, remoteReason, ...form }: BookingForm): object => {
  const atOffice = form.channel === 'OFFICE';
  const place = atOffice ? { officeCode } : { remoteReason };
  const length = minutes === '' ? {} : { minutes: numberOf(minutes) };
  return { ...filled({ ...form, startTime: readTime(startTime), ...place }), ...length };
};

/** Refusals of a booking that are about one field. */
export const bookingReasons: Readonly<Record<string, string>> = {
  MEETING_ON_NON_WORKING_DAY: 'booking.date',
  MEETING_IN_PAST: 'booking.date',
  MEETING_OUTSIDE_OPENING_HOURS: 'booking.startTime',
  SPECIALIST_NOT_FREE: 'booking.startTime',
  MEETING_REMOTE_NEEDS_REASON: 'booking.remoteReason',
};

export type Office = OfficeListView['offices'][number];
type Hours = Office['openingHours'];

/** Hours by runs of days that have the same, e.g. 1–5 09:00–15:00. */
export const hourRuns = (
  hours: Hours,
): readonly { readonly from: number; readonly to: number; readonly text: string }[] => {
  const runs: { from: number; to: number; text: string }[] = [];
  for (const { weekday, opensAt, closesAt } of [...hours].sort((a, b) => a.weekday - b.weekday)) {
    const text = `${opensAt}–${closesAt}`;
    const last = runs.at(-1);
    if (last && last.to === weekday - 1 && last.text === text) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, text });
  }
  return runs;
};

/** The client's own municipality first, then by name. */
export const officesFor = (offices: readonly Office[], municipalityCode: string): readonly Office[] =>
  [...offices].sort((a, b) => {
    const own = Number(b.municipalityCode === municipalityCode) - Number(a.municipalityCode === municipalityCode);
    return own === 0 ? a.name.localeCompare(b.name, 'fi') : own;
  });

/** National channel codes that are offered for a kind of meeting (handbook 2.2); the service has the last word. */
export const channelCodesFor = (kind: string): readonly string[] => {
  if (kind === 'INITIAL_INTERVIEW') return ['21', '22', '23'];
  if (kind === 'DISCUSSION') return ['27', '28', '29'];
  if (kind === 'CONTACT') return ['31', '32', '33', '34', '35', '36', '97'];
  return ['24', '25', '26', '30', '97'];
};

const codeOfChannel: Readonly<Record<string, string>> = { OFFICE: '21 24 27', VIDEO: '22 25 28', PHONE: '23 26 29' };

/** The code that goes with the way that was booked, where the list has one. */
export const likelyCode = ({ kind, booking }: MeetingView): string => {
  const fitting = (codeOfChannel[booking?.channel ?? ''] ?? '').split(' ');
  return channelCodesFor(kind).find((code) => fitting.includes(code)) ?? '';
};

const order = ['BOOKED', 'PLANNED'];

/** Meetings to be held first, by their day; then those that are over, the latest first. */
export const meetingsInOrder = (meetings: readonly MeetingView[]): readonly MeetingView[] => {
  const open = meetings.filter(({ status }) => order.includes(status));
  const dayOf = ({ booking, dueDate = '' }: MeetingView): string => booking?.date ?? dueDate;
  return [
    ...open.sort((a, b) => dayOf(a).localeCompare(dayOf(b))),
    ...meetings.filter(({ status }) => !order.includes(status)),
  ];
};

export const isOpen = ({ status }: MeetingView): boolean => order.includes(status);
