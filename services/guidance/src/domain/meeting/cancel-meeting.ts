import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, refused } from '@tyovayla/kernel/result';
import { versionOn } from '@tyovayla/kernel/rule-book';
import { meetingClockBook } from '../rules/meeting-clock.ts';
import type { CancelledMeeting, Meeting, OpenMeeting } from './meeting.ts';
import {
  type MeetingDecision,
  type MeetingsDecided,
  type OnMeeting,
  openMeeting,
  together,
} from './meeting-decision.ts';
import type { CancelReason, cancelReasons } from './meeting-kinds.ts';
import { meetingNotInState, waivingNotInForce } from './meeting-refusals.ts';
import { interviewHeldOn, nothing, type Planning, planAfterDiscussion, planned } from './plan-meetings.ts';

export type CancelMeeting = OnMeeting & { readonly reason: (typeof cancelReasons)[number] };

/** A meeting that will not be held, with its fact. */
export const cancelled = (
  before: OpenMeeting,
  { reason, today }: { readonly reason: CancelReason; readonly today: LocalDate },
): MeetingsDecided & { readonly meeting: CancelledMeeting } => {
  const meeting: CancelledMeeting = {
    ...before,
    status: 'CANCELLED',
    version: before.version + 1,
    cancelledOn: today,
    reason,
  };
  const { meetingId, kind } = before;
  return {
    meeting,
    changes: [{ before, after: meeting }],
    facts: [{ kind: 'MeetingCancelled', meetingId, meetingKind: kind, reason }],
  };
};

/** Waiving took the place of the list of exceptions on 1 January 2026 (handbook 2.2). */
const waivingFrom = meetingClockBook.versions.find(({ params }) => params.fewer === undefined)?.validFrom;

const mayWaive = (today: LocalDate): boolean => {
  const version = versionOn(meetingClockBook, today);
  return version !== undefined && version.params.fewer === undefined;
};

/** What takes the cancelled meeting's place, so that the clock doesn't stand still. */
const inItsPlace = (before: OpenMeeting, order: CancelMeeting, scene: CancelScene): MeetingsDecided => {
  const { asked, kind, jobSearchId } = before;
  if (asked === undefined || asked.ruleValidFrom === undefined) return nothing;
  if (order.reason !== 'WAIVED') return planned(scene.planning, [{ kind, asked }]);
  if (kind !== 'DISCUSSION') return nothing;
  const interview = interviewHeldOn(scene.meetings, jobSearchId);
  return planAfterDiscussion(scene.planning, { heldOn: asked.dueOn, interview, meetings: scene.meetings });
};

export type CancelScene = { readonly meetings: readonly Meeting[]; readonly planning: Planning };

/**
 * Cancels a meeting that is still to be held. A booked one that the clock asks for is planned again; one that is only
 * planned can't be cancelled but by waiving, in the authority's discretion since 1 January 2026. The initial interview
 * is never waived. A waived discussion is followed by the next one. Source: handbook 2.2.
 */
export const cancelMeeting = (
  scene: CancelScene,
  order: CancelMeeting,
  { today }: { readonly today: LocalDate },
): MeetingDecision => {
  const open = openMeeting(scene.meetings, order);
  if (!open.ok) return open;
  const before = open.value;
  const isWaived = order.reason === 'WAIVED';
  if (isWaived && !mayWaive(today) && waivingFrom !== undefined) return refused(waivingNotInForce(waivingFrom));
  const isClocks = before.asked?.ruleValidFrom !== undefined;
  if (isWaived ? before.kind === 'INITIAL_INTERVIEW' : isClocks && before.status === 'PLANNED')
    return refused(meetingNotInState(before.status));
  const { meeting, ...decided } = cancelled(before, { reason: order.reason, today });
  return accepted({ meeting, ...together(decided, inItsPlace(before, order, scene)) });
};

/** Cancels all that is still to be held, when the job search ends. */
export const cancelAll = (
  meetings: readonly Meeting[],
  why: { readonly reason: CancelReason; readonly today: LocalDate },
): MeetingsDecided =>
  together(
    ...meetings
      .filter((meeting): meeting is OpenMeeting => meeting.status === 'PLANNED' || meeting.status === 'BOOKED')
      .map((meeting) => cancelled(meeting, why)),
  );
