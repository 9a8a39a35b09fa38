import type { ClientCase } from '../../domain/client-case/client-case.ts';
import { searchEndOf } from '../../domain/client-case/search-end.ts';
import { beginMeetings } from '../../domain/meeting/begin-meetings.ts';
import { cancelAll } from '../../domain/meeting/cancel-meeting.ts';
import { followStatus } from '../../domain/meeting/follow-status.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { MeetingsDecided } from '../../domain/meeting/meeting-decision.ts';
import type { Planning } from '../../domain/meeting/plan-meetings.ts';
import { type AnyCaseReaction, type CaseOutcome, caseReaction, type ReactionContext } from '../case-reaction.ts';
import type { GuidancePorts, Meetings } from '../ports.ts';

const planningOf = ({ clientId, jobSearch }: ClientCase, { newId }: ReactionContext): Planning | undefined =>
  jobSearch && { clientId, jobSearch, newId };

const outcomeOf = ({ meetings }: { meetings: Meetings }, decided: MeetingsDecided): CaseOutcome => ({
  facts: decided.facts,
  writes: meetings.save(decided.changes),
});

const begin = (after: ClientCase, meetings: readonly Meeting[], context: ReactionContext): MeetingsDecided => {
  const { toldOn, today } = context;
  return beginMeetings({ clientId: after.clientId, meetings, planning: planningOf(after, context), toldOn, today });
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
      // The link to a record that joins is stored together with what is decided here.
      load: async (tx, after, { merge }) => {
        const joined = merge?.kind === 'JOINED' ? await ports.meetings.ofClient(tx, merge.clientId) : [];
        return [...(await ofClient(tx, after)), ...joined];
      },
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
        const reason = searchEndOf(news);
        const { facts, writes } = outcomeOf(ports, cancelAll(loaded, { reason, today }));
        // Where the job search may go on under another record, what is owed goes with it: `followMerges`.
        if (reason === 'RECORDS_MERGED') return { facts, writes };
        return { facts, writes: [...writes, ports.dayTasks.done(before.jobSearch.jobSearchId, 'ASSESSMENT_DUE')] };
      },
    }),
  ];
};
