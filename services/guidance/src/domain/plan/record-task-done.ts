import type { LocalDate } from '@tyovayla/kernel/local-date';
import { refused } from '@tyovayla/kernel/result';
import { fieldsInvalid } from '../client-case/case-refusals.ts';
import { type BindingPlan, type Editing, editOf, type Plan, type TaskDone } from './plan.ts';
import { type PlanDecision, planDecided } from './plan-decision.ts';
import { planEnded, planNotBinding, taskAlreadyDone, taskNotFound } from './plan-refusals.ts';

const inFuture = (today: LocalDate) =>
  fieldsInvalid([{ field: 'done_date', code: 'DATE_IN_FUTURE', description: `is after ${today}` }]);

/** Records that the client has done a task of the plan that binds them. Source: handbook 2.3, ticked monthly. */
export const recordTaskDone = (plan: Plan, done: TaskDone, by: Editing): PlanDecision => {
  if (plan.status === 'ENDED') return refused(planEnded(plan.endedOn));
  if (plan.status === 'DRAFT') return refused(planNotBinding);
  const task = plan.binding.tasks.find(({ taskId }) => taskId === done.taskId);
  if (task === undefined) return refused(taskNotFound);
  const before = plan.tasksDone.find(({ taskId }) => taskId === done.taskId);
  if (before !== undefined) return refused(taskAlreadyDone(before.on));
  if (done.on > by.today) return refused(inFuture(by.today));
  const version = plan.version + 1;
  const after: BindingPlan = { ...plan, version, tasksDone: [...plan.tasksDone, done] };
  const edit = editOf({ version, kind: 'TASK_DONE', on: done.on }, by);
  const { clientId, planId } = plan;
  const { taskId, taskCode } = task;
  return planDecided({ edits: [{ before: plan, after, edit }] }, [
    { kind: 'PlanTaskDone', clientId, planId, taskId, taskCode, doneOn: done.on },
  ]);
};
