import { allOf, badField, type Checked, checkCode, checkDate, everyOf } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import { checkFreeText } from '../free-text/check-free-text.ts';
import { type ObligationSituation, obligationSituations } from '../obligation/obligation-situation.ts';
import { type ObligationWish, type Reduction, reductionGrounds } from '../obligation/planned-obligation.ts';
import { isTaskCode, type PlanGoal, type PlanLanguage, planGoals, planLanguages } from './plan-codes.ts';

/** A task as somebody wrote it; an empty text where nothing was written. */
export type TaskText = {
  readonly taskId: string;
  readonly taskCode: string;
  readonly dueOn: string;
  readonly note: string;
};

/** A plan's content as somebody wrote it. */
export type PlanFormText = {
  readonly goal: string;
  readonly goalText: string;
  readonly language: string;
  readonly tasks: readonly TaskText[];
  readonly followUpOn: string;
  readonly situation: string;
  readonly occupationCode: string;
  readonly reduction?: { readonly count: number; readonly ground: string; readonly text: string };
};

export type TaskForm = {
  /** Absent for a new task. */
  readonly taskId?: string;
  readonly taskCode: string;
  readonly dueOn: LocalDate;
  readonly note?: string;
};

/** A plan's content as it was understood. */
export type PlanForm = {
  readonly goal: PlanGoal;
  readonly goalText?: string;
  readonly language: PlanLanguage;
  readonly tasks: readonly TaskForm[];
  readonly followUpOn: LocalDate;
  readonly wish: ObligationWish;
};

const shortText = 200;
const groundText = 300;

const readTask = (task: TaskText, index: number): Checked<TaskForm> => {
  const at = `draft.tasks[${index}]`;
  const read = allOf({
    taskCode: isTaskCode(task.taskCode)
      ? accepted(task.taskCode)
      : badField(`${at}.task_code`, 'CODE_UNKNOWN', 'is no national task code'),
    dueOn: checkDate(`${at}.due_date`, task.dueOn),
    note: checkFreeText(`${at}.note`, task.note, { maxLength: shortText }),
  });
  if (!read.ok) return read;
  const { note, ...rest } = read.value;
  return accepted({ ...rest, ...(note !== '' && { note }), ...(task.taskId !== '' && { taskId: task.taskId }) });
};

const readReduction = (reduction: PlanFormText['reduction']): Checked<Reduction | undefined> => {
  if (reduction === undefined) return accepted(undefined);
  const { count } = reduction;
  const read = allOf({
    ground: checkCode('draft.reduction.ground', reduction.ground, reductionGrounds),
    text: checkFreeText('draft.reduction.ground_text', reduction.text, { maxLength: groundText }),
  });
  if (!read.ok) return read;
  return read.value.text === ''
    ? badField('draft.reduction.ground_text', 'REQUIRED', 'a reduction needs its ground in writing')
    : accepted({ count, ...read.value });
};

const readSituation = (text: string): Checked<ObligationSituation | undefined> =>
  text === '' ? accepted(undefined) : checkCode('draft.situation', text, obligationSituations);

const isOccupation = (code: string): boolean => code === '' || /^\d{4}$/.test(code);

const readWish = (text: PlanFormText): Checked<ObligationWish> => {
  const { occupationCode } = text;
  const read = allOf({
    situation: readSituation(text.situation),
    occupationCode: isOccupation(occupationCode)
      ? accepted(occupationCode)
      : badField('draft.occupation_code', 'CODE_UNKNOWN', 'must be four digits of ISCO-08'),
    reduction: readReduction(text.reduction),
  });
  if (!read.ok) return read;
  const { situation, reduction } = read.value;
  return accepted({
    ...(situation !== undefined && { situation }),
    ...(occupationCode !== '' && { occupationCode }),
    ...(reduction !== undefined && { reduction }),
  });
};

/**
 * Understands what was written in a plan, or names every bad field at once. Texts with an identity code in them are not
 * accepted (handbook 1.3).
 */
export const readPlanForm = (text: PlanFormText): Checked<PlanForm> => {
  const read = allOf({
    goal: checkCode('draft.goal', text.goal, planGoals),
    goalText: checkFreeText('draft.goal_text', text.goalText, { maxLength: shortText }),
    language: checkCode('draft.language', text.language, planLanguages),
    tasks: everyOf(text.tasks.map(readTask)),
    followUpOn: checkDate('draft.follow_up_date', text.followUpOn),
    wish: readWish(text),
  });
  if (!read.ok) return read;
  const { goalText, ...rest } = read.value;
  return accepted({ ...rest, ...(goalText !== '' && { goalText }) });
};
