import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matterLanguages, obligationActivities } from '../../../src/api/process-codes.ts';
import type { StatementChoicesView, StatementView } from '../lib/api-types.ts';
import { useSignedIn } from '../lib/session.tsx';
import { CodeField, DayField, filled } from './form-fields.tsx';
import { useScene } from './process-context.tsx';
import { ProcessForm } from './process-form.tsx';
import { correctionOf, newStatement, payerOf, placeOf, type StatementForm, statementBody } from './statement-draft.ts';
import { StatementFields } from './statement-fields.tsx';

type WithChoices = { readonly choices: StatementChoicesView };
type OnStatement = { readonly statement: StatementView };

const reasonFields = ({ kind }: StatementForm): Readonly<Record<string, string>> => ({
  STATEMENT_GROUND_NOT_FOR_KIND: 'groundCode',
  STATEMENT_RECIPIENT_UNKNOWN: 'recipientCode',
  STATEMENT_SERVICE_UNKNOWN: placeOf(kind, 'serviceCode'),
  STATEMENT_BEFORE_NEGLECT: placeOf(kind, 'fromDate'),
  REASON_NOT_ASSESSED: placeOf(kind, 'neglectId'),
  REASON_ACCEPTABLE: placeOf(kind, 'neglectId'),
  HEARING_NOT_COMPLETED: placeOf(kind, 'neglectId'),
  SANCTION_NOT_AS_COMPUTED: 'content',
  WORK_OBLIGATION_NOT_MET: placeOf(kind, 'obligationStatementId'),
});

/** Issues a statement in the reader's name. */
export const IssueStatement = ({ choices }: WithChoices): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const { client, process } = useScene();
  const known = (matterLanguages as readonly string[]).includes(client.serviceLanguage);
  const language = known ? client.serviceLanguage : '';
  const [written, setForm] = useState(() => newStatement(process.neglects.value?.neglects ?? [], today, language));
  // The benefit may come to be known after the form is there, and is a proposal until somebody chooses.
  const payer = payerOf(process.benefits.value?.benefitToday, choices.recipients);
  const form = { ...written, recipientCode: written.recipientCode || payer };
  return (
    <ProcessForm
      name="statement"
      title={t('process.statements.issue')}
      submitText={t('process.statements.issueSubmit')}
      path="statements"
      body={statementBody(form)}
      reasonFields={reasonFields(form)}
      done={t('process.statements.issued')}
    >
      <p className="muted">{t('process.statements.issueHelp')}</p>
      <StatementFields form={form} onChange={setForm} choices={choices} />
    </ProcessForm>
  );
};

/** Corrects a statement by a new one; the old one stays to be seen. */
export const ReplaceStatement = ({ statement, choices }: WithChoices & OnStatement): ReactNode => {
  const { t } = useTranslation();
  const [form, setForm] = useState(() => correctionOf(statement));
  return (
    <ProcessForm
      name={`replace-${statement.statementId}`}
      title={t('process.statements.replace')}
      submitText={t('process.statements.replaceSubmit')}
      path={`statements/${statement.statementId}/replace`}
      body={statementBody(form)}
      reasonFields={reasonFields(form)}
      done={t('process.statements.replaced')}
    >
      <p className="muted">{t('process.statements.replaceHelp')}</p>
      <StatementFields form={form} onChange={setForm} choices={choices} />
    </ProcessForm>
  );
};

/** Sends an undelivered statement again. */
export const ResendStatement = ({ statement }: OnStatement): ReactNode => {
  const { t } = useTranslation();
  return (
    <ProcessForm
      name={`resend-${statement.statementId}`}
      title={t('process.statements.resend')}
      submitText={t('process.statements.resend')}
      path={`statements/${statement.statementId}/resend`}
      body={{}}
      done={t('process.statements.resent')}
    >
      <p className="muted">{t('process.statements.resendHelp')}</p>
    </ProcessForm>
  );
};

/** Records work or a service towards a work obligation. */
export const RecordWork = ({ statementId }: { readonly statementId: string }): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [form, setForm] = useState({ activity: '', fromDate: '', toDate: today });
  return (
    <ProcessForm
      name={`work-${statementId}`}
      title={t('process.statements.recordWork')}
      submitText={t('process.save')}
      path={`statements/${statementId}/work`}
      body={filled(form)}
      reasonFields={{ OBLIGATION_PERIOD_OUTSIDE: 'fromDate' }}
      done={t('process.statements.workRecorded')}
    >
      <div className="fields">
        <CodeField
          field="activity"
          label={t('process.statements.activity')}
          codes={obligationActivities}
          names="obligationActivities"
          value={form.activity}
          onChange={(activity) => setForm({ ...form, activity })}
        />
        <DayField
          field="fromDate"
          label={t('process.statements.content.fromDate')}
          value={form.fromDate}
          onChange={(fromDate) => setForm({ ...form, fromDate })}
        />
        <DayField
          field="toDate"
          label={t('process.statements.content.toDate')}
          value={form.toDate}
          onChange={(toDate) => setForm({ ...form, toDate })}
        />
      </div>
    </ProcessForm>
  );
};
