import { refused } from '@tyovayla/kernel/result';
import { type BindingPlan, type DraftPlan, type Editing, editOf, type Plan } from './plan.ts';
import type { PlanTask } from './plan-content.ts';
import { type PlanDecision, planDecided } from './plan-decision.ts';
import type { PlanForm } from './plan-form.ts';
import { planEnded } from './plan-refusals.ts';
import { type Writing, writeContent } from './write-content.ts';

const tasksOf = (plan: DraftPlan | BindingPlan): readonly PlanTask[] => [
  ...(plan.status === 'BINDING' ? plan.binding.tasks : []),
  ...(plan.proposed?.tasks ?? []),
];

/**
 * Writes another content. A draft is rewritten; what the client has accepted binds as it was until they accept the new
 * content: the authority alone changes no accepted plan. Every content stays readable. Source: handbook 2.3.
 */
export const revisePlan = (
  plan: Plan,
  form: PlanForm,
  by: Omit<Writing, 'version' | 'knownTasks'> & Editing,
): PlanDecision => {
  if (plan.status === 'ENDED') return refused(planEnded(plan.endedOn));
  const version = plan.version + 1;
  const content = writeContent(form, { ...by, version, knownTasks: tasksOf(plan) });
  if (!content.ok) return content;
  const after = { ...plan, version, proposed: content.value };
  const edit = editOf({ version, kind: 'REVISED', content: content.value }, by);
  const { clientId, planId } = plan;
  return planDecided({ edits: [{ before: plan, after, edit }] }, [
    { kind: 'PlanRevised', clientId, planId, planVersion: version },
  ]);
};
