import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { segments, stated } from '../../../src/api/process-codes.ts';
import { StaffName } from '../common/staff-name.tsx';
import type { ServiceNeedView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { CodeField, filled, NoteField } from './form-fields.tsx';
import { useScene } from './process-context.tsx';
import { ProcessForm } from './process-form.tsx';
import { ProcessSection } from './process-section.tsx';

type Assessment = ServiceNeedView['assessments'][number];

const AssessForm = ({ latest }: { readonly latest: Assessment | undefined }): ReactNode => {
  const { t } = useTranslation();
  const [form, setForm] = useState({
    segmentCode: latest?.segmentCode ?? '',
    workAbilityConsidered: '',
    multiSectorNeed: '',
    vocationalQualification: '',
    note: '',
  });
  return (
    <ProcessForm
      name="assess-need"
      title={t(latest ? 'process.need.assessAgain' : 'process.need.assess')}
      submitText={t('process.save')}
      path="service-need"
      body={filled(form)}
      reasonFields={{ WORK_ABILITY_NOT_STATED: 'workAbilityConsidered' }}
      done={t('process.need.assessed')}
    >
      <CodeField
        field="segmentCode"
        label={t('process.need.segment')}
        codes={segments}
        names="segments"
        withCode
        value={form.segmentCode}
        onChange={(segmentCode) => setForm({ ...form, segmentCode })}
      />
      <CodeField
        field="workAbilityConsidered"
        label={t('process.need.workAbility')}
        codes={stated}
        names="stated"
        value={form.workAbilityConsidered}
        onChange={(workAbilityConsidered) => setForm({ ...form, workAbilityConsidered })}
      />
      <CodeField
        field="multiSectorNeed"
        label={t('process.need.multiSector')}
        codes={stated}
        names="stated"
        value={form.multiSectorNeed}
        onChange={(multiSectorNeed) => setForm({ ...form, multiSectorNeed })}
      />
      <CodeField
        field="vocationalQualification"
        label={t('process.need.qualification')}
        codes={stated}
        names="stated"
        empty={t('process.need.qualificationAsBefore')}
        value={form.vocationalQualification}
        onChange={(vocationalQualification) => setForm({ ...form, vocationalQualification })}
      />
      <NoteField
        field="note"
        label={t('process.need.note')}
        maxLength={500}
        value={form.note}
        onChange={(note) => setForm({ ...form, note })}
      />
    </ProcessForm>
  );
};

const AssessmentFacts = ({ assessment }: { readonly assessment: Assessment }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { assessedDate, assessedBy, segmentCode, workAbilityConsidered = '', multiSectorNeed = '', note } = assessment;
  const { vocationalQualification = '' } = assessment;
  const answer = (code: string): string => t(`process.codes.stated.${code}`, { defaultValue: t('process.notStated') });
  return (
    <dl className="facts">
      <dt>{t('process.need.assessedOn')}</dt>
      <dd>
        {day(assessedDate)}, <StaffName id={assessedBy} />
      </dd>
      <dt>{t('process.need.segment')}</dt>
      <dd>
        {segmentCode} {t(`process.codes.segments.${segmentCode}`, { defaultValue: '' })}
      </dd>
      <dt>{t('process.need.workAbility')}</dt>
      <dd>{answer(workAbilityConsidered)}</dd>
      <dt>{t('process.need.multiSector')}</dt>
      <dd>{answer(multiSectorNeed)}</dd>
      <dt>{t('process.need.qualification')}</dt>
      <dd>{answer(vocationalQualification)}</dd>
      {note ? (
        <>
          <dt>{t('process.need.note')}</dt>
          <dd>{note}</dd>
        </>
      ) : undefined}
    </dl>
  );
};

/** What service the client needs, with the assessments before. */
export const ServiceNeedSection = (): ReactNode => {
  const { t } = useTranslation();
  const { process } = useScene();
  return (
    <ProcessSection id="service-need" title={t('process.need.title')} part={process.serviceNeed}>
      {({ assessments: [latest, ...earlier] }) => (
        <div className="stack">
          {latest ? <AssessmentFacts assessment={latest} /> : <p className="muted">{t('process.need.none')}</p>}
          <AssessForm key={latest?.assessmentId ?? ''} latest={latest} />
          {earlier.length > 0 ? (
            <details>
              <summary>{t('process.need.earlier', { count: earlier.length })}</summary>
              <div className="stack process__earlier">
                {earlier.map((one) => (
                  <AssessmentFacts key={one.assessmentId} assessment={one} />
                ))}
              </div>
            </details>
          ) : undefined}
        </div>
      )}
    </ProcessSection>
  );
};
