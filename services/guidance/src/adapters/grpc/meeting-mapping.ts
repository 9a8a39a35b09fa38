import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import type { BookingForm } from '../../application/commands/read-booking.ts';
import { clockTimeOf } from '../../domain/meeting/clock-time.ts';
import type { Booking, Meeting } from '../../domain/meeting/meeting.ts';
import type { OpeningHours } from '../../domain/meeting/office.ts';

/** The contract's code as a word of the domain; a number that it doesn't know gives a word that nobody knows. */
export const kindFrom = (kind: contract.MeetingKind): string =>
  contract.meetingKindToJSON(kind).replace('MEETING_KIND_', '');

export const cancelReasonFrom = (reason: contract.MeetingCancelReason): string =>
  contract.meetingCancelReasonToJSON(reason).replace('MEETING_CANCEL_REASON_', '');

/** An absent message is one with nothing in it. */
export const bookingFormFrom = (booking: contract.MeetingBooking | undefined): BookingForm => {
  const { channel = 0, bookedBy = 0, remoteReason = 0 } = booking ?? {};
  const reason = contract.remoteReasonToJSON(remoteReason).replace('REMOTE_REASON_', '');
  return {
    on: booking?.date ?? '',
    startTime: booking?.startTime ?? '',
    minutes: booking?.minutes ?? 0,
    channel: contract.meetingChannelToJSON(channel).replace('MEETING_CHANNEL_', ''),
    officeId: booking?.officeCode ?? '',
    bookedBy: contract.meetingBookedByToJSON(bookedBy).replace('MEETING_BOOKED_BY_', ''),
    specialistId: booking?.specialistId ?? '',
    remoteReason: reason === 'UNSPECIFIED' ? '' : reason,
  };
};

const bookingTo = (booking: Booking): contract.MeetingBooking => ({
  date: booking.on,
  startTime: clockTimeOf(booking.startsAt),
  minutes: booking.minutes,
  channel: contract.meetingChannelFromJSON(`MEETING_CHANNEL_${booking.channel}`),
  officeCode: booking.officeId ?? '',
  bookedBy: contract.meetingBookedByFromJSON(`MEETING_BOOKED_BY_${booking.bookedBy}`),
  specialistId: booking.specialistId,
  remoteReason:
    booking.remoteReason === undefined
      ? contract.RemoteReason.REMOTE_REASON_UNSPECIFIED
      : contract.remoteReasonFromJSON(`REMOTE_REASON_${booking.remoteReason}`),
});

/** What a missed meeting leads to, if an official decides so. */
export const effectTo = (effect: string): contract.MissedMeetingEffect =>
  contract.missedMeetingEffectFromJSON(`MISSED_MEETING_EFFECT_${effect}`);

type Done = Pick<contract.Meeting, 'doneDate' | 'channelCode' | 'missedEffect' | 'cancelReason'>;

const notDone: Done = {
  doneDate: '',
  channelCode: '',
  missedEffect: contract.MissedMeetingEffect.MISSED_MEETING_EFFECT_UNSPECIFIED,
  cancelReason: contract.MeetingCancelReason.MEETING_CANCEL_REASON_UNSPECIFIED,
};

const doneTo = (meeting: Meeting): Done => {
  switch (meeting.status) {
    case 'HELD':
      return { ...notDone, doneDate: meeting.heldOn, channelCode: meeting.channelCode };
    case 'MISSED':
      return { ...notDone, doneDate: meeting.missedOn, missedEffect: effectTo(meeting.effect) };
    case 'CANCELLED': {
      const cancelReason = contract.meetingCancelReasonFromJSON(`MEETING_CANCEL_REASON_${meeting.reason}`);
      return { ...notDone, doneDate: meeting.cancelledOn, cancelReason };
    }
    default:
      return notDone;
  }
};

/** A meeting as the contract has it. */
export const meetingTo = (meeting: Meeting): contract.Meeting => ({
  meetingId: meeting.meetingId,
  jobSearchId: meeting.jobSearchId,
  kind: contract.meetingKindFromJSON(`MEETING_KIND_${meeting.kind}`),
  status: contract.meetingStatusFromJSON(`MEETING_STATUS_${meeting.status}`),
  version: meeting.version,
  dueDate: meeting.asked?.dueOn ?? '',
  scheduleByDate: meeting.asked?.scheduleBy ?? '',
  ruleValidFromDate: meeting.asked?.ruleValidFrom ?? '',
  booking: 'booking' in meeting && meeting.booking !== undefined ? bookingTo(meeting.booking) : undefined,
  ...doneTo(meeting),
});

/** Hours as the contract has them. */
export const hoursTo = ({ weekday, opensAt, closesAt }: OpeningHours): contract.OpeningHours => ({
  weekday,
  opensAt: clockTimeOf(opensAt),
  closesAt: clockTimeOf(closesAt),
});
