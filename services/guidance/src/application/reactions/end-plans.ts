import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Tx } from '@tyovayla/kernel/sql';
import type { ClientCase } from '../../domain/client-case/client-case.ts';
import { type SearchEnd, searchEndOf } from '../../domain/client-case/search-end.ts';
import { endedPlan } from '../../domain/plan/end-plan.ts';
import type { BindingPlan, DraftPlan } from '../../domain/plan/plan.ts';
import { type OpenSoFar, planDecided, supersede } from '../../domain/plan/plan-decision.ts';
import {
  type CaseNews,
  type CaseOutcome,
  type CaseReaction,
  caseReaction,
  type ReactionContext,
} from '../case-reaction.ts';
import { planWrites } from '../commands/plan-state.ts';
import type { PlanPorts } from '../plan-ports.ts';

type Running = { readonly plans: readonly (DraftPlan | BindingPlan)[]; readonly open: OpenSoFar | undefined };

const nothing: CaseOutcome = { facts: [], writes: [] };

const ended = (
  ports: PlanPorts,
  { after, loaded: { plans, open } }: Pick<CaseNews<'JobSearchEnded', Running>, 'after' | 'loaded'>,
  { endedOn, reason, now, today, newId }: ReactionContext & { readonly endedOn: LocalDate; readonly reason: SearchEnd },
): CaseOutcome => {
  // News of a former job search leaves the one that runs, and its plans, as they are.
  if (after.jobSearch !== undefined || plans.length === 0) return nothing;
  const by = { editorId: 'guidance', at: now, today };
  const each = plans.map((plan) => endedPlan(plan, { endedOn, reason }, by));
  const closes = open === undefined ? {} : supersede(open, open.period.planId);
  const decision = planDecided(
    { edits: each.map(({ edited }) => edited), ...closes },
    each.map(({ fact }) => fact),
  );
  if (!decision.ok) return nothing;
  const { change, facts } = decision.value;
  return { facts, writes: planWrites(ports, change, newId) };
};

const loadRunning =
  (ports: PlanPorts) =>
  async (tx: Tx, { clientId }: ClientCase): Promise<Running> => {
    const [plans, open] = await Promise.all([ports.plans.running(tx, clientId), ports.obligations.open(tx, clientId)]);
    return { plans, open };
  };

/**
 * Ends a client's plans with their job search. The open period of the obligation ends with them, and judges nobody. Of
 * someone who became anonymous the words that people wrote are taken out as well.
 */
export const endPlans = (ports: PlanPorts): CaseReaction<'JobSearchEnded', Running> =>
  caseReaction({
    name: 'end-plans',
    on: 'JobSearchEnded',
    load: loadRunning(ports),
    react: (state, context) => {
      const { endedOn, reason, clientId } = state.news;
      const { facts, writes } = ended(ports, state, { ...context, endedOn, reason: searchEndOf(state.news) });
      const forgotten =
        reason === 'ANONYMISED' ? [ports.plans.forgetTexts(clientId), ports.obligations.forgetTexts(clientId)] : [];
      return { facts, writes: [...writes, ...forgotten] };
    },
  });

/** The same where records of one person were put together or taken apart, and no job search runs in what came of it. */
export const endPlansOfReplaced = (ports: PlanPorts): CaseReaction<'HistoryReplaced', Running> =>
  caseReaction({
    name: 'end-plans-of-replaced',
    on: 'HistoryReplaced',
    load: loadRunning(ports),
    react: ({ after, loaded }, context) =>
      ended(ports, { after, loaded }, { ...context, endedOn: context.toldOn, reason: 'RECORDS_MERGED' }),
  });
