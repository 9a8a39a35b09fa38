import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanContentView, PlanObligationView, PlanView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { Link } from '../lib/router.tsx';
import { TaskDone } from './plan-forms.tsx';
import { useReasonText } from './reasons.tsx';
import { StudyDutyFacts } from './study-duty.tsx';

/** The number of applications that is asked for, why, and by which version of the rule. */
export const ObligationFacts = ({ obligation }: { readonly obligation: PlanObligationView }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { numbered, count, perMonths, ruleCount, ruleValidFromDate, because, reductionGround, reductionText } =
    obligation;
  const reasonText = useReasonText();
  const reasons = because.map(reasonText);
  return (
    <>
      <strong>
        {numbered
          ? `${t('process.obligation.applications', { count })} ${t('process.obligation.perMonths', { count: perMonths })}`
          : t('process.obligation.noNumber')}
      </strong>
      {numbered && count < ruleCount ? (
        <div>
          {t('process.obligation.reducedFrom', { count: ruleCount })}{' '}
          {reductionGround ? t(`process.codes.reductionGrounds.${reductionGround}`) : ''}
          {reductionText ? `: ${reductionText}` : ''}
        </div>
      ) : undefined}
      {reasons.length > 0 ? <div className="muted">{reasons.join(' · ')}</div> : undefined}
      {ruleValidFromDate ? (
        <div className="muted">
          {t('process.ruleFrom', { date: day(ruleValidFromDate) })}{' '}
          <Link to="/calculators/job-search-obligation">{t('process.openRule')}</Link>
        </div>
      ) : undefined}
    </>
  );
};

type TasksProps = { readonly content: PlanContentView; readonly plan?: PlanView };

const Tasks = ({ content, plan }: TasksProps): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  return (
    <ul className="plain-list process__tasks">
      {content.tasks.map(({ taskId, taskCode, dueDate, note, doneDate }) => {
        const name = `${taskCode} ${t(`process.codes.taskCodes.${taskCode}`, { defaultValue: '' })}`.trim();
        return (
          <li key={taskId}>
            {name}
            {note ? `: ${note}` : ''} –{' '}
            {doneDate
              ? t('process.plan.taskWasDone', { date: day(doneDate) })
              : t('process.plan.taskDueBy', { date: day(dueDate) })}
            {plan && !doneDate ? <TaskDone plan={plan} taskId={taskId} name={name} /> : undefined}
          </li>
        );
      })}
    </ul>
  );
};

type ContentProps = TasksProps & { readonly title?: string };

/** What a plan says in one of its versions. With the plan, its tasks can be ticked off. */
export const PlanContent = ({ content, plan, title }: ContentProps): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { goal, goalText, language, followUpDate, obligation, consequencesCode, acceptedDate, acceptedHow } = content;
  const { studyApplicationDuty, consequencesFromDate } = content;
  const code = consequencesCode ?? '';
  const consequencesText = t(`process.codes.consequenceTexts.${code}`, { defaultValue: code });
  return (
    <div>
      {title ? <h4 className="process__subtitle">{title}</h4> : undefined}
      <dl className="facts">
        <dt>{t('process.plan.goal')}</dt>
        <dd>
          {t(`process.codes.planGoals.${goal}`, { defaultValue: goal })}
          {goalText ? `: ${goalText}` : ''}
        </dd>
        <dt>{t('process.plan.tasks')}</dt>
        <dd>
          {content.tasks.length > 0 ? (
            <Tasks content={content} {...(plan ? { plan } : {})} />
          ) : (
            <span className="muted">{t('process.plan.noTasks')}</span>
          )}
        </dd>
        <dt>{t('process.obligation.title')}</dt>
        <dd>{obligation ? <ObligationFacts obligation={obligation} /> : '–'}</dd>
        {studyApplicationDuty ? (
          <>
            <dt>{t('process.study.title')}</dt>
            <dd>
              <StudyDutyFacts duty={studyApplicationDuty} />
            </dd>
          </>
        ) : undefined}
        <dt>{t('process.plan.followUp')}</dt>
        <dd>{day(followUpDate)}</dd>
        <dt>{t('process.plan.language')}</dt>
        <dd>{t(`process.codes.planLanguages.${language}`, { defaultValue: language })}</dd>
        {consequencesCode ? (
          <>
            <dt>{t('process.plan.consequences')}</dt>
            <dd>
              {consequencesFromDate
                ? t('process.plan.textFrom', { text: consequencesText, date: day(consequencesFromDate) })
                : consequencesText}
            </dd>
          </>
        ) : undefined}
        <dt>{t('process.plan.acceptance')}</dt>
        <dd>
          {acceptedDate
            ? `${day(acceptedDate)}, ${t(`process.codes.acceptanceChannels.${acceptedHow ?? ''}`, { defaultValue: '' })}`
            : t('process.plan.notAccepted')}
        </dd>
      </dl>
    </div>
  );
};
