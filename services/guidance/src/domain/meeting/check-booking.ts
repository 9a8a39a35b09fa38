import { helsinkiMidnight, type LocalDate, weekday } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { nonWorkingReason } from '@tyovayla/kernel/working-day';
import { activationOn } from '../rules/activation-period.ts';
import { clockTimeOf } from './clock-time.ts';
import type { BookedMeeting, Booking } from './meeting.ts';
import type { MeetingKind } from './meeting-kinds.ts';
import {
  meetingInPast,
  meetingOnNonWorkingDay,
  meetingOutsideOpeningHours,
  meetingRemoteNeedsReason,
  officeUnknown,
  specialistNotFree,
} from './meeting-refusals.ts';
import { isWithinHours, type Offices, type OpeningHours } from './office.ts';

/** When something is decided. */
export type Moment = { readonly now: Date; readonly today: LocalDate };

export type BookingSettings = Offices;

const minuteMs = 60_000;

/** Whether a minute of a day in Helsinki has come. Exact but for the hours after a change of clocks, on Sundays. */
export const hasCome = (on: LocalDate, minute: number, { now }: Moment): boolean =>
  helsinkiMidnight(on).getTime() + minute * minuteMs <= now.getTime();

const hoursOf = ({ channel, officeId }: Booking, settings: BookingSettings): readonly OpeningHours[] | undefined =>
  channel === 'OFFICE'
    ? settings.offices.find((office) => office.officeId === officeId)?.openingHours
    : settings.remoteHours;

const shownHours = (hours: readonly OpeningHours[], on: LocalDate): string =>
  hours
    .filter((each) => each.weekday === weekday(on))
    .map(({ opensAt, closesAt }) => `${clockTimeOf(opensAt)}–${clockTimeOf(closesAt)}`)
    .join(', ');

/** The initial interview is held at an office, and activation meetings where the parameter says so (handbook 2.2). */
const belongsAtOffice = (kind: MeetingKind, on: LocalDate): boolean =>
  kind === 'INITIAL_INTERVIEW' || (kind === 'ACTIVATION' && activationOn(on)?.mode === 'IN_PERSON');

const overlaps = (one: Booking, other: Booking): boolean =>
  one.startsAt < other.startsAt + other.minutes && other.startsAt < one.startsAt + one.minutes;

/** A time that is asked for, and the meeting that it is for where that has a time already. */
export type Wish = { readonly kind: MeetingKind; readonly booking: Booking; readonly meetingId?: string };

export type Diary = { readonly bookings: readonly BookedMeeting[]; readonly settings: BookingSettings };

/**
 * Why a time can't be had; undefined where it can. The specialist's other meetings are those that the caller may know
 * of: one with a protected client refuses nobody a time, or the refusal would tell of the client.
 */
export const bookingRefusal = (
  { kind, booking, meetingId }: Wish,
  { bookings, settings }: Diary,
  moment: Moment,
): Refusal | undefined => {
  const hours = hoursOf(booking, settings);
  if (hours === undefined) return officeUnknown;
  const closed = nonWorkingReason(booking.on);
  if (closed !== undefined) return meetingOnNonWorkingDay(closed);
  if (!isWithinHours(hours, booking)) return meetingOutsideOpeningHours(shownHours(hours, booking.on));
  if (hasCome(booking.on, booking.startsAt, moment)) return meetingInPast;
  const isElsewhere = booking.channel !== 'OFFICE' && booking.remoteReason === undefined;
  if (isElsewhere && belongsAtOffice(kind, booking.on)) return meetingRemoteNeedsReason;
  const others = bookings.filter((other) => other.meetingId !== meetingId);
  return others.some((other) => overlaps(other.booking, booking)) ? specialistNotFree : undefined;
};
