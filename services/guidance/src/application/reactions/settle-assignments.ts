import type { Tx, Write } from '@tyovayla/kernel/sql';
import type { Settled } from '../../domain/assignment/settle-assignment.ts';
import { settleAssignment } from '../../domain/assignment/settle-assignment.ts';
import { type ClientCase, isProtected } from '../../domain/client-case/client-case.ts';
import type { ClientNewsKind } from '../../domain/client-case/client-news.ts';
import { caseloadOn } from '../../domain/rules/caseload.ts';
import type { AssignmentPorts, AssignmentRecord, AssignmentWithLoads } from '../assignment-ports.ts';
import type { AnyCaseReaction, CaseNews, CaseOutcome, ReactionContext } from '../case-reaction.ts';

type News = CaseNews<ClientNewsKind, AssignmentWithLoads>;

/** News after which somebody else may serve the client. */
const kinds = [
  'JobSearchStarted',
  'JobSearchTakenIn',
  'JobSearchEnded',
  'ResidenceChanged',
  'HistoryReplaced',
] as const satisfies readonly ClientNewsKind[];

const foreignOf = ({ news, loaded: { record } }: News): boolean =>
  ('foreignCitizen' in news ? news.foreignCitizen : undefined) ?? record?.foreignCitizen ?? false;

const recordAfter = (state: News, { proposedTo }: Settled): AssignmentRecord => ({
  clientId: state.news.clientId,
  foreignCitizen: foreignOf(state),
  ...(proposedTo !== undefined && { proposedTo }),
});

const sameRecord = (one: AssignmentRecord | undefined, other: AssignmentRecord): boolean =>
  one?.foreignCitizen === other.foreignCitizen && one.proposedTo === other.proposedTo;

type Settling = { readonly state: News; readonly settled: Settled; readonly context: ReactionContext };

/** A proposal is a task of the specialist's for today; it goes with what it was about. */
const proposalWrites = (ports: AssignmentPorts, { state, settled, context }: Settling): readonly Write[] => {
  const { before, after, news, loaded } = state;
  const { dayTasks } = ports;
  const { proposedTo } = settled;
  const { clientId } = news;
  if (proposedTo !== undefined && after.jobSearch !== undefined) {
    const { jobSearchId: sourceId } = after.jobSearch;
    const task = {
      taskId: context.newId(),
      clientId,
      kind: 'HAND_OVER_PROPOSED',
      dueOn: context.today,
      sourceId,
    } as const;
    return [dayTasks.put(task)];
  }
  const open = loaded.record?.proposedTo !== undefined && before?.jobSearch !== undefined;
  return open ? [dayTasks.done(before.jobSearch.jobSearchId, 'HAND_OVER_PROPOSED')] : [];
};

/** Stated needs open nothing once a protection order came; of an anonymous client no words are kept. */
const needWrites = ({ statedNeeds }: AssignmentPorts, { state, context }: Settling): readonly Write[] => {
  const { before, after, news } = state;
  if (news.kind === 'JobSearchEnded' && news.reason === 'ANONYMISED') return [statedNeeds.forgetTexts(news.clientId)];
  const hidden = before !== undefined && !isProtected(before) && isProtected(after);
  return hidden ? [statedNeeds.endOpen(news.clientId, context.now)] : [];
};

const settle = (ports: AssignmentPorts, state: News, context: ReactionContext): CaseOutcome => {
  const { before, after, loaded } = state;
  const { today } = context;
  const staffing = { organisation: ports.organisation, loads: loaded.loads, caseload: caseloadOn(today).params, today };
  const settled = settleAssignment({ before, after, foreignCitizen: foreignOf(state) }, staffing);
  const record = recordAfter(state, settled);
  const settling = { state, settled, context };
  return {
    nextCase: settled.nextCase,
    facts: settled.facts,
    writes: [
      ...ports.caseloads.change(settled.load, 'ARRIVALS'),
      ...(sameRecord(loaded.record, record) ? [] : [ports.assignments.save(record)]),
      ...proposalWrites(ports, settling),
      ...needWrites(ports, settling),
    ],
  };
};

/** When the registry tells of a start, an end or a home: who serves the client from now on. */
export const settleAssignments = (ports: AssignmentPorts): readonly AnyCaseReaction[] =>
  kinds.map((on) => ({
    name: 'settle-assignments',
    on,
    load: (tx: Tx, { clientId }: ClientCase) => ports.assignments.findWithLoads(tx, clientId),
    react: (state: News, context: ReactionContext) => settle(ports, state, context),
  }));
