import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StudyDutyView, StudyStandingView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { Link } from '../lib/router.tsx';
import { useSignedIn } from '../lib/session.tsx';
import { DayField, LineField, numberOf } from './form-fields.tsx';
import { ProcessForm } from './process-form.tsx';

/** How many study places a plan asks to apply for, and when. */
export const StudyDutyFacts = ({ duty }: { readonly duty: StudyDutyView }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { places: count, windowFromDate, windowLastDate } = duty;
  return (
    <>
      <strong>{t('process.study.places', { count })}</strong>
      <div>
        {windowFromDate && windowLastDate
          ? t('process.study.window', { from: day(windowFromDate), to: day(windowLastDate) })
          : t('process.study.windowUnknown')}
      </div>
      <Link to="/calculators/study-application-duty">{t('process.openRule')}</Link>
    </>
  );
};

const RecordStudyApplications = (): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [form, setForm] = useState({ appliedDate: today, places: '' });
  return (
    <ProcessForm
      name="study-applications"
      title={t('process.study.record')}
      submitText={t('process.save')}
      path="study-applications"
      body={{ ...form, places: numberOf(form.places) }}
      done={t('process.study.recorded')}
    >
      <div className="fields fields--narrow">
        <DayField
          field="appliedDate"
          label={t('process.study.appliedOn')}
          value={form.appliedDate}
          onChange={(appliedDate) => setForm({ ...form, appliedDate })}
        />
        <LineField
          field="places"
          label={t('process.study.placesApplied')}
          digits
          width={4}
          maxLength={2}
          value={form.places}
          onChange={(places) => setForm({ ...form, places })}
        />
      </div>
    </ProcessForm>
  );
};

/** The duty of those under 25 without a vocational qualification to apply for studies, and how far the client has come. */
export const StudyDuty = ({ standing }: { readonly standing: StudyStandingView }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { duty, applied, applications } = standing;
  if (duty === undefined) return undefined;
  return (
    <div className="stack stack--tight">
      <h3 className="process__title">{t('process.study.title')}</h3>
      <div>
        <StudyDutyFacts duty={duty} />
      </div>
      <p>{t('process.study.progress', { applied, places: duty.places })}</p>
      <ul className="plain-list">
        {applications.map(({ applicationId, appliedDate, places }) => (
          <li key={applicationId}>
            {day(appliedDate)}: {t('process.study.placeCount', { count: places })}
          </li>
        ))}
      </ul>
      <RecordStudyApplications key={applications.length} />
      <p className="muted">{t('process.study.afterwards')}</p>
    </div>
  );
};
