import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { benefitKinds, benefitTellers } from '../../../src/api/benefit-codes.ts';
import { StaffName } from '../common/staff-name.tsx';
import type { BenefitListView, RecordedBenefitView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { CodeField, DayField, filled } from './form-fields.tsx';
import { useScene } from './process-context.tsx';
import { ProcessForm } from './process-form.tsx';
import { ProcessSection } from './process-section.tsx';

type BenefitView = BenefitListView['benefits'][number];

/** Says also what the activation period's meetings did. */
const useDone = (): ((answer: unknown) => string) => {
  const { t } = useTranslation();
  return (answer) => {
    const { meetingsPlanned, meetingsCancelled } = answer as RecordedBenefitView;
    return [
      t('process.benefit.recorded'),
      meetingsPlanned > 0 ? t('process.benefit.planned', { count: meetingsPlanned }) : '',
      meetingsCancelled > 0 ? t('process.benefit.cancelled', { count: meetingsCancelled }) : '',
    ]
      .filter(Boolean)
      .join(' ');
  };
};

const RecordForm = (): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const done = useDone();
  const [form, setForm] = useState({ kind: '', fromDate: today, lastDate: '', toldBy: '' });
  return (
    <ProcessForm
      name="record-benefit"
      title={t('process.benefit.record')}
      submitText={t('process.save')}
      path="benefits"
      body={filled(form)}
      reasonFields={{ BENEFIT_OVERLAPS: 'fromDate', BENEFIT_RECORDED_ALREADY: 'kind' }}
      done={done}
    >
      <p className="muted">{t('process.benefit.help')}</p>
      <CodeField
        field="kind"
        label={t('process.benefit.kind')}
        codes={benefitKinds}
        names="benefitKinds"
        value={form.kind}
        onChange={(kind) => setForm({ ...form, kind })}
      />
      <div className="fields">
        <DayField
          field="fromDate"
          label={t('process.benefit.from')}
          value={form.fromDate}
          onChange={(fromDate) => setForm({ ...form, fromDate })}
        />
        <DayField
          field="lastDate"
          label={t('process.benefit.last')}
          help={t('process.benefit.lastHelp')}
          value={form.lastDate}
          onChange={(lastDate) => setForm({ ...form, lastDate })}
        />
      </div>
      <CodeField
        field="toldBy"
        label={t('process.benefit.toldBy')}
        codes={benefitTellers}
        names="benefitTellers"
        value={form.toldBy}
        onChange={(toldBy) => setForm({ ...form, toldBy })}
      />
    </ProcessForm>
  );
};

const BenefitFacts = ({ benefit }: { readonly benefit: BenefitView }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { kind, fromDate, lastDate, toldBy, recordedDate, recordedBy } = benefit;
  return (
    <li className="process__item">
      <h3 className="process__title">{t(`process.codes.benefitKinds.${kind}`, { defaultValue: kind })}</h3>
      <dl className="facts">
        <dt>{t('process.benefit.days')}</dt>
        <dd>
          {day(fromDate)} – {lastDate ? day(lastDate) : ''}
        </dd>
        <dt>{t('process.benefit.toldBy')}</dt>
        <dd>{t(`process.codes.benefitTellers.${toldBy}`, { defaultValue: toldBy })}</dd>
        <dt>{t('process.benefit.recordedOn')}</dt>
        <dd>
          {day(recordedDate)}, <StaffName id={recordedBy} />
        </dd>
      </dl>
    </li>
  );
};

/** What the client gets today by the law of today, and since when general support counts. */
const Today = ({ list }: { readonly list: BenefitListView }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { benefitToday, generalSupportFromDate } = list;
  return (
    <p>
      {benefitToday
        ? t('process.benefit.today', {
            benefit: t(`process.codes.benefitKinds.${benefitToday}`, { defaultValue: benefitToday }),
          })
        : t('process.benefit.unknown')}{' '}
      {generalSupportFromDate ? t('process.benefit.activation', { date: day(generalSupportFromDate) }) : ''}
    </p>
  );
};

/** Which unemployment benefit the client gets: general support begins the activation period. */
export const BenefitSection = (): ReactNode => {
  const { t } = useTranslation();
  const { process } = useScene();
  return (
    <ProcessSection id="benefit" title={t('process.benefit.title')} part={process.benefits}>
      {(list) => (
        <div className="stack">
          <Today list={list} />
          <RecordForm key={list.benefits[0]?.benefitRecordId ?? ''} />
          <ul className="process__list">
            {list.benefits.map((benefit) => (
              <BenefitFacts key={benefit.benefitRecordId} benefit={benefit} />
            ))}
          </ul>
        </div>
      )}
    </ProcessSection>
  );
};
