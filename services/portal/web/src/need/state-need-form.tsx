import { Alert, Button, Heading, Select, Textarea } from '@navikt/ds-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { needReasons } from '../../../src/api/staffing-codes.ts';
import { CodeSelect } from '../common/code-select.tsx';
import { FormErrors, inputId } from '../common/form-errors.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { fieldErrors } from '../common/problem-texts.ts';
import type { AccessOpened } from '../lib/api-types.ts';
import { useSubmission } from '../lib/submission.ts';

type StateNeedFormProps = {
  readonly clientId: string;
  /** Told when the client's data is open, with the instant until which it is. */
  onOpened(untilTime: string): void;
};

type Form = { readonly reason: string; readonly text: string; readonly hours: string };

const name = 'need';
const longestText = 300;
/** Hours to choose from; the area's most is what the empty choice gives. */
const hoursToChoose = ['1', '2', '4'];

type FieldsProps = { readonly form: Form; errorOf(field: string): string | undefined; onChange(form: Form): void };

const Fields = ({ form, errorOf, onChange }: FieldsProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <>
      <CodeSelect
        id={inputId(name, 'reason')}
        label={t('need.reason')}
        codes={needReasons}
        names="need.reasons"
        empty={t('register.choose')}
        value={form.reason}
        error={errorOf('reason')}
        onChange={(reason) => onChange({ ...form, reason })}
      />
      <Textarea
        id={inputId(name, 'text')}
        label={t('need.text')}
        description={t('need.textHelp')}
        value={form.text}
        error={errorOf('text')}
        maxLength={longestText}
        onChange={(event) => onChange({ ...form, text: event.target.value })}
      />
      <Select
        id={inputId(name, 'hours')}
        label={t('need.hours')}
        value={form.hours}
        error={errorOf('hours')}
        onChange={(event) => onChange({ ...form, hours: event.target.value })}
      >
        <option value="0">{t('need.longest')}</option>
        {hoursToChoose.map((hours) => (
          <option key={hours} value={hours}>
            {t('need.hoursNumber', { count: Number(hours) })}
          </option>
        ))}
      </Select>
    </>
  );
};

/**
 * States why the reader needs the data of a client whom they do not serve; shown where guidance or the
 * client registry answers NEED_NOT_STATED. It stands in the client's access log and on the service manager's list.
 */
export const StateNeedForm = ({ clientId, onOpened }: StateNeedFormProps): ReactNode => {
  const { t } = useTranslation();
  const [form, setForm] = useState<Form>({ reason: '', text: '', hours: '0' });
  const submission = useSubmission<AccessOpened>();
  const errors = fieldErrors(t, submission.problem);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { reason, text, hours } = form;
    const body = { ...(reason ? { reason } : {}), text, hours: Number(hours) };
    const answer = await submission.send(`/api/clients/${clientId}/needs`, body);
    if (answer.ok) onOpened(answer.value.untilTime);
  };
  return (
    <section className="card" aria-labelledby="need-title">
      <Heading level="2" size="small" id="need-title" spacing>
        {t('need.title')}
      </Heading>
      <form className="stack" onSubmit={submit} noValidate autoComplete="off">
        <Alert variant="info" inline>
          {t('need.lead')}
        </Alert>
        <FormErrors form={name} problem={submission.problem} />
        {errors.length === 0 ? <ProblemAlert problem={submission.problem} /> : undefined}
        <Fields form={form} errorOf={(field) => errors.find((one) => one.field === field)?.text} onChange={setForm} />
        <div>
          <Button type="submit" loading={submission.sending}>
            {t('need.open')}
          </Button>
        </div>
      </form>
    </section>
  );
};
