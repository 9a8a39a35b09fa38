import type { LocalDate } from '@tyovayla/kernel/local-date';
import type {
  BookedBy,
  CancelReason,
  MeetingChannel,
  MeetingKind,
  MissedEffect,
  RemoteReason,
} from './meeting-kinds.ts';

/** What asks for a meeting: the clock under a version of the law, or the client's need as assessed. */
export type MeetingAsked = {
  /** Day by which it is held. */
  readonly dueOn: LocalDate;
  /** Last working day on or before the due day. */
  readonly scheduleBy: LocalDate;
  /** First day of the rule's version that asks for it; absent where it is held by need. */
  readonly ruleValidFrom?: LocalDate;
};

/** A time, a place and a person. */
export type Booking = {
  readonly on: LocalDate;
  /** Minutes from midnight in Helsinki. */
  readonly startsAt: number;
  readonly minutes: number;
  readonly channel: MeetingChannel;
  /** Exactly where the channel is OFFICE. */
  readonly officeId?: string;
  readonly bookedBy: BookedBy;
  /** Staff id. */
  readonly specialistId: string;
  readonly remoteReason?: RemoteReason;
};

type MeetingCore = {
  readonly meetingId: string;
  readonly clientId: string;
  readonly jobSearchId: string;
  readonly kind: MeetingKind;
  /** Counts changes of this meeting, from 1. */
  readonly version: number;
  /** Absent for a contact that nothing asks for. */
  readonly asked?: MeetingAsked;
};

export type PlannedMeeting = MeetingCore & { readonly status: 'PLANNED'; readonly asked: MeetingAsked };

export type BookedMeeting = MeetingCore & { readonly status: 'BOOKED'; readonly booking: Booking };

export type OpenMeeting = PlannedMeeting | BookedMeeting;

export type HeldMeeting = MeetingCore & {
  readonly status: 'HELD';
  readonly booking?: Booking;
  readonly heldOn: LocalDate;
  /** National code of the way it was held. */
  readonly channelCode: string;
};

export type MissedMeeting = MeetingCore & {
  readonly status: 'MISSED';
  readonly booking: Booking;
  readonly missedOn: LocalDate;
  readonly effect: MissedEffect;
};

export type CancelledMeeting = MeetingCore & {
  readonly status: 'CANCELLED';
  readonly booking?: Booking;
  readonly cancelledOn: LocalDate;
  readonly reason: CancelReason;
};

/** Was due before the client came to this service with a running job search; taken to have been held on its day. */
export type TakenOverMeeting = MeetingCore & { readonly status: 'TAKEN_OVER'; readonly asked: MeetingAsked };

export type Meeting = OpenMeeting | HeldMeeting | MissedMeeting | CancelledMeeting | TakenOverMeeting;

export type MeetingStatus = Meeting['status'];

/** Whether the meeting is still to be held. */
export const isOpen = (meeting: Meeting): meeting is OpenMeeting =>
  meeting.status === 'PLANNED' || meeting.status === 'BOOKED';

/** A meeting before and after a change; without `before` it is new. */
export type MeetingChange = { readonly before?: Meeting; readonly after: Meeting };
