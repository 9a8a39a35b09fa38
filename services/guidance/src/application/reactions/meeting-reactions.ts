import type { ClientCase } from '../../domain/client-case/client-case.ts';
import { searchEndOf } from '../../domain/client-case/search-end.ts';
import { cancelAll } from '../../domain/meeting/cancel-meeting.ts';
import { followStatus } from '../../domain/meeting/follow-status.ts';
import { isOpen, type Meeting } from '../../domain/meeting/meeting.ts';
import { type MeetingsDecided, together } from '../../domain/meeting/meeting-decision.ts';
import { nothing, type Planning } from '../../domain/meeting/plan-meetings.ts';
import { startMeetings } from '../../domain/meeting/start-meetings.ts';
import { type AnyCaseReaction, type CaseOutcome, caseReaction, type ReactionContext } from '../case-reaction.ts';
import type { GuidancePorts, Meetings } from '../ports.ts';

const planningOf = ({ clientId, jobSearch }: ClientCase, { newId }: ReactionContext): Planning | undefined =>
  jobSearch && { clientId, jobSearch, newId };

const outcomeOf = ({ meetings }: { meetings: Meetings }, decided: MeetingsDecided): CaseOutcome => ({
  facts: decided.facts,
  writes: meetings.save(decided.changes),
});

/**
 * The first meeting of a job search that runs now and did not before. Open ones of another are cancelled: records of one
 * person were put together or taken apart, else the other had ended by itself.
 */
const begin = (after: ClientCase, meetings: readonly Meeting[], context: ReactionContext): MeetingsDecided => {
  const planning = planningOf(after, context);
  const jobSearchId = planning?.jobSearch.jobSearchId;
  const stale = meetings.filter((meeting) => isOpen(meeting) && meeting.jobSearchId !== jobSearchId);
  const ended = cancelAll(stale, { reason: 'RECORDS_MERGED', today: context.today });
  const isKnown = meetings.some((meeting) => meeting.jobSearchId === jobSearchId);
  return together(ended, planning === undefined || isKnown ? nothing : startMeetings(planning, context.toldOn));
};

/** Meetings follow the client's job search: planned when it starts, fewer by status, cancelled when it ends. */
export const meetingReactions = (ports: GuidancePorts): readonly AnyCaseReaction[] => {
  const ofClient = (tx: Parameters<Meetings['ofClient']>[0], { clientId }: ClientCase) =>
    ports.meetings.ofClient(tx, clientId);
  return [
    caseReaction<'JobSearchStarted'>({
      name: 'plan-first-meeting',
      on: 'JobSearchStarted',
      // A new job search has no meetings yet, and those of the former one were cancelled when it ended.
      react: ({ after }, context) => outcomeOf(ports, begin(after, [], context)),
    }),
    caseReaction<'JobSearchTakenIn'>({
      name: 'plan-first-meeting-here',
      on: 'JobSearchTakenIn',
      react: ({ after }, context) => outcomeOf(ports, begin(after, [], context)),
    }),
    caseReaction<'HistoryReplaced', readonly Meeting[]>({
      name: 'plan-meetings-of-merged-client',
      on: 'HistoryReplaced',
      load: ofClient,
      react: ({ after, loaded }, context) => outcomeOf(ports, begin(after, loaded, context)),
    }),
    caseReaction<'EmploymentStatusRecorded', readonly Meeting[]>({
      name: 'follow-status',
      on: 'EmploymentStatusRecorded',
      load: ofClient,
      react: ({ after, loaded }, context) => {
        const planning = planningOf(after, context);
        return planning && outcomeOf(ports, followStatus(loaded, planning, context.today));
      },
    }),
    caseReaction<'JobSearchEnded'>({
      name: 'forget-notes-of-anonymous-client',
      on: 'JobSearchEnded',
      react: ({ news: { reason, clientId } }) =>
        reason === 'ANONYMISED' ? { facts: [], writes: ports.serviceNeeds.forgetNotes(clientId) } : undefined,
    }),
    caseReaction<'JobSearchEnded', readonly Meeting[]>({
      name: 'cancel-meetings',
      on: 'JobSearchEnded',
      load: ofClient,
      react: ({ before, after, loaded, news }, { today }) => {
        if (before?.jobSearch === undefined || after.jobSearch !== undefined) return undefined;
        const { facts, writes } = outcomeOf(ports, cancelAll(loaded, { reason: searchEndOf(news), today }));
        return { facts, writes: [...writes, ports.dayTasks.done(before.jobSearch.jobSearchId, 'ASSESSMENT_DUE')] };
      },
    }),
  ];
};
