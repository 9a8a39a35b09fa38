import { Alert, Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffName } from '../common/staff-name.tsx';
import type { PlanView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { PlanContent } from './plan-content.tsx';
import { AcceptPlan, DraftPlan, EndPlan, RevisePlan } from './plan-forms.tsx';
import { useScene } from './process-context.tsx';
import { ProcessSection } from './process-section.tsx';

type OnPlan = { readonly plan: PlanView };

const colours: Readonly<Record<string, 'warning' | 'success' | 'neutral'>> = { DRAFT: 'warning', BINDING: 'success' };

/** Every version of a plan: who did what and when, and what it said. */
const History = ({ plan }: OnPlan): ReactNode => {
  const { t } = useTranslation();
  const { day, instant } = useFormats();
  return (
    <details>
      <summary>{t('process.plan.history', { count: plan.version })}</summary>
      <ol className="process__history">
        {[...plan.edits].reverse().map((edit) => {
          const written = plan.contents.find(({ version }) => version === edit.version);
          return (
            <li key={edit.version}>
              <strong>
                {t('process.plan.version', { version: edit.version })}:{' '}
                {t(`process.codes.planEdits.${edit.kind}`, { defaultValue: edit.kind })}
              </strong>
              <div className="muted">
                {edit.editTime ? instant(edit.editTime) : day(edit.onDate)}, <StaffName id={edit.editorId} />
                {edit.onDate ? ` · ${t('process.plan.countsFrom', { date: day(edit.onDate) })}` : ''}
              </div>
              {written ? <PlanContent content={written} /> : undefined}
            </li>
          );
        })}
      </ol>
    </details>
  );
};

const Contents = ({ plan }: OnPlan): ReactNode => {
  const { t } = useTranslation();
  const { binding, proposed } = plan;
  return (
    <div className="stack">
      {proposed ? (
        <div className="process__proposed">
          <PlanContent content={proposed} title={t('process.plan.waits')} />
        </div>
      ) : undefined}
      {binding ? (
        <PlanContent
          content={binding}
          {...(plan.status === 'BINDING' ? { plan } : {})}
          {...(proposed ? { title: t('process.plan.binds') } : {})}
        />
      ) : undefined}
    </div>
  );
};

const PlanItem = ({ plan }: OnPlan): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { kindCode, status, proposed, endedDate, endReason = '', substituting, consequencesOutdated } = plan;
  return (
    <li className="process__item">
      <h3 className="process__title">
        {kindCode} {t(`process.codes.planKinds.${kindCode}`, { defaultValue: '' })}{' '}
        <Tag size="small" variant="outline" data-color={colours[status] ?? 'neutral'}>
          {t(`process.codes.planStatuses.${status}`, { defaultValue: status })}
        </Tag>
      </h3>
      <p className="muted process__meta">
        {t('process.plan.version', { version: plan.version })}
        {substituting ? ` · ${t('process.plan.substituting')}` : ''}
        {endedDate
          ? ` · ${t('process.plan.endedOn', { date: day(endedDate) })}: ${t(`process.codes.planEndReasons.${endReason}`, { defaultValue: endReason })}`
          : ''}
      </p>
      {consequencesOutdated ? (
        <Alert variant="warning" size="small" inline>
          {t('process.plan.textOutdated', { date: day(plan.binding?.consequencesUntilDate ?? '') })}
        </Alert>
      ) : undefined}
      <Contents plan={plan} />
      {status === 'ENDED' ? undefined : (
        <div className="process__actions">
          {proposed ? <AcceptPlan plan={plan} /> : undefined}
          <RevisePlan plan={plan} />
          <EndPlan plan={plan} />
        </div>
      )}
      <History plan={plan} />
    </li>
  );
};

/** The plans of a client, the newest first, each with its versions. */
export const PlansSection = (): ReactNode => {
  const { t } = useTranslation();
  const { process } = useScene();
  return (
    <ProcessSection id="plans" title={t('process.plan.title')} part={process.plans}>
      {({ plans }) => (
        <>
          {plans.length === 0 ? <p className="muted process__meta">{t('process.plan.none')}</p> : undefined}
          <ul className="process__list">
            {plans.map((plan) => (
              <PlanItem key={plan.planId} plan={plan} />
            ))}
          </ul>
          <div className="process__actions">
            <DraftPlan key={plans[0]?.planId ?? ''} />
          </div>
        </>
      )}
    </ProcessSection>
  );
};
