import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { jobSearchNotRunning } from '../client-case/case-refusals.ts';
import type { ClientCase } from '../client-case/client-case.ts';
import { type BookingSettings, bookingRefusal, type Moment } from './check-booking.ts';
import type { BookedMeeting, Booking, Meeting, PlannedMeeting } from './meeting.ts';
import { type MeetingDecision, openMeeting } from './meeting-decision.ts';
import type { MeetingKind } from './meeting-kinds.ts';
import { meetingNotFound, meetingNotInState } from './meeting-refusals.ts';

export type BookMeeting = {
  /** Absent: the next planned meeting of the kind, or a new contact. */
  readonly meetingId?: string;
  readonly kind: MeetingKind;
  readonly booking: Booking;
};

/** What a booking is judged by: the case, the client's meetings, the specialist's other bookings of that day. */
export type BookingScene = {
  readonly clientCase: ClientCase;
  readonly meetings: readonly Meeting[];
  readonly bookings: readonly BookedMeeting[];
  readonly settings: BookingSettings;
};

type Target = PlannedMeeting | 'NEW_CONTACT';

const nextPlanned = (
  meetings: readonly Meeting[],
  kind: MeetingKind,
  jobSearchId: string,
): PlannedMeeting | undefined =>
  meetings
    .filter((meeting): meeting is PlannedMeeting => meeting.status === 'PLANNED')
    .filter((meeting) => meeting.kind === kind && meeting.jobSearchId === jobSearchId)
    .toSorted((one, other) => (one.asked.scheduleBy < other.asked.scheduleBy ? -1 : 1))[0];

const targetOf = (
  { meetings }: BookingScene,
  { meetingId, kind }: BookMeeting,
  jobSearchId: string,
): Result<Target, Refusal> => {
  if (meetingId === undefined) {
    const next = nextPlanned(meetings, kind, jobSearchId);
    if (next !== undefined) return accepted(next);
    return kind === 'CONTACT' ? accepted('NEW_CONTACT') : refused(meetingNotFound);
  }
  const meeting = openMeeting(meetings, { meetingId });
  if (!meeting.ok) return meeting;
  const { value } = meeting;
  if (value.kind !== kind) return refused(meetingNotFound);
  return value.status === 'PLANNED' ? accepted(value) : refused(meetingNotInState(value.status));
};

/** When the decision is made, and where a new id comes from. */
export type Now = Moment & { newId(): string };

/**
 * Books a time for a planned meeting of a client, or for a contact that nothing asks for. Refused on a day or at an
 * hour when nobody meets clients, in the past, while the specialist is with someone else, and without a running job
 * search. A time after the due day is booked all the same: late is better than never. Source: handbook 2.1, 2.2.
 */
export const bookMeeting = (scene: BookingScene, order: BookMeeting, now: Now): MeetingDecision => {
  const { jobSearch, clientId } = scene.clientCase;
  if (jobSearch === undefined) return refused(jobSearchNotRunning);
  const target = targetOf(scene, order, jobSearch.jobSearchId);
  if (!target.ok) return target;
  const no = bookingRefusal({ kind: order.kind, booking: order.booking }, scene, now);
  if (no !== undefined) return refused(no);
  const { jobSearchId } = jobSearch;
  const { kind, booking } = order;
  const before = target.value === 'NEW_CONTACT' ? undefined : target.value;
  const core = before ?? { meetingId: now.newId(), clientId, jobSearchId, kind, version: 0 };
  const meeting: BookedMeeting = { ...core, status: 'BOOKED', version: core.version + 1, booking };
  return accepted({
    meeting,
    changes: [{ ...(before && { before }), after: meeting }],
    facts: [{ kind: 'MeetingBooked', ...bookedFact(meeting) }],
  });
};

/** What is told of a booked meeting: no place and no hour. */
export const bookedFact = ({ meetingId, kind, booking: { on, channel, bookedBy } }: BookedMeeting) => ({
  meetingId,
  meetingKind: kind,
  bookedOn: on satisfies LocalDate,
  channel,
  bookedBy,
});
