import type { PlanContentView } from '../lib/api-types.ts';
import { filled, numberOf } from './form-fields.tsx';

export type TaskForm = {
  /** Known tasks keep their id; new ones have a key only. */
  readonly taskId: string;
  readonly key: string;
  readonly taskCode: string;
  readonly dueDate: string;
  readonly note: string;
};

/** A plan's content as it is being written. */
export type PlanForm = {
  readonly goal: string;
  readonly goalText: string;
  readonly language: string;
  readonly tasks: readonly TaskForm[];
  readonly followUpDate: string;
  readonly situation: string;
  readonly occupationCode: string;
  readonly reduced: 'NO' | 'YES';
  readonly count: string;
  readonly ground: string;
  readonly groundText: string;
};

/** A task that nobody has written yet. */
export const newTask = (): TaskForm => ({ taskId: '', key: crypto.randomUUID(), taskCode: '', dueDate: '', note: '' });

const taskForm = ({ taskId, taskCode, dueDate, note = '' }: PlanContentView['tasks'][number]): TaskForm => ({
  taskId,
  key: taskId,
  taskCode,
  dueDate,
  note,
});

/** The form of a new plan, or of another content for a known one. A task that is done is not asked for again. */
export const planForm = (content: PlanContentView | undefined, language: string): PlanForm => {
  const { reductionGround = '', reductionText = '', count = 0 } = content?.obligation ?? {};
  const reduced = reductionGround !== '';
  return {
    goal: content?.goal ?? '',
    goalText: content?.goalText ?? '',
    language: content?.language ?? language,
    tasks: (content?.tasks ?? []).map(taskForm),
    followUpDate: content?.followUpDate ?? '',
    situation: '',
    occupationCode: '',
    reduced: reduced ? 'YES' : 'NO',
    count: reduced ? String(count) : '',
    ground: reductionGround,
    groundText: reductionText,
  };
};

/** The content that a form stands for. */
export const draftBody = (form: PlanForm): object => {
  const { goal, goalText, language, followUpDate, situation, occupationCode } = form;
  const { reduced, count, ground, groundText } = form;
  const reduction = { ...filled({ ground, groundText }), ...(count === '' ? {} : { count: numberOf(count) }) };
  return {
    ...filled({ goal, goalText, language, followUpDate, situation, occupationCode }),
    tasks: form.tasks.map(({ key: _, ...task }) => filled(task)),
    ...(reduced === 'YES' ? { reduction } : {}),
  };
};
