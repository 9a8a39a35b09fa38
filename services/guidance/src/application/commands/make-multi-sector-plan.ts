import { allOf, type Checked, checkCode, checkDate, everyOf } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { checkFreeText } from '../../domain/free-text/check-free-text.ts';
import {
  type MakeMultiSectorPlan,
  makeMultiSectorPlan,
  type NewTask,
} from '../../domain/multi-sector/make-multi-sector-plan.ts';
import { plansOf } from '../../domain/multi-sector/multi-sector-case.ts';
import { draftOf, reconciledServices, taskOwners } from '../../domain/multi-sector/multi-sector-plan.ts';
import { servesMultiSector } from '../multi-sector-access.ts';
import { multiSectorCommand, type OnMultiSectorCase } from '../multi-sector-command.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

type Input = OnMultiSectorCase & MakeMultiSectorPlan;

export type WrittenTask = {
  readonly owner: string;
  readonly service: string;
  readonly description: string;
  readonly dueDate: string;
};

const readTask = (task: WrittenTask, at: number): Checked<NewTask> =>
  allOf({
    owner: checkCode(`tasks[${at}].owner`, task.owner, taskOwners),
    service: checkCode(`tasks[${at}].service`, task.service, reconciledServices),
    description: checkFreeText(`tasks[${at}].description`, task.description, { maxLength: 200 }),
    dueOn: checkDate(`tasks[${at}].due_date`, task.dueDate),
  });

/** Understands what was written, or names every bad field. */
export const readMakeMultiSectorPlan = (
  on: OnMultiSectorCase,
  written: readonly WrittenTask[],
): Result<Input, Refusal> => {
  const tasks = everyOf(written.map(readTask));
  return understood(tasks.ok ? accepted({ ...on, tasks: tasks.value }) : tasks);
};

/** Makes a multi-sector employment plan, which binds when all have signed. */
export const makeMultiSectorPlanCommand = (ports: MultiSectorPorts) =>
  multiSectorCommand<Input, { readonly version: number; readonly planId: string }>(ports, {
    name: 'MakeMultiSectorPlan',
    access: servesMultiSector,
    decide: makeMultiSectorPlan,
    answer: (next) => ({ version: next.version, planId: draftOf(plansOf(next))?.planId ?? '' }),
  });
