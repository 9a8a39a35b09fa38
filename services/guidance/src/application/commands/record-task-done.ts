import { allOf, checkDate } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import type { TaskDone } from '../../domain/plan/plan.ts';
import type { PlanChange } from '../../domain/plan/plan-decision.ts';
import { recordTaskDone } from '../../domain/plan/record-task-done.ts';
import type { CaseCommand } from '../case-command.ts';
import type { PlanPorts } from '../plan-ports.ts';
import { type OnPlan, type PlanBeside, planCommand, versionAfter } from './plan-command.ts';
import { editingIn } from './plan-state.ts';

export type RecordTaskDoneInput = OnPlan & { readonly done: TaskDone };

/** Understands what was written, or names every bad field. */
export const readRecordTaskDone = (
  written: OnPlan & { readonly taskId: string; readonly doneOn: string },
): Result<RecordTaskDoneInput, Refusal> => {
  const { taskId, doneOn, ...onPlan } = written;
  const done = allOf({ taskId: accepted(taskId), on: checkDate('done_date', doneOn) });
  return understood(done.ok ? accepted({ ...onPlan, done: done.value }) : done);
};

/** Records that the client has done a task of the plan that binds them. */
export const recordTaskDoneCommand = (
  ports: PlanPorts,
): CaseCommand<RecordTaskDoneInput, PlanBeside<undefined>, PlanChange, { readonly version: number }> =>
  planCommand(ports, {
    name: 'RecordTaskDone',
    load: async () => undefined,
    decide: ({ plan }, { done }, context) => recordTaskDone(plan, done, editingIn(context)),
    answer: versionAfter,
  });
