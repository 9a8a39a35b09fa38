import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { refused } from '@tyovayla/kernel/result';
import {
  type BindingPlan,
  type DraftPlan,
  type EditedPlan,
  type Editing,
  type EndedPlan,
  editOf,
  type Plan,
} from './plan.ts';
import type { PlanEndReason } from './plan-codes.ts';
import { type OpenSoFar, type PlanDecision, planDecided, supersede } from './plan-decision.ts';
import type { PlanFact } from './plan-facts.ts';
import { jobSearchStillRuns, planBinds, planEnded, planNotBinding } from './plan-refusals.ts';

export type Ending = {
  readonly endedOn: LocalDate;
  readonly reason: PlanEndReason;
  readonly replacedByPlanId?: string;
};

/** A running plan as it ends, with its line in the history and the fact. */
export const endedPlan = (
  plan: DraftPlan | BindingPlan,
  { endedOn, reason, replacedByPlanId }: Ending,
  by: Editing,
): { readonly edited: EditedPlan; readonly fact: PlanFact } => {
  const { planId, clientId } = plan;
  const version = plan.version + 1;
  const link = replacedByPlanId === undefined ? {} : { replacedByPlanId };
  const after: EndedPlan = { ...plan, version, status: 'ENDED', endedOn, endReason: reason, ...link };
  return {
    edited: { before: plan, after, edit: editOf({ version, kind: 'ENDED', on: endedOn }, by) },
    fact: { kind: 'PlanEnded', clientId, planId, endedOn, reason, ...link },
  };
};

/** What a person may say, why a plan ends. */
export type EndReason = Extract<PlanEndReason, 'WITHDRAWN' | 'AGREED' | 'JOB_SEARCH_ENDED'>;

export type PlanToEnd = {
  readonly plan: Plan;
  readonly open: OpenSoFar | undefined;
  /** Whether the client's job search runs. */
  readonly jobSearch: 'RUNS' | 'HAS_ENDED';
};

const hindrance = (status: 'DRAFT' | 'BINDING', reason: EndReason, { jobSearch }: PlanToEnd): Refusal | undefined => {
  if (reason === 'JOB_SEARCH_ENDED') return jobSearch === 'RUNS' ? jobSearchStillRuns : undefined;
  if (reason === 'WITHDRAWN') return status === 'BINDING' ? planBinds : undefined;
  return status === 'DRAFT' ? planNotBinding : undefined;
};

/**
 * Ends a plan today: a draft that is withdrawn, a binding one that client and authority agree to end, or any whose job
 * search has ended. The authority alone withdraws no accepted plan. Source: handbook 2.3.
 */
export const endPlan = (state: PlanToEnd, reason: EndReason, by: Editing): PlanDecision => {
  const { plan, open } = state;
  if (plan.status === 'ENDED') return refused(planEnded(plan.endedOn));
  const no = hindrance(plan.status, reason, state);
  if (no !== undefined) return refused(no);
  const { edited, fact } = endedPlan(plan, { endedOn: by.today, reason }, by);
  return planDecided({ edits: [edited], ...supersede(open, plan.planId) }, [fact]);
};
