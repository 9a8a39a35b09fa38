import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Result } from '@tyovayla/kernel/result';
import { accepted, refused } from '@tyovayla/kernel/result';
import { codesFor } from './channel-codes.ts';
import type { HeldMeeting, Meeting, OpenMeeting, PlannedMeeting } from './meeting.ts';
import { type MeetingDecided, type OnMeeting, openMeeting, together } from './meeting-decision.ts';
import { channelCodeDoesNotFit, heldDateOutOfRange } from './meeting-refusals.ts';
import { interviewHeldOn, type Planning, planAfterDiscussion, planAfterInterview, planned } from './plan-meetings.ts';

export type RecordMeetingHeld = OnMeeting & {
  readonly heldOn: LocalDate;
  /** National code, '21'…'36' or '97'. */
  readonly channelCode: string;
};

export type HeldScene = { readonly meetings: readonly Meeting[]; readonly planning: Planning };

export type HeldDecision = Result<
  MeetingDecided & { readonly held: HeldMeeting; readonly next: readonly PlannedMeeting[] },
  Refusal
>;

/** What the clock asks for next; meetings that are planned already are not planned twice. */
const nextOf = (held: HeldMeeting, { meetings, planning }: HeldScene): ReturnType<typeof planned> => {
  const { kind, heldOn, jobSearchId } = held;
  if (kind === 'INITIAL_INTERVIEW') return planAfterInterview(planning, heldOn);
  if (kind !== 'DISCUSSION') return planned(planning, []);
  return planAfterDiscussion(planning, { heldOn, interview: interviewHeldOn(meetings, jobSearchId), meetings });
};

const codeRefusal = (before: OpenMeeting, channelCode: string): Refusal | undefined => {
  const allowed = codesFor(before.kind, before.status === 'BOOKED' ? before.booking.channel : undefined);
  return allowed.includes(channelCode) ? undefined : channelCodeDoesNotFit(allowed);
};

/**
 * Records that a meeting was held, and plans what the clock asks for next. The national code must be one for the kind
 * of meeting and, where it was booked, for the way that was agreed. Refused on a day before the job search or after
 * today. Source: handbook 2.2.
 */
export const recordMeetingHeld = (
  scene: HeldScene,
  order: RecordMeetingHeld,
  { today }: { readonly today: LocalDate },
): HeldDecision => {
  const open = openMeeting(scene.meetings, order);
  if (!open.ok) return open;
  const before = open.value;
  const { heldOn, channelCode } = order;
  const { startedOn } = scene.planning.jobSearch;
  if (heldOn < startedOn || today < heldOn) return refused(heldDateOutOfRange(startedOn, today));
  const no = codeRefusal(before, channelCode);
  if (no !== undefined) return refused(no);
  const meeting: HeldMeeting = { ...before, status: 'HELD', version: before.version + 1, heldOn, channelCode };
  const { meetingId, kind, asked } = before;
  const { meetings: next, ...following } = nextOf(meeting, scene);
  const recorded = {
    changes: [{ before, after: meeting }],
    facts: [
      { kind: 'MeetingHeld', meetingId, meetingKind: kind, heldOn, channelCode, ...(asked && { dueOn: asked.dueOn }) },
    ],
  } as const;
  return accepted({ meeting, held: meeting, next, ...together(recorded, following) });
};
