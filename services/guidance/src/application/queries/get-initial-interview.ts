import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, refused } from '@tyovayla/kernel/result';
import type { ClientCase } from '../../domain/client-case/client-case.ts';
import type { Meeting, MeetingStatus } from '../../domain/meeting/meeting.ts';
import { interviewDueBook } from '../../domain/rules/interview-due.ts';
import { servesClients } from '../access.ts';
import { protectionRule } from '../access-rules/case-rule.ts';
import type { OnCase } from '../case-command.ts';
import { type CaseQuery, caseQuery } from '../case-query.ts';
import type { GuidancePorts } from '../ports.ts';

/** When the initial interview of a running job search is due, and by which version of the rule. */
export type InitialInterview = {
  readonly clientId: string;
  readonly jobSearchId: string;
  /** Last day on which the authority may hold it. */
  readonly dueOn: LocalDate;
  /** Working days that the law gave on the day that decided. */
  readonly workingDays: number;
  readonly ruleValidFrom: LocalDate;
  readonly status: MeetingStatus;
};

/** No interview is planned, or the caller may not know that one is. */
const notFound: Refusal = { kind: 'missing', code: 'INITIAL_INTERVIEW_NOT_FOUND', data: {} };

/** Which of several counts: one that was held, else one that is still to be held, else what became of the last. */
const counts: readonly MeetingStatus[] = ['HELD', 'TAKEN_OVER', 'BOOKED', 'PLANNED', 'MISSED', 'CANCELLED'];

const interviewOf = (
  { jobSearch, clientId }: ClientCase,
  meetings: readonly Meeting[],
): InitialInterview | undefined => {
  const [interview] = meetings
    .filter(
      ({ kind, jobSearchId, asked: day }) =>
        kind === 'INITIAL_INTERVIEW' && jobSearchId === jobSearch?.jobSearchId && day?.ruleValidFrom !== undefined,
    )
    .toSorted((one, other) => counts.indexOf(one.status) - counts.indexOf(other.status));
  const asked = interview?.asked;
  const version = interviewDueBook.versions.find(({ validFrom }) => validFrom === asked?.ruleValidFrom);
  if (interview === undefined || asked === undefined || version === undefined || jobSearch === undefined)
    return undefined;
  const { validFrom: ruleValidFrom, params } = version;
  const { jobSearchId } = jobSearch;
  const { status } = interview;
  return { clientId, jobSearchId, dueOn: asked.dueOn, workingDays: params.workingDays, ruleValidFrom, status };
};

/**
 * When a client's initial interview is due, and whether it was held. A date of the law and no more of the client, so
 * everyone who serves clients sees it; of a protected client the assigned handler alone.
 */
export const getInitialInterviewQuery = (ports: GuidancePorts): CaseQuery<OnCase, InitialInterview> =>
  caseQuery(ports, {
    name: 'GetInitialInterview',
    access: servesClients('client-process'),
    missing: notFound,
    rule: protectionRule,
    load: async (sql, { clientId }, { clientCase }) => {
      const interview = interviewOf(clientCase, await ports.meetings.ofClient(sql, clientId));
      return interview === undefined ? refused(notFound) : accepted(interview);
    },
  });
