import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { ClientCase } from '../client-case/client-case.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { profileDue } from '../rules/profile-due.ts';

/** What a client owes: a published profile by a day. */
export type ProfileDuty = {
  readonly state: 'OWED' | 'PUBLISHED' | 'NOT_YET' | 'EXEMPT';
  /** Absent where the time has not begun to run. */
  readonly dueOn?: LocalDate;
  /** First day on which the law asks for a profile in such a job search. */
  readonly ruleValidFrom: LocalDate;
};

/** The first discussion of the job search that was held on a day from which a discussion starts the duty. */
const firstDiscussion = (meetings: readonly Meeting[], jobSearchId: string, from: LocalDate): LocalDate | undefined =>
  meetings
    .flatMap((meeting) => (meeting.status === 'HELD' && meeting.kind === 'DISCUSSION' ? [meeting] : []))
    .filter((meeting) => meeting.jobSearchId === jobSearchId && from <= meeting.heldOn)
    .map(({ heldOn }) => heldOn)
    .toSorted()[0];

/**
 * What a client with a running job search owes by the law on job-applicant profiles (from 1 September 2026). Undefined
 * without a running job search, and for one from before the rule's first version. Source: handbook 2.7.
 */
export const profileDuty = (clientCase: ClientCase, meetings: readonly Meeting[]): ProfileDuty | undefined => {
  const { jobSearch, profilePublishedOn } = clientCase;
  if (jobSearch === undefined) return undefined;
  const { jobSearchId, startedOn: jobSearchStartedOn, statusCode } = jobSearch;
  const first = profileDue({ jobSearchStartedOn });
  if (!first.ok) return undefined;
  const { version } = first.value;
  const { discussionFrom, exemptStatusCodes } = version.params;
  const discussed = discussionFrom && firstDiscussion(meetings, jobSearchId, discussionFrom);
  const due = profileDue({ jobSearchStartedOn, ...(discussed && { nextDiscussionOn: discussed }) });
  const dueOn = due.ok ? due.value.dueOn : undefined;
  const day = { ...(dueOn !== undefined && { dueOn }), ruleValidFrom: discussionFrom ?? version.validFrom };
  if (profilePublishedOn !== undefined) return { state: 'PUBLISHED', ...day };
  if (exemptStatusCodes.includes(statusCode)) return { state: 'EXEMPT', ...day };
  return { state: dueOn === undefined ? 'NOT_YET' : 'OWED', ...day };
};

/** The day by which a profile is still owed; undefined where none is. */
export const profileOwedBy = (clientCase: ClientCase, meetings: readonly Meeting[]): LocalDate | undefined => {
  const duty = profileDuty(clientCase, meetings);
  return duty?.state === 'OWED' ? duty.dueOn : undefined;
};
