import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  dismissGrounds,
  explanationCodes,
  hearingManners,
  matterLanguages,
  neglectKinds,
  reasonGrounds,
} from '../../../src/api/process-codes.ts';
import type { CandidateListView, NeglectView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { CodeField, DayField, filled, NoteField } from './form-fields.tsx';
import { type Notice, useScene } from './process-context.tsx';
import { ProcessForm } from './process-form.tsx';

export type Candidate = CandidateListView['candidates'][number];
type OnNeglect = { readonly neglect: NeglectView };

/** Makes a neglect of what the system proposes. */
export const RecordCandidate = ({ candidate }: { readonly candidate: Candidate }): ReactNode => {
  const { t } = useTranslation();
  return (
    <ProcessForm
      name={`record-${candidate.candidateId}`}
      title={t('process.neglects.record')}
      submitText={t('process.neglects.record')}
      path="neglects"
      body={{ candidateId: candidate.candidateId }}
      done={t('process.neglects.recorded')}
    >
      <p>{t('process.neglects.recordHelp')}</p>
    </ProcessForm>
  );
};

/** Says that what the system proposes is no neglect, and why. */
export const DismissCandidate = ({ candidate }: { readonly candidate: Candidate }): ReactNode => {
  const { t } = useTranslation();
  const [ground, setGround] = useState('');
  return (
    <ProcessForm
      name={`dismiss-${candidate.candidateId}`}
      title={t('process.neglects.dismiss')}
      submitText={t('process.neglects.dismiss')}
      path={`neglect-candidates/${candidate.candidateId}/dismiss`}
      body={filled({ ground })}
      done={t('process.neglects.dismissed')}
    >
      <CodeField
        field="ground"
        label={t('process.neglects.dismissGround')}
        codes={dismissGrounds}
        names="dismissGrounds"
        value={ground}
        onChange={setGround}
      />
    </ProcessForm>
  );
};

/** Records a neglect that the system has not proposed. */
export const RecordNeglect = (): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [form, setForm] = useState({ kind: '', occurredDate: today });
  return (
    <ProcessForm
      name="record-neglect"
      title={t('process.neglects.recordDirectly')}
      submitText={t('process.save')}
      path="neglects"
      body={filled(form)}
      reasonFields={{ NEGLECT_IN_FUTURE: 'occurredDate', NEGLECT_BEFORE_RULES: 'occurredDate' }}
      done={t('process.neglects.recorded')}
    >
      <div className="fields">
        <CodeField
          field="kind"
          label={t('process.neglects.kind')}
          codes={neglectKinds}
          names="neglectKinds"
          value={form.kind}
          onChange={(kind) => setForm({ ...form, kind })}
        />
        <DayField
          field="occurredDate"
          label={t('process.neglects.occurredOn')}
          value={form.occurredDate}
          onChange={(occurredDate) => setForm({ ...form, occurredDate })}
        />
      </div>
    </ProcessForm>
  );
};

/** Asks the client to explain. */
export const OpenHearing = ({ neglect }: OnNeglect): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { client } = useScene();
  const known = (matterLanguages as readonly string[]).includes(client.serviceLanguage);
  const [form, setForm] = useState({ manner: '', language: known ? client.serviceLanguage : '' });
  return (
    <ProcessForm
      name={`hearing-${neglect.neglectId}`}
      title={t('process.neglects.openHearing')}
      submitText={t('process.neglects.openHearing')}
      path={`neglects/${neglect.neglectId}/hearing`}
      body={{ ...filled(form), expectedVersion: neglect.version }}
      done={(answer) => {
        const { deadlineDate } = answer as { readonly deadlineDate: string };
        return t('process.neglects.hearingOpened', { date: day(deadlineDate) });
      }}
    >
      <div className="fields">
        <CodeField
          field="manner"
          label={t('process.neglects.manner')}
          codes={hearingManners}
          names="hearingManners"
          value={form.manner}
          onChange={(manner) => setForm({ ...form, manner })}
        />
        <CodeField
          field="language"
          label={t('process.neglects.language')}
          codes={matterLanguages}
          names="matterLanguages"
          value={form.language}
          onChange={(language) => setForm({ ...form, language })}
        />
      </div>
    </ProcessForm>
  );
};

/** Records what the client says. */
export const HearingAnswer = ({ neglect }: OnNeglect): ReactNode => {
  const { t } = useTranslation();
  const [form, setForm] = useState({ explanationCode: '', explanation: '' });
  return (
    <ProcessForm
      name={`answer-${neglect.neglectId}`}
      title={t('process.neglects.answer')}
      submitText={t('process.save')}
      path={`neglects/${neglect.neglectId}/answer`}
      body={{ ...filled(form), expectedVersion: neglect.version }}
      done={t('process.neglects.answered')}
    >
      <CodeField
        field="explanationCode"
        label={t('process.neglects.explanationCode')}
        codes={explanationCodes}
        names="explanationCodes"
        value={form.explanationCode}
        onChange={(explanationCode) => setForm({ ...form, explanationCode })}
      />
      <NoteField
        field="explanation"
        label={t('process.neglects.explanation')}
        maxLength={500}
        value={form.explanation}
        onChange={(explanation) => setForm({ ...form, explanation })}
      />
    </ProcessForm>
  );
};

/** Records whether the reason is acceptable. The ground says which. */
export const AssessReason = ({ neglect }: OnNeglect): ReactNode => {
  const { t } = useTranslation();
  const [ground, setGround] = useState('');
  const told = (answer: unknown): Notice => {
    const { verdict } = answer as { readonly verdict: string };
    return { text: t(`process.codes.verdicts.${verdict}`, { defaultValue: verdict }), variant: 'success' };
  };
  return (
    <ProcessForm
      name={`assess-${neglect.neglectId}`}
      title={t('process.neglects.assess')}
      submitText={t('process.neglects.assess')}
      path={`neglects/${neglect.neglectId}/assess`}
      body={{ ...filled({ ground }), expectedVersion: neglect.version }}
      reasonFields={{ GROUND_CONTRADICTS_HEARING: 'ground' }}
      done={told}
    >
      <p className="muted">{t('process.neglects.assessHelp')}</p>
      <CodeField
        field="ground"
        label={t('process.neglects.ground')}
        codes={reasonGrounds}
        names="reasonGrounds"
        value={ground}
        onChange={setGround}
      />
    </ProcessForm>
  );
};
