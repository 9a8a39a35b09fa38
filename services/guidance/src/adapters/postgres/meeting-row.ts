import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { BookedMeeting, Booking, Meeting, MeetingAsked, MeetingStatus } from '../../domain/meeting/meeting.ts';
import type {
  BookedBy,
  CancelReason,
  MeetingChannel,
  MeetingKind,
  MissedEffect,
  RemoteReason,
} from '../../domain/meeting/meeting-kinds.ts';

/** Columns in the order of `valuesOf`. */
export const meetingColumns = `meeting_id, client_id, job_search_id, kind, status, version, due_on, schedule_by,
  rule_valid_from, booked_on, starts_at, minutes, channel, office_id, booked_by, specialist_id, remote_reason,
  done_on, channel_code, missed_effect, cancel_reason`;

export type MeetingRow = {
  readonly meeting_id: string;
  readonly client_id: string;
  readonly job_search_id: string;
  readonly kind: MeetingKind;
  readonly status: MeetingStatus;
  readonly version: number;
  readonly due_on: LocalDate | null;
  readonly schedule_by: LocalDate | null;
  readonly rule_valid_from: LocalDate | null;
  readonly booked_on: LocalDate | null;
  readonly starts_at: number | null;
  readonly minutes: number | null;
  readonly channel: MeetingChannel | null;
  readonly office_id: string | null;
  readonly booked_by: BookedBy | null;
  readonly specialist_id: string | null;
  readonly remote_reason: RemoteReason | null;
  readonly done_on: LocalDate | null;
  readonly channel_code: string | null;
  readonly missed_effect: MissedEffect | null;
  readonly cancel_reason: CancelReason | null;
};

const bookingFrom = (row: MeetingRow): Booking | undefined => {
  const { booked_on: on, starts_at: startsAt, minutes, channel, booked_by: bookedBy, specialist_id } = row;
  if (on === null || startsAt === null || minutes === null || channel === null) return undefined;
  if (bookedBy === null || specialist_id === null) return undefined;
  return {
    on,
    startsAt,
    minutes,
    channel,
    ...(row.office_id !== null && { officeId: row.office_id }),
    bookedBy,
    specialistId: specialist_id,
    ...(row.remote_reason !== null && { remoteReason: row.remote_reason }),
  };
};

const askedFrom = (row: MeetingRow): MeetingAsked | undefined => {
  const { due_on: dueOn, schedule_by: scheduleBy, rule_valid_from: ruleValidFrom } = row;
  if (dueOn === null || scheduleBy === null) return undefined;
  return { dueOn, scheduleBy, ...(ruleValidFrom !== null && { ruleValidFrom }) };
};

const present = <Value>(value: Value | null | undefined): Value => {
  if (value === null || value === undefined) throw new Error('a meeting row contradicts its status');
  return value;
};

const coreFrom = (row: MeetingRow) => {
  const asked = askedFrom(row);
  return {
    meetingId: row.meeting_id,
    clientId: row.client_id,
    jobSearchId: row.job_search_id,
    kind: row.kind,
    version: row.version,
    ...(asked && { asked }),
  };
};

/** A booked meeting from its row. */
export const bookedFrom = (row: MeetingRow): BookedMeeting => ({
  ...coreFrom(row),
  status: 'BOOKED',
  booking: present(bookingFrom(row)),
});

/** A meeting from its row. Throws where the row contradicts itself: that is a fault of ours, not of a caller. */
export const meetingFrom = (row: MeetingRow): Meeting => {
  const core = coreFrom(row);
  const booking = bookingFrom(row);
  const booked = booking === undefined ? {} : { booking };
  switch (row.status) {
    case 'PLANNED':
    case 'TAKEN_OVER':
      return { ...core, status: row.status, asked: present(askedFrom(row)) };
    case 'BOOKED':
      return bookedFrom(row);
    case 'HELD':
      return {
        ...core,
        ...booked,
        status: 'HELD',
        heldOn: present(row.done_on),
        channelCode: present(row.channel_code),
      };
    case 'MISSED': {
      const effect = present(row.missed_effect);
      return { ...core, booking: present(booking), status: 'MISSED', missedOn: present(row.done_on), effect };
    }
    case 'CANCELLED': {
      const reason = present(row.cancel_reason);
      return { ...core, ...booked, status: 'CANCELLED', cancelledOn: present(row.done_on), reason };
    }
  }
};

const doneOnOf = (meeting: Meeting): LocalDate | undefined => {
  switch (meeting.status) {
    case 'HELD':
      return meeting.heldOn;
    case 'MISSED':
      return meeting.missedOn;
    case 'CANCELLED':
      return meeting.cancelledOn;
    default:
      return undefined;
  }
};

/** A meeting as values of `meetingColumns`. */
export const valuesOf = (meeting: Meeting): readonly unknown[] => {
  const booking = 'booking' in meeting ? meeting.booking : undefined;
  return [
    meeting.meetingId,
    meeting.clientId,
    meeting.jobSearchId,
    meeting.kind,
    meeting.status,
    meeting.version,
    meeting.asked?.dueOn,
    meeting.asked?.scheduleBy,
    meeting.asked?.ruleValidFrom,
    booking?.on,
    booking?.startsAt,
    booking?.minutes,
    booking?.channel,
    booking?.officeId,
    booking?.bookedBy,
    booking?.specialistId,
    booking?.remoteReason,
    doneOnOf(meeting),
    meeting.status === 'HELD' ? meeting.channelCode : undefined,
    meeting.status === 'MISSED' ? meeting.effect : undefined,
    meeting.status === 'CANCELLED' ? meeting.reason : undefined,
  ];
};
