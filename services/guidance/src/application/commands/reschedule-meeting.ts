import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import type { OnMeeting } from '../../domain/meeting/meeting-decision.ts';
import { type RescheduleMeeting, rescheduleMeeting } from '../../domain/meeting/reschedule-meeting.ts';
import type { OnCase } from '../case-command.ts';
import type { GuidancePorts } from '../ports.ts';
import { meetingCommand, versionOf } from './meeting-command.ts';
import { type BookingDefaults, type BookingForm, readBooking } from './read-booking.ts';

export type RescheduleMeetingInput = OnCase & RescheduleMeeting;

/** Understands what was written, or names every bad field. */
export const readRescheduleMeeting = (
  { booking: form, ...on }: OnCase & OnMeeting & { readonly booking: BookingForm },
  defaults: BookingDefaults,
): Result<RescheduleMeetingInput, Refusal> => {
  const booking = readBooking(form, defaults);
  return booking.ok ? accepted({ ...on, booking: booking.value }) : booking;
};

/** Gives a booked meeting another time. */
export const rescheduleMeetingCommand = (ports: GuidancePorts) =>
  meetingCommand(ports, {
    name: 'RescheduleMeeting',
    loadMore: (tx, { booking }: RescheduleMeetingInput) => ports.meetings.bookingsOf(tx, booking),
    decide: ({ more: bookings, ...scene }, input, context) =>
      rescheduleMeeting({ ...scene, bookings, settings: ports.offices }, input, context),
    answer: versionOf,
  });
