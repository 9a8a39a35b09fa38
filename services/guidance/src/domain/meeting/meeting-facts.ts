import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { BookedBy, CancelReason, MeetingChannel, MeetingKind, MissedEffect } from './meeting-kinds.ts';

type OfMeeting = { readonly meetingId: string; readonly meetingKind: MeetingKind };

/** A meeting is to be held by a day. */
export type MeetingPlanned = OfMeeting & {
  readonly kind: 'MeetingPlanned';
  readonly dueOn: LocalDate;
  readonly scheduleBy: LocalDate;
  /** Absent where it is held by need. */
  readonly ruleValidFrom?: LocalDate;
};

type Timed = OfMeeting & {
  readonly bookedOn: LocalDate;
  readonly channel: MeetingChannel;
  readonly bookedBy: BookedBy;
};

/** A meeting has a day; the place and the hour are nobody else's business. */
export type MeetingBooked = Timed & { readonly kind: 'MeetingBooked' };

export type MeetingRescheduled = Timed & { readonly kind: 'MeetingRescheduled' };

export type MeetingCancelled = OfMeeting & { readonly kind: 'MeetingCancelled'; readonly reason: CancelReason };

export type MeetingHeld = OfMeeting & {
  readonly kind: 'MeetingHeld';
  readonly heldOn: LocalDate;
  /** National code of the way it was held. */
  readonly channelCode: string;
  /** Absent where nothing asked for it. */
  readonly dueOn?: LocalDate;
};

export type MeetingMissed = OfMeeting & {
  readonly kind: 'MeetingMissed';
  readonly missedOn: LocalDate;
  readonly bookedBy: BookedBy;
  /** What the law of that day lets it lead to, if an official decides so. */
  readonly effect: MissedEffect;
  readonly ruleValidFrom: LocalDate;
};

/** What happened to a client's meetings. */
export type MeetingFact =
  | MeetingPlanned
  | MeetingBooked
  | MeetingRescheduled
  | MeetingCancelled
  | MeetingHeld
  | MeetingMissed;
