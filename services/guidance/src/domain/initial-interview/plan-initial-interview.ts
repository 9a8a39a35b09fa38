import { interviewDue } from '../rules/interview-due.ts';
import type { InitialInterview, StartedJobSearch } from './initial-interview.ts';

/**
 * Says by when the authority holds the initial interview of a job search that has started. A job search older than
 * the rule (2 May 2022) asks for none. Source: handbook 2.2.
 */
export const planInitialInterview = (started: StartedJobSearch): InitialInterview | undefined => {
  const due = interviewDue(started.startedOn);
  if (!due.ok) return undefined;
  const { dueOn, workingDays, version } = due.value;
  const { clientId, jobSearchId, withheld } = started;
  return { clientId, jobSearchId, dueOn, workingDays, ruleValidFrom: version.validFrom, withheld };
};
