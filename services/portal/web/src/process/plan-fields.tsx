import { Button, Checkbox } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { obligationSituations, planGoals, planLanguages, reductionGrounds } from '../../../src/api/process-codes.ts';
import { CodeSearch } from '../common/code-search.tsx';
import { listOf } from '../record/profile-draft.ts';
import { CodeField, DayField, LineField, NoteField } from './form-fields.tsx';
import { newTask, type PlanForm, type TaskForm } from './plan-draft.ts';

type PlanFieldsProps = { readonly form: PlanForm; onChange(form: PlanForm): void };

const TaskFields = ({ at, form, onChange }: PlanFieldsProps & { readonly at: number }): ReactNode => {
  const { t } = useTranslation();
  const task = form.tasks[at];
  if (!task) return undefined;
  const change = (part: Partial<TaskForm>): void =>
    onChange({ ...form, tasks: form.tasks.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <fieldset className="rule-list process__task">
      <legend>{t('process.plan.taskNumber', { number: at + 1 })}</legend>
      <div className="fields fields--narrow">
        <CodeSearch
          field={`draft.tasks.${at}.taskCode`}
          label={t('process.plan.taskCode')}
          help={t('process.plan.taskCodeHelp')}
          names="process.codes.taskCodes"
          value={listOf(task.taskCode)}
          onChange={(codes) => change({ taskCode: codes.join(' ') })}
        />
        <DayField
          field={`draft.tasks.${at}.dueDate`}
          label={t('process.plan.taskDue')}
          value={task.dueDate}
          onChange={(dueDate) => change({ dueDate })}
        />
        <LineField
          field={`draft.tasks.${at}.note`}
          label={t('process.plan.taskNote')}
          help={t('process.noteHelp')}
          maxLength={200}
          value={task.note}
          onChange={(note) => change({ note })}
        />
      </div>
      <Button
        type="button"
        size="xsmall"
        variant="tertiary"
        onClick={() => onChange({ ...form, tasks: form.tasks.filter((_, index) => index !== at) })}
      >
        {t('process.plan.removeTask', { number: at + 1 })}
      </Button>
    </fieldset>
  );
};

const Reduction = ({ form, onChange }: PlanFieldsProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <>
      <Checkbox
        checked={form.reduced === 'YES'}
        onChange={(event) => onChange({ ...form, reduced: event.target.checked ? 'YES' : 'NO' })}
      >
        {t('process.plan.reduce')}
      </Checkbox>
      {form.reduced === 'YES' ? (
        <div className="fields">
          <LineField
            field="draft.reduction.count"
            label={t('process.plan.reducedCount')}
            digits
            width={4}
            value={form.count}
            onChange={(count) => onChange({ ...form, count })}
          />
          <CodeField
            field="draft.reduction.ground"
            label={t('process.plan.reductionGround')}
            codes={reductionGrounds}
            names="reductionGrounds"
            value={form.ground}
            onChange={(ground) => onChange({ ...form, ground })}
          />
          <NoteField
            field="draft.reduction.groundText"
            label={t('process.plan.reductionText')}
            maxLength={300}
            value={form.groundText}
            onChange={(groundText) => onChange({ ...form, groundText })}
          />
        </div>
      ) : undefined}
    </>
  );
};

const Obligation = ({ form, onChange }: PlanFieldsProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <fieldset className="rule-list">
      <legend>{t('process.obligation.title')}</legend>
      <p className="muted">{t('process.plan.obligationHelp')}</p>
      <div className="fields">
        <CodeField
          field="draft.situation"
          label={t('process.plan.situation')}
          codes={obligationSituations}
          names="obligationSituations"
          empty={t('process.plan.statusDecides')}
          value={form.situation}
          onChange={(situation) => onChange({ ...form, situation })}
        />
        <CodeSearch
          field="draft.occupationCode"
          label={t('process.plan.occupation')}
          help={t('process.plan.occupationHelp')}
          names="occupations"
          value={listOf(form.occupationCode)}
          onChange={(codes) => onChange({ ...form, occupationCode: codes.join(' ') })}
        />
      </div>
      <Reduction form={form} onChange={onChange} />
    </fieldset>
  );
};

const Tasks = ({ form, onChange }: PlanFieldsProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <div>
      {form.tasks.map((task, at) => (
        <TaskFields key={task.key} at={at} form={form} onChange={onChange} />
      ))}
      <Button
        type="button"
        size="small"
        variant="secondary"
        onClick={() => onChange({ ...form, tasks: [...form.tasks, newTask()] })}
      >
        {t('process.plan.addTask')}
      </Button>
    </div>
  );
};

/** Everything that is written in a plan. The number of applications is not: the rule says it. */
export const PlanFields = ({ form, onChange }: PlanFieldsProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <>
      <div className="fields">
        <CodeField
          field="draft.goal"
          label={t('process.plan.goal')}
          codes={planGoals}
          names="planGoals"
          value={form.goal}
          onChange={(goal) => onChange({ ...form, goal })}
        />
        <LineField
          field="draft.goalText"
          label={t('process.plan.goalText')}
          help={t('process.noteHelp')}
          maxLength={200}
          value={form.goalText}
          onChange={(goalText) => onChange({ ...form, goalText })}
        />
        <CodeField
          field="draft.language"
          label={t('process.plan.language')}
          codes={planLanguages}
          names="planLanguages"
          value={form.language}
          onChange={(language) => onChange({ ...form, language })}
        />
        <DayField
          field="draft.followUpDate"
          label={t('process.plan.followUp')}
          value={form.followUpDate}
          onChange={(followUpDate) => onChange({ ...form, followUpDate })}
        />
      </div>
      <Tasks form={form} onChange={onChange} />
      <Obligation form={form} onChange={onChange} />
    </>
  );
};
