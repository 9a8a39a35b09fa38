import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { isOpen, type Meeting, type MeetingChange, type OpenMeeting } from './meeting.ts';
import type { MeetingFact } from './meeting-facts.ts';
import { meetingChangedMeanwhile, meetingNotFound, meetingNotInState } from './meeting-refusals.ts';

/** What a decision on meetings gives when it says yes. */
export type MeetingsDecided = {
  readonly changes: readonly MeetingChange[];
  readonly facts: readonly MeetingFact[];
};

/** As `MeetingsDecided`, with the one meeting that was decided about. */
export type MeetingDecided = MeetingsDecided & { readonly meeting: Meeting };

export type MeetingDecision = Result<MeetingDecided, Refusal>;

/** Which meeting, and the version of it that the caller has seen. */
export type OnMeeting = { readonly meetingId: string; readonly expectedVersion?: number };

/** The meeting that is meant, still to be held and as the caller has seen it; or why not. */
export const openMeeting = (
  meetings: readonly Meeting[],
  { meetingId, expectedVersion }: OnMeeting,
): Result<OpenMeeting, Refusal> => {
  const meeting = meetings.find((each) => each.meetingId === meetingId);
  if (meeting === undefined) return refused(meetingNotFound);
  if (expectedVersion !== undefined && expectedVersion !== meeting.version)
    return refused(meetingChangedMeanwhile(meeting.version));
  return isOpen(meeting) ? accepted(meeting) : refused(meetingNotInState(meeting.status));
};

/** Several decisions as one, in order. */
export const together = (...parts: readonly MeetingsDecided[]): MeetingsDecided => ({
  changes: parts.flatMap(({ changes }) => changes),
  facts: parts.flatMap(({ facts }) => facts),
});
