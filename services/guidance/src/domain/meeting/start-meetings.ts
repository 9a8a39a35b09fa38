import { addMonths, type LocalDate } from '@tyovayla/kernel/local-date';
import { versionOn } from '@tyovayla/kernel/rule-book';
import { previousWorkingDay } from '@tyovayla/kernel/working-day';
import { interviewDue } from '../rules/interview-due.ts';
import { meetingClockBook } from '../rules/meeting-clock.ts';
import type { MeetingAsked, TakenOverMeeting } from './meeting.ts';
import { type MeetingsDecided, together } from './meeting-decision.ts';
import { nothing, type Planning, planInterview, planned } from './plan-meetings.ts';

/** The first discussion on or after a day, reckoned in steps from the interview, as the law of its due day asks for it. */
const discussionFrom = (interview: LocalDate, from: LocalDate): MeetingAsked | undefined => {
  const everyMonths = versionOn(meetingClockBook, from)?.params.discussionEveryMonths;
  if (everyMonths === undefined) return undefined;
  let months = everyMonths;
  while (addMonths(interview, months) < from) months += everyMonths;
  const dueOn = addMonths(interview, months);
  const ruleValidFrom = versionOn(meetingClockBook, dueOn)?.validFrom;
  return { dueOn, scheduleBy: previousWorkingDay(dueOn), ...(ruleValidFrom && { ruleValidFrom }) };
};

const takenOver = ({ clientId, jobSearch, newId }: Planning, asked: MeetingAsked): MeetingsDecided => {
  const { jobSearchId } = jobSearch;
  const core = { meetingId: newId(), clientId, jobSearchId, version: 1 } as const;
  const after: TakenOverMeeting = { ...core, kind: 'INITIAL_INTERVIEW', status: 'TAKEN_OVER', asked };
  return { changes: [{ after }], facts: [] };
};

/**
 * Plans the first meeting of a job search that the registry tells of on a day: the initial interview. Where that was
 * due before the day, the job search was running elsewhere and has been taken over, since nobody registers for a day
 * that has passed: the interview is taken to have been held when it was due, and the next discussion from that day on
 * is planned.
 */
export const startMeetings = (planning: Planning, toldOn: LocalDate): MeetingsDecided => {
  const { startedOn } = planning.jobSearch;
  const due = interviewDue(startedOn);
  if (startedOn === toldOn || (due.ok && toldOn <= due.value.dueOn)) return planInterview(planning);
  const interview = due.ok ? due.value.dueOn : startedOn;
  const asked = discussionFrom(interview, toldOn);
  const { changes, facts } = asked ? planned(planning, [{ kind: 'DISCUSSION', asked }]) : nothing;
  if (!due.ok) return { changes, facts };
  const { dueOn, version } = due.value;
  return together(takenOver(planning, { dueOn, scheduleBy: dueOn, ruleValidFrom: version.validFrom }), {
    changes,
    facts,
  });
};
