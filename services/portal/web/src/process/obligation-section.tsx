import { Alert } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrollTable } from '../common/scroll-table.tsx';
import type { ObligationPeriodView, ObligationView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { FollowUpOffer, ReportApplications } from './obligation-forms.tsx';
import { ObligationFacts } from './plan-content.tsx';
import { useScene } from './process-context.tsx';
import { ProcessSection } from './process-section.tsx';
import { StudyDuty } from './study-duty.tsx';

const Open = ({ period }: { readonly period: ObligationPeriodView }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { required, reported, fromDate, lastDate } = period;
  const label = t('process.obligation.progress', { reported, required });
  return (
    <div className="process__progress">
      <p className="process__figure">{label}</p>
      <progress value={Math.min(reported, required)} max={Math.max(required, 1)} aria-label={label} />
      <p>{t('process.obligation.period', { from: day(fromDate), to: day(lastDate) })}</p>
      <ReportApplications key={period.periodId} period={period} />
    </div>
  );
};

const Applications = ({ applications }: Pick<ObligationView, 'applications'>): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  if (applications.length === 0) return undefined;
  return (
    <ScrollTable
      caption={t('process.obligation.reportedList')}
      head={
        <>
          <th scope="col">{t('process.obligation.appliedOn')}</th>
          <th scope="col">{t('process.obligation.applicationKind')}</th>
          <th scope="col">{t('process.obligation.applicationNote')}</th>
          <th scope="col">{t('process.obligation.reportedOn')}</th>
        </>
      }
    >
      <tbody>
        {applications.map(({ applicationId, kind, appliedDate, note, reportedDate }) => (
          <tr key={applicationId}>
            <td>{day(appliedDate)}</td>
            <td>{t(`process.codes.applicationKinds.${kind}`, { defaultValue: kind })}</td>
            <td>{note ?? ''}</td>
            <td>{day(reportedDate)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

const Former = ({ formerPeriods }: Pick<ObligationView, 'formerPeriods'>): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  if (formerPeriods.length === 0) return undefined;
  return (
    <div>
      <h3 className="process__title">{t('process.obligation.former')}</h3>
      <ul className="plain-list">
        {formerPeriods.map(({ periodId, fromDate, lastDate, reported, required, state }) => (
          <li key={periodId}>
            {day(fromDate)} – {day(lastDate)}: {t('process.obligation.progress', { reported, required })} (
            {t(`process.codes.periodStates.${state}`, { defaultValue: state })})
          </li>
        ))}
      </ul>
    </div>
  );
};

const Offers = ({ jobOffers }: Pick<ObligationView, 'jobOffers'>): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  return (
    <div className="stack stack--tight">
      <h3 className="process__title">{t('process.obligation.offers')}</h3>
      {jobOffers.length === 0 ? <p className="muted">{t('process.obligation.noOffers')}</p> : undefined}
      <ul className="plain-list">
        {jobOffers.map(({ offerId, offeredDate, binding, outcome, ground }) => (
          <li key={offerId}>
            {day(offeredDate)}: {t(binding ? 'process.obligation.binding' : 'process.obligation.voluntary')},{' '}
            {t(`process.codes.jobOfferOutcomes.${outcome}`, { defaultValue: outcome })}
            {ground ? ` (${t(`process.codes.unsuitableGrounds.${ground}`, { defaultValue: ground })})` : ''}
          </li>
        ))}
      </ul>
      <FollowUpOffer key={jobOffers.length} />
    </div>
  );
};

/** What is asked of the client now: how many applications, how many are reported, by when. */
export const ObligationSection = (): ReactNode => {
  const { t } = useTranslation();
  const { process } = useScene();
  return (
    <ProcessSection id="obligation" title={t('process.obligation.title')} part={process.obligation}>
      {({ period, byRuleToday, planDiffersFromRule, ...rest }) => (
        <div className="stack">
          {planDiffersFromRule ? <Alert variant="warning">{t('process.obligation.differs')}</Alert> : undefined}
          {period ? <Open period={period} /> : <p className="muted">{t('process.obligation.noPeriod')}</p>}
          <Applications applications={rest.applications} />
          <Former formerPeriods={rest.formerPeriods} />
          {byRuleToday ? (
            <div>
              <h3 className="process__title">{t('process.obligation.byRule')}</h3>
              <ObligationFacts obligation={byRuleToday} />
            </div>
          ) : undefined}
          {rest.studyDutyMissing ? <Alert variant="warning">{t('process.study.missing')}</Alert> : undefined}
          {rest.studyDuty ? <StudyDuty standing={rest.studyDuty} /> : undefined}
          <Offers jobOffers={rest.jobOffers} />
        </div>
      )}
    </ProcessSection>
  );
};
