import { Heading, Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrollTable } from '../common/scroll-table.tsx';
import { StaffName } from '../common/staff-name.tsx';
import type { MultiSectorCaseView, MultiSectorPlanView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { currentPlans, stepsOf } from './case-steps.ts';
import { MakePlan } from './make-plan.tsx';
import { ReviewPlan, SignPlan } from './plan-forms.tsx';

type OfCase = { readonly one: MultiSectorCaseView };
type OfPlan = { readonly plan: MultiSectorPlanView };

const colours: Readonly<Record<string, 'warning' | 'success' | 'neutral'>> = { DRAFT: 'warning', IN_FORCE: 'success' };

const useSignerName = (): ((code: string) => string) => {
  const { t } = useTranslation();
  return (code) =>
    code === 'CLIENT' ? t('multiSector.plan.client') : t(`multiSector.codes.parties.${code}`, { defaultValue: code });
};

const Tasks = ({ plan }: OfPlan): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const head = (['owner', 'service', 'description', 'due', 'done'] as const).map((name) => (
    <th key={name} scope="col">
      {t(`multiSector.plan.columns.${name}`)}
    </th>
  ));
  if (plan.tasks.length === 0) return <p className="muted">{t('multiSector.plan.noTasks')}</p>;
  return (
    <ScrollTable caption={t('multiSector.plan.tasks')} head={head}>
      <tbody>
        {plan.tasks.map(({ taskId, owner, service, description, dueDate, doneDate }) => (
          <tr key={taskId}>
            <td>{t(`multiSector.codes.owners.${owner}`, { defaultValue: owner })}</td>
            <td>{t(`multiSector.codes.services.${service}`, { defaultValue: service })}</td>
            <td>{description}</td>
            <td>{day(dueDate)}</td>
            <td>{doneDate ? day(doneDate) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

const Signatures = ({ plan }: OfPlan): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const signerName = useSignerName();
  const { signatures, awaitedSigners } = plan;
  return (
    <ul className="plain-links" aria-label={t('multiSector.plan.signatures')}>
      {signatures.map(({ signer, signedDate, recordedBy }) => (
        <li key={signer}>
          {t('multiSector.plan.signed', { signer: signerName(signer), date: day(signedDate) })}
          {recordedBy ? (
            <span className="muted">
              {' '}
              (<StaffName id={recordedBy} />)
            </span>
          ) : undefined}
        </li>
      ))}
      {awaitedSigners.map((signer) => (
        <li key={signer}>
          <em>{t('multiSector.plan.awaits', { signer: signerName(signer) })}</em>
        </li>
      ))}
    </ul>
  );
};

const Days = ({ plan }: OfPlan): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { madeDate, inForceDate, endedDate, reviewDueDate, reviewDates } = plan;
  const told = [
    t('multiSector.plan.made', { date: day(madeDate) }),
    inForceDate && t('multiSector.plan.inForce', { date: day(inForceDate) }),
    endedDate && t('multiSector.plan.ended', { date: day(endedDate) }),
    reviewDates.length > 0 && t('multiSector.plan.reviewed', { dates: reviewDates.map(day).join(', ') }),
    reviewDueDate && t('multiSector.plan.reviewDue', { date: day(reviewDueDate) }),
  ];
  return <p className="muted">{told.filter(Boolean).join(' · ')}</p>;
};

const PlanItem = ({ one, plan }: OfCase & OfPlan): ReactNode => {
  const { t } = useTranslation();
  const steps = stepsOf(one);
  const { draft, inForce } = currentPlans(one);
  return (
    <li className="rows__row stack stack--tight">
      <h3 className="process__title">
        {t('multiSector.plan.kind')}{' '}
        <Tag size="small" variant="outline" data-color={colours[plan.state] ?? 'neutral'}>
          {t(`multiSector.codes.planStates.${plan.state}`, { defaultValue: plan.state })}
        </Tag>
      </h3>
      <Days plan={plan} />
      <Tasks plan={plan} />
      <Signatures plan={plan} />
      <div className="actions">
        {plan === draft && steps.includes('SIGN_FOR_CLIENT') ? (
          <SignPlan one={one} plan={plan} signer="CLIENT" />
        ) : undefined}
        {plan === draft && steps.includes('SIGN') ? <SignPlan one={one} plan={plan} signer="OWN_PARTY" /> : undefined}
        {plan === inForce && steps.includes('REVIEW') ? <ReviewPlan one={one} plan={plan} /> : undefined}
      </div>
    </li>
  );
};

/** The multi-sector plans: what each party does by when, who has signed, when it is reviewed. */
export const CasePlans = ({ one }: OfCase): ReactNode => {
  const { t } = useTranslation();
  return (
    <section className="card stack" aria-labelledby="case-plans-title">
      <Heading level="2" size="small" id="case-plans-title">
        {t('multiSector.plan.title')}
      </Heading>
      {one.seenAs === 'EMPLOYMENT_AUTHORITY' ? undefined : <p className="muted">{t('multiSector.plan.ownTasks')}</p>}
      {one.plans.length === 0 ? (
        <p className="muted">{t('multiSector.plan.none')}</p>
      ) : (
        <ul className="rows plain-links">
          {one.plans.map((plan) => (
            <PlanItem key={`${plan.planId} ${one.version}`} one={one} plan={plan} />
          ))}
        </ul>
      )}
      {stepsOf(one).includes('MAKE_PLAN') ? <MakePlan key={one.version} one={one} /> : undefined}
    </section>
  );
};
