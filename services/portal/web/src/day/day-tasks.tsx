import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientLink } from '../common/client-link.tsx';
import { ScrollTable } from '../common/scroll-table.tsx';
import { StaffName } from '../common/staff-name.tsx';
import type { MyDayView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { type ClientNames, useClientNames } from '../lib/use-client-names.ts';
import { dueOn } from './due.ts';
import { taskPlaces } from './task-places.ts';

type Task = MyDayView['tasks'][number];

/** By when, in words: "5 days late, was due …", "today", "by Thursday …". */
const DueWords = ({ task, today }: { readonly task: Task; readonly today: string }): ReactNode => {
  const { t } = useTranslation();
  const { day, nearDay } = useFormats();
  const due = dueOn(today, task.dueDate);
  if (due.when === 'overdue')
    return (
      <>
        <strong className="due due--over">{t('day.lateBy', { count: due.days })}</strong>
        <div className="muted">{t('day.wasDue', { date: day(task.dueDate) })}</div>
      </>
    );
  if (due.when === 'today') return <strong className="due due--today">{t('day.dueToday')}</strong>;
  const date = nearDay(task.dueDate);
  return <span className="due">{due.when === 'tomorrow' ? t('day.dueTomorrow', { date }) : date}</span>;
};

type TaskRowProps = { readonly task: Task; readonly today: string; readonly names: ClientNames };

const TaskRow = ({ task, today, names }: TaskRowProps): ReactNode => {
  const { t } = useTranslation();
  const { staffId } = useSignedIn();
  const { clientId, kind, municipalityCode, specialistId } = task;
  const municipality = municipalityCode ?? '';
  return (
    <tr>
      <td>
        <DueWords task={task} today={today} />
      </td>
      <th scope="row">
        <ClientLink clientId={clientId} names={names} to={taskPlaces[kind].address(clientId)} />
      </th>
      <td>
        {t(`day.tasks.${kind}`)}
        {specialistId !== staffId ? (
          <div className="muted">
            {specialistId ? (
              <>
                {t('day.clientOf')} <StaffName id={specialistId} />
              </>
            ) : (
              t('day.clientOfNobody')
            )}
          </div>
        ) : undefined}
      </td>
      <td>{municipality ? t(`municipalities.${municipality}`, { defaultValue: municipality }) : t('day.withheld')}</td>
    </tr>
  );
};

/** One page of the day list: what to do, for whom, by when. */
export const DayTasks = ({ day }: { readonly day: MyDayView }): ReactNode => {
  const { t } = useTranslation();
  // Where the municipality is withheld, the name is not for a list either: the client's page asks for a reason first.
  const named = day.tasks.filter(({ municipalityCode }) => municipalityCode !== undefined);
  const names = useClientNames(named.map(({ clientId }) => clientId));
  if (day.tasks.length === 0) return <p className="muted">{t('day.none')}</p>;
  return (
    <ScrollTable
      caption={t('day.list')}
      head={
        <>
          <th scope="col">{t('day.when')}</th>
          <th scope="col">{t('day.client')}</th>
          <th scope="col">{t('day.what')}</th>
          <th scope="col">{t('day.municipality')}</th>
        </>
      }
    >
      <tbody>
        {day.tasks.map((task) => (
          <TaskRow key={task.taskId} task={task} today={day.todayDate} names={names} />
        ))}
      </tbody>
    </ScrollTable>
  );
};
