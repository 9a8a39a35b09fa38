import { Button } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { multiSectorServices, multiSectorTaskOwners, otherParties } from '../../../src/api/multi-sector-codes.ts';
import { CodeChoice } from '../common/code-fields.tsx';
import { PartForm } from '../common/part-form.tsx';
import type { MultiSectorCaseView } from '../lib/api-types.ts';
import { DayField, LineField } from '../process/form-fields.tsx';

type OfCase = { readonly one: MultiSectorCaseView };
type Task = {
  readonly owner: string;
  readonly service: string;
  readonly description: string;
  readonly dueDate: string;
};

const emptyTask: Task = { owner: '', service: '', description: '', dueDate: '' };

/** One row for each party that must have a task, to begin with. */
const firstTasks = ({ parties }: MultiSectorCaseView): readonly Task[] =>
  [...parties, 'EMPLOYMENT_AUTHORITY'].map((owner) => ({ ...emptyTask, owner }));

/** Owners that a task may have in this case: no party that is not involved. */
const ownersIn = ({ parties }: MultiSectorCaseView): readonly string[] =>
  multiSectorTaskOwners.filter(
    (owner) => !otherParties.some((party) => party === owner) || parties.some((party) => party === owner),
  );

type TaskRowProps = {
  readonly at: number;
  readonly task: Task;
  readonly owners: readonly string[];
  onChange(task: Task): void;
  onRemove: (() => void) | undefined;
};

const TaskRow = ({ at, task, owners, onChange, onRemove }: TaskRowProps): ReactNode => {
  const { t } = useTranslation();
  const set = (change: Partial<Task>): void => onChange({ ...task, ...change });
  return (
    <fieldset className="rows__row fieldset">
      <legend>{t('multiSector.plan.task', { number: at + 1 })}</legend>
      <div className="fields fields--narrow">
        <CodeChoice
          field={`tasks.${at}.owner`}
          label={t('multiSector.plan.columns.owner')}
          codes={owners}
          names="multiSector.codes.owners"
          value={task.owner}
          onChange={(owner) => set({ owner })}
        />
        <CodeChoice
          field={`tasks.${at}.service`}
          label={t('multiSector.plan.columns.service')}
          codes={multiSectorServices}
          names="multiSector.codes.services"
          value={task.service}
          onChange={(service) => set({ service })}
        />
        <DayField
          field={`tasks.${at}.dueDate`}
          label={t('multiSector.plan.columns.due')}
          value={task.dueDate}
          onChange={(dueDate) => set({ dueDate })}
        />
      </div>
      <LineField
        field={`tasks.${at}.description`}
        label={t('multiSector.plan.columns.description')}
        help={t('multiSector.plan.descriptionHelp')}
        maxLength={200}
        value={task.description}
        onChange={(description) => set({ description })}
      />
      {onRemove ? (
        <div>
          <Button type="button" size="small" variant="tertiary" onClick={onRemove}>
            {t('multiSector.plan.removeTask', { number: at + 1 })}
          </Button>
        </div>
      ) : undefined}
    </fieldset>
  );
};

/** Writes a multi-sector plan: what each party does by when. It binds when all have signed. */
export const MakePlan = ({ one }: OfCase): ReactNode => {
  const { t } = useTranslation();
  const [tasks, setTasks] = useState(firstTasks(one));
  return (
    <PartForm
      name="make-plan"
      title={t('multiSector.plan.make')}
      path={`/api/clients/${one.clientId}/multi-sector/plans`}
      body={{ tasks, expectedVersion: one.version }}
      done={t('multiSector.plan.madeDone')}
    >
      <p className="muted">{t('multiSector.plan.makeHelp')}</p>
      <div className="rows">
        {tasks.map((task, at) => (
          // Rows are told apart by their place alone.
          <TaskRow
            key={at}
            at={at}
            task={task}
            owners={ownersIn(one)}
            onChange={(changed) => setTasks(tasks.map((other, place) => (place === at ? changed : other)))}
            onRemove={tasks.length > 1 ? () => setTasks(tasks.filter((_, place) => place !== at)) : undefined}
          />
        ))}
      </div>
      <div>
        <Button type="button" size="small" variant="secondary" onClick={() => setTasks([...tasks, emptyTask])}>
          {t('multiSector.plan.addTask')}
        </Button>
      </div>
    </PartForm>
  );
};
