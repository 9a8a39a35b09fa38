import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { addWorkingDays } from '@tyovayla/kernel/working-day';
import { missedMeetingOn } from '../rules/missed-meeting.ts';
import { hasCome, type Moment } from './check-booking.ts';
import type { BookedMeeting, Meeting, MeetingAsked, MissedMeeting, PlannedMeeting } from './meeting.ts';
import { type MeetingDecided, type OnMeeting, openMeeting, together } from './meeting-decision.ts';
import type { BookedBy, MissedEffect } from './meeting-kinds.ts';
import { meetingNotDueYet, meetingNotInState } from './meeting-refusals.ts';
import { type Planning, planned } from './plan-meetings.ts';

export type MissedScene = {
  readonly meetings: readonly Meeting[];
  readonly planning: Planning;
  /** Working days within which a missed meeting is held after all, where its own due day has passed. */
  readonly replacementWorkingDays: number;
};

type Proposal = { readonly effect: MissedEffect; readonly ruleValidFrom: LocalDate };

/** What the law of the day lets a missed meeting lead to. */
const proposalOf = (bookedBy: BookedBy, missedOn: LocalDate): Proposal | undefined => {
  const version = missedMeetingOn(missedOn);
  return version && { effect: version.params[bookedBy], ruleValidFrom: version.validFrom };
};

const askedAgain = (asked: MeetingAsked, today: LocalDate, workingDays: number): MeetingAsked => {
  if (today < asked.scheduleBy) return asked;
  const dueOn = addWorkingDays(today, workingDays);
  return { ...asked, dueOn, scheduleBy: dueOn };
};

/** The interview and the discussion are the authority's duty also after the client has missed one. */
const inItsPlace = ({ kind, asked }: BookedMeeting, scene: MissedScene, today: LocalDate) => {
  const isDuty = kind === 'INITIAL_INTERVIEW' || kind === 'DISCUSSION';
  if (!isDuty || asked === undefined) return planned(scene.planning, []);
  return planned(scene.planning, [{ kind, asked: askedAgain(asked, today, scene.replacementWorkingDays) }]);
};

export type MissedDecided = MeetingDecided & {
  readonly missed: MissedMeeting;
  readonly proposal: Proposal;
  readonly replacement: PlannedMeeting | undefined;
};

/**
 * Records that the client did not come to a booked meeting. What follows is proposed by the law of that day: a neglect
 * where the authority had chosen the time, the end of the job search where the client had (from 1 March 2026). An
 * official decides; nothing ends by itself. Refused before the time has come. Source: handbook R1.6 d, R1.7.
 */
export const recordMeetingMissed = (
  scene: MissedScene,
  order: OnMeeting,
  moment: Moment,
): Result<MissedDecided, Refusal> => {
  const open = openMeeting(scene.meetings, order);
  if (!open.ok) return open;
  const before = open.value;
  if (before.status !== 'BOOKED') return refused(meetingNotInState(before.status));
  const { meetingId, kind, booking } = before;
  const proposal = proposalOf(booking.bookedBy, booking.on);
  if (proposal === undefined || !hasCome(booking.on, booking.startsAt, moment))
    return refused(meetingNotDueYet(booking.on));
  const { effect } = proposal;
  const missed: MissedMeeting = {
    ...before,
    status: 'MISSED',
    version: before.version + 1,
    missedOn: booking.on,
    effect,
  };
  const { meetings, ...replaced } = inItsPlace(before, scene, moment.today);
  const told = { missedOn: booking.on, bookedBy: booking.bookedBy, ...proposal };
  const recorded = {
    changes: [{ before, after: missed }],
    facts: [{ kind: 'MeetingMissed', meetingId, meetingKind: kind, ...told }],
  } as const;
  return accepted({ meeting: missed, missed, proposal, replacement: meetings[0], ...together(recorded, replaced) });
};
