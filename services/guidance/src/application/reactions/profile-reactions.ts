import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Write } from '@tyovayla/kernel/sql';
import type { ClientCase } from '../../domain/client-case/client-case.ts';
import type { ClientNewsKind } from '../../domain/client-case/client-news.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { profileOwedBy } from '../../domain/profile-duty/profile-duty.ts';
import type { AnyCaseReaction, CaseNews, CaseOutcome, ReactionContext } from '../case-reaction.ts';
import type { GuidancePorts } from '../ports.ts';

/** A profile that is owed by a client, as a task on the day list of whoever serves them. */
export const profileTask = (
  { dayTasks }: Pick<GuidancePorts, 'dayTasks'>,
  { clientId, jobSearch }: ClientCase,
  owed: { readonly dueOn: LocalDate; readonly taskId: string },
): readonly Write[] =>
  jobSearch === undefined
    ? []
    : [dayTasks.put({ ...owed, clientId, kind: 'PROFILE_DUE', sourceId: jobSearch.jobSearchId })];

type News = CaseNews<ClientNewsKind, readonly Meeting[] | undefined>;

/** What was owed before the news goes off the list where it is owed no more, and what is owed now goes on it. */
const settle = (
  ports: GuidancePorts,
  { before, after, loaded = [] }: News,
  { newId }: ReactionContext,
): CaseOutcome => {
  const was = before && profileOwedBy(before, loaded);
  const dueOn = profileOwedBy(after, loaded);
  const source = before?.jobSearch?.jobSearchId;
  const isAnother = source !== after.jobSearch?.jobSearchId;
  const isGone = was !== undefined && source !== undefined && (isAnother || dueOn === undefined);
  const isNew = dueOn !== undefined && (isAnother || dueOn !== was);
  const writes = [
    ...(isGone ? [ports.dayTasks.done(source, 'PROFILE_DUE', after.clientId)] : []),
    ...(isNew ? profileTask(ports, after, { dueOn, taskId: newId() }) : []),
  ];
  return { facts: [], writes };
};

/** News after which a profile may be owed, or owed no more; with the client's meetings where older ones may count. */
const kinds = {
  JobSearchStarted: 'WITHOUT_MEETINGS',
  JobSearchTakenIn: 'WITHOUT_MEETINGS',
  HistoryReplaced: 'WITH_MEETINGS',
  EmploymentStatusRecorded: 'WITH_MEETINGS',
  ProfilePublished: 'WITH_MEETINGS',
  ProfileWithdrawn: 'WITH_MEETINGS',
  JobSearchEnded: 'WITH_MEETINGS',
} as const satisfies Partial<Record<ClientNewsKind, 'WITH_MEETINGS' | 'WITHOUT_MEETINGS'>>;

/** The job-applicant profile that a client owes by a day is on the day list of whoever serves them (handbook 2.7). */
export const profileReactions = (ports: GuidancePorts): readonly AnyCaseReaction[] =>
  Object.entries(kinds).map(([on, meetings]) => ({
    name: 'settle-profile-duty',
    on: on as ClientNewsKind,
    ...(meetings === 'WITH_MEETINGS' && {
      load: (tx: Parameters<GuidancePorts['meetings']['ofClient']>[0], { clientId }: ClientCase) =>
        ports.meetings.ofClient(tx, clientId),
    }),
    react: (state: News, context: ReactionContext) => settle(ports, state, context),
  }));
