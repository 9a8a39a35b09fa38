import { helsinkiDate } from '@tyovayla/kernel/local-date';
import type { Write } from '@tyovayla/kernel/sql';
import { consequencesUntil } from '../../domain/plan/consequences.ts';
import type { BindingPlan, EditedPlan } from '../../domain/plan/plan.ts';
import type { PlanPorts } from '../plan-ports.ts';

type Ports = Pick<PlanPorts, 'dayTasks' | 'planTextTimers'>;

/** The task to write the plan anew, due on the first day of the text that its own does not say. */
export const textTask = (
  { dayTasks }: Pick<Ports, 'dayTasks'>,
  { planId, clientId, binding }: BindingPlan,
  newId: () => string,
): readonly Write[] => {
  const dueOn = consequencesUntil(binding.consequences);
  if (dueOn === undefined) return [];
  return [dayTasks.put({ taskId: newId(), clientId, kind: 'PLAN_TEXT_OUTDATED', dueOn, sourceId: planId })];
};

/** Wakes the service on the day on which the plan's text is outdated; never where no other text is known yet. */
export const textTimer = (
  { planTextTimers }: Pick<Ports, 'planTextTimers'>,
  { planId, clientId, binding }: BindingPlan,
  newId: () => string,
): readonly Write[] => {
  const dueOn = consequencesUntil(binding.consequences);
  if (dueOn === undefined) return [];
  return [planTextTimers.set({ clientId, planId, contentVersion: binding.version, dueOn }, newId())];
};

/**
 * What follows for the text on consequences from a plan that begins to bind, with another content, or ends: a timer for
 * the day on which the law has another text, or the task at once where it has one already.
 */
export const planTextWrites = (
  ports: Ports,
  { before, after, edit }: EditedPlan,
  newId: () => string,
): readonly Write[] => {
  if (edit.kind !== 'ACCEPTED' && edit.kind !== 'ENDED') return [];
  const until = after.status === 'BINDING' ? consequencesUntil(after.binding.consequences) : undefined;
  if (after.status === 'BINDING' && until !== undefined && until <= helsinkiDate(edit.at))
    return textTask(ports, after, newId);
  return [
    ...(before?.status === 'BINDING' ? [ports.dayTasks.done(after.planId, 'PLAN_TEXT_OUTDATED')] : []),
    ...(after.status === 'BINDING' ? textTimer(ports, after, newId) : []),
  ];
};
