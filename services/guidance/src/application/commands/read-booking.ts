import { allOf, badField, type Checked, checkCode, checkDate } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { minuteOf } from '../../domain/meeting/clock-time.ts';
import type { Booking } from '../../domain/meeting/meeting.ts';
import { bookedBys, meetingChannels, type RemoteReason, remoteReasons } from '../../domain/meeting/meeting-kinds.ts';

/** A booking as it was written. */
export type BookingForm = {
  readonly on: string;
  readonly startTime: string;
  /** 0: the area's usual length. */
  readonly minutes: number;
  readonly channel: string;
  /** Empty unless at an office. */
  readonly officeId: string;
  readonly bookedBy: string;
  /** Empty: who asks. */
  readonly specialistId: string;
  /** Empty: none. */
  readonly remoteReason: string;
};

/** What fills in what a form leaves out. */
export type BookingDefaults = { readonly usualMinutes: number; readonly actorId: string };

const clockShape = /^([01]\d|2[0-3]):[0-5]\d$/;

const checkTime = (text: string): Checked<number> =>
  clockShape.test(text)
    ? accepted(minuteOf(text))
    : badField('booking.start_time', 'TIME_IMPOSSIBLE', 'is no time of the day');

const checkReason = (text: string): Checked<RemoteReason | undefined> =>
  text === '' ? accepted(undefined) : checkCode('booking.remote_reason', text, remoteReasons);

const checkOffice = ({ channel, officeId }: BookingForm): Checked<string | undefined> => {
  if (channel === 'OFFICE' && officeId === '')
    return badField('booking.office_code', 'OFFICE_MISSING', 'is needed for a meeting at an office');
  if (channel !== 'OFFICE' && officeId !== '')
    return badField('booking.office_code', 'OFFICE_NOT_ASKED', 'has no place in a meeting elsewhere');
  return accepted(officeId === '' ? undefined : officeId);
};

/** Understands a booking, or names every bad field. Which offices there are the decision knows. */
export const readBooking = (form: BookingForm, defaults: BookingDefaults): Result<Booking, Refusal> => {
  const read = allOf({
    on: checkDate('booking.date', form.on),
    startsAt: checkTime(form.startTime),
    channel: checkCode('booking.channel', form.channel, meetingChannels),
    bookedBy: checkCode('booking.booked_by', form.bookedBy, bookedBys),
    officeId: checkOffice(form),
    remoteReason: checkReason(form.remoteReason),
  });
  if (!read.ok) return understood(read);
  const { officeId, remoteReason, ...booking } = read.value;
  return accepted({
    ...booking,
    minutes: form.minutes === 0 ? defaults.usualMinutes : form.minutes,
    specialistId: form.specialistId === '' ? defaults.actorId : form.specialistId,
    ...(officeId !== undefined && { officeId }),
    ...(remoteReason !== undefined && { remoteReason }),
  });
};
