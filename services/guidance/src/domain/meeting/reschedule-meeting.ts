import { accepted, refused } from '@tyovayla/kernel/result';
import { type BookingScene, bookedFact } from './book-meeting.ts';
import { bookingRefusal, type Moment } from './check-booking.ts';
import type { BookedMeeting, Booking } from './meeting.ts';
import { type MeetingDecision, type OnMeeting, openMeeting } from './meeting-decision.ts';
import { meetingNotInState } from './meeting-refusals.ts';

export type RescheduleMeeting = OnMeeting & { readonly booking: Booking };

/** Gives a booked meeting another time, place or specialist; refused as a booking is, and where it has no time yet. */
export const rescheduleMeeting = (scene: BookingScene, order: RescheduleMeeting, moment: Moment): MeetingDecision => {
  const open = openMeeting(scene.meetings, order);
  if (!open.ok) return open;
  const before = open.value;
  if (before.status !== 'BOOKED') return refused(meetingNotInState(before.status));
  const { booking } = order;
  const { kind, meetingId } = before;
  const no = bookingRefusal({ kind, booking, meetingId }, scene, moment);
  if (no !== undefined) return refused(no);
  const meeting: BookedMeeting = { ...before, booking, version: before.version + 1 };
  return accepted({
    meeting,
    changes: [{ before, after: meeting }],
    facts: [{ kind: 'MeetingRescheduled', ...bookedFact(meeting) }],
  });
};
