import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { FieldViolation, Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { fieldsInvalid } from '../client-case/case-refusals.ts';
import { type ObligationArea, type ObligationFacts, plannedObligation } from '../obligation/planned-obligation.ts';
import type { StudyDuty } from '../study-duty/study-duty.ts';
import { consequencesOn } from './consequences.ts';
import type { PlanContent, PlanTask } from './plan-content.ts';
import type { PlanForm, TaskForm } from './plan-form.ts';

/** What a content is written from, beside what somebody wrote. */
export type Writing = {
  /** Version of the plan that the content makes. */
  readonly version: number;
  readonly today: LocalDate;
  readonly facts: ObligationFacts;
  readonly area: ObligationArea;
  /** What the rule of today says; absent where the client has no duty to apply for studies. */
  readonly studyDuty?: StudyDuty;
  /** Tasks that the plan has had before; none for a new plan. */
  readonly knownTasks: readonly PlanTask[];
  newId(): string;
};

const bad = (field: string, code: string, description: string): FieldViolation => ({ field, code, description });

const taskViolations = (tasks: readonly TaskForm[], { today, knownTasks }: Writing): readonly FieldViolation[] => {
  const known = new Set(knownTasks.map(({ taskId }) => taskId));
  return tasks.flatMap(({ taskId, dueOn }, index) => {
    const at = `draft.tasks[${index}]`;
    if (taskId === undefined)
      return dueOn < today ? [bad(`${at}.due_date`, 'DATE_IN_PAST', 'a new task is due today or later')] : [];
    if (!known.has(taskId)) return [bad(`${at}.task_id`, 'TASK_UNKNOWN', 'is no task of this plan')];
    const first = tasks.findIndex((task) => task.taskId === taskId);
    return first === index ? [] : [bad(`${at}.task_id`, 'TASK_TWICE', 'stands in the plan already')];
  });
};

const violationsOf = (form: PlanForm, writing: Writing): readonly FieldViolation[] => [
  ...taskViolations(form.tasks, writing),
  ...(form.followUpOn > writing.today
    ? []
    : [bad('draft.follow_up_date', 'DATE_NOT_AFTER_TODAY', 'a plan is looked at on a later day')]),
];

/**
 * A plan's content as it is written today: the obligation by the rule and the law's consequences of this day. Refused
 * where a field does not fit the plan, or a reduction would not reduce. Source: handbook 2.3 and 2.4.
 */
export const writeContent = (form: PlanForm, writing: Writing): Result<PlanContent, Refusal> => {
  const { version, today, facts, area, studyDuty, newId } = writing;
  const violations = violationsOf(form, writing);
  if (violations.length > 0) return refused(fieldsInvalid(violations));
  const obligation = plannedObligation({ facts, adaptations: area.adaptations }, form.wish, today);
  if (!obligation.ok) return obligation;
  const { goal, goalText, language, followUpOn } = form;
  return accepted({
    version,
    writtenOn: today,
    goal,
    ...(goalText !== undefined && { goalText }),
    language,
    tasks: form.tasks.map((task) => ({ ...task, taskId: task.taskId ?? newId() })),
    followUpOn,
    obligation: obligation.value,
    ...(studyDuty !== undefined && { studyDuty }),
    consequences: consequencesOn(today),
  });
};
