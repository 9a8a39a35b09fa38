import type { LocalDate } from '@tyovayla/kernel/local-date';
import { versionOn } from '@tyovayla/kernel/rule-book';
import type { CaseJobSearch } from '../client-case/client-case.ts';
import { meetingClockBook } from '../rules/meeting-clock.ts';
import { cancelled } from './cancel-meeting.ts';
import { isAskedFewer } from './fewer-meetings.ts';
import type { CancelledMeeting, Meeting, PlannedMeeting } from './meeting.ts';
import { type MeetingsDecided, together } from './meeting-decision.ts';
import { type Planning, planned } from './plan-meetings.ts';

const isSpared = ({ kind, asked }: PlannedMeeting | CancelledMeeting, jobSearch: CaseJobSearch): boolean => {
  const version = asked?.ruleValidFrom === undefined ? undefined : versionOn(meetingClockBook, asked.ruleValidFrom);
  if (version === undefined || asked === undefined || kind === 'INITIAL_INTERVIEW') return false;
  return isAskedFewer({ kind, dueOn: asked.dueOn, version }, jobSearch);
};

/** Meetings that the status before had spared the client, and that are asked for again. */
const dueAgain = (
  meetings: readonly Meeting[],
  { jobSearch }: Planning,
  today: LocalDate,
): readonly CancelledMeeting[] =>
  meetings
    .filter((meeting): meeting is CancelledMeeting => meeting.status === 'CANCELLED' && meeting.reason === 'STATUS')
    .filter(({ jobSearchId, asked }) => jobSearchId === jobSearch.jobSearchId && asked !== undefined)
    .filter((meeting) => today <= (meeting.asked?.scheduleBy ?? today) && !isSpared(meeting, jobSearch))
    .filter(
      ({ kind, asked }) =>
        !meetings.some(
          (other) => other.status === 'PLANNED' && other.kind === kind && other.asked.dueOn === asked?.dueOn,
        ),
    );

/**
 * Follows a new employment status by the list of exceptions (handbook 2.2, until 31 December 2025): planned meetings
 * that it spares the client fall away, and those that the status before had spared come back while there is time.
 * Booked ones stand: an official cancels them.
 */
export const followStatus = (meetings: readonly Meeting[], planning: Planning, today: LocalDate): MeetingsDecided => {
  const spared = meetings
    .filter((meeting): meeting is PlannedMeeting => meeting.status === 'PLANNED')
    .filter((meeting) => isSpared(meeting, planning.jobSearch))
    .map((meeting) => cancelled(meeting, { reason: 'STATUS', today }));
  const back = dueAgain(meetings, planning, today).flatMap(({ kind, asked }) =>
    asked === undefined ? [] : [{ kind, asked }],
  );
  const { changes, facts } = planned(planning, back);
  return together(...spared, { changes, facts });
};
