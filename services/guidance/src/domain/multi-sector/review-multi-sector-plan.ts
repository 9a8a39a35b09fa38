import { addMonths, type LocalDate } from '@tyovayla/kernel/local-date';
import { multiSectorOn } from '../rules/multi-sector.ts';
import type { MultiSectorCase } from './multi-sector-case.ts';
import { type Deciding, dayRefusal, decided, type MultiSectorDecision, refusedWith } from './multi-sector-decision.ts';
import { inForceOf, type PlanInForce } from './multi-sector-plan.ts';
import { planNotInForce, stepNotAllowed, taskNotFound } from './multi-sector-refusals.ts';

export type ReviewMultiSectorPlan = { readonly reviewedOn: LocalDate; readonly doneTaskIds: readonly string[] };

const reviewed = (plan: PlanInForce, { reviewedOn, doneTaskIds }: ReviewMultiSectorPlan): PlanInForce => ({
  ...plan,
  reviewedOn: [...plan.reviewedOn, reviewedOn],
  reviewDueOn: addMonths(reviewedOn, multiSectorOn(reviewedOn).params.reviewMonths),
  tasks: plan.tasks.map((task) =>
    doneTaskIds.includes(task.taskId) && task.doneOn === undefined ? { ...task, doneOn: reviewedOn } : task,
  ),
});

/**
 * Records that the parties went through the plan in force, and which tasks they found done. What the plan asks is not
 * changed by a review: another content is another plan, with its signatures. Handbook R3.4.
 */
export const reviewMultiSectorPlan = (
  one: MultiSectorCase,
  review: ReviewMultiSectorPlan,
  { today }: Deciding,
): MultiSectorDecision => {
  const { stage } = one;
  if (stage.state !== 'CLIENT') return refusedWith(stepNotAllowed(stage.state));
  const plan = inForceOf(stage.plans);
  if (plan === undefined) return refusedWith(planNotInForce);
  const badDay = dayRefusal(review.reviewedOn, { notBefore: plan.reviewedOn.at(-1) ?? plan.inForceOn, today });
  if (badDay !== undefined) return refusedWith(badDay);
  const known = new Set(plan.tasks.map(({ taskId }) => taskId));
  if (review.doneTaskIds.some((taskId) => !known.has(taskId))) return refusedWith(taskNotFound);
  const next = reviewed(plan, review);
  const plans = stage.plans.map((each) => (each.planId === plan.planId ? next : each));
  const { reviewedOn } = review;
  return decided({ ...one, stage: { ...stage, plans } }, [
    { kind: 'MultiSectorPlanReviewed', planId: plan.planId, reviewedOn, reviewDueOn: next.reviewDueOn },
  ]);
};
