import { checkCode } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { type BookMeeting, bookMeeting } from '../../domain/meeting/book-meeting.ts';
import { meetingKinds } from '../../domain/meeting/meeting-kinds.ts';
import type { OnCase } from '../case-command.ts';
import type { GuidancePorts } from '../ports.ts';
import { meetingCommand, versionOf } from './meeting-command.ts';
import { type BookingDefaults, type BookingForm, readBooking } from './read-booking.ts';

export type BookMeetingInput = OnCase & BookMeeting;

/** Understands what was written, or names every bad field. */
export const readBookMeeting = (
  written: OnCase & { readonly meetingId: string; readonly kind: string; readonly booking: BookingForm },
  defaults: BookingDefaults,
): Result<BookMeetingInput, Refusal> => {
  const booking = readBooking(written.booking, defaults);
  const kind = understood(checkCode('kind', written.kind, meetingKinds));
  if (!booking.ok) return booking;
  if (!kind.ok) return kind;
  const { clientId, meetingId } = written;
  return accepted({
    clientId,
    ...(meetingId !== '' && { meetingId }),
    kind: kind.value,
    booking: booking.value,
  });
};

/** Books a time for a client's meeting. */
export const bookMeetingCommand = (ports: GuidancePorts) =>
  meetingCommand(ports, {
    name: 'BookMeeting',
    loadMore: (tx, { booking }: BookMeetingInput) => ports.meetings.bookingsOf(tx, booking),
    decide: ({ more: bookings, ...scene }, input, context) =>
      bookMeeting({ ...scene, bookings, settings: ports.offices }, input, context),
    answer: versionOf,
  });
