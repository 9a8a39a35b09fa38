import { Alert, Button, Heading } from '@navikt/ds-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '../common/form-errors.tsx';
import { MissingPage } from '../common/missing-page.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { fieldErrors } from '../common/problem-texts.ts';
import { type Problem, post } from '../lib/api-client.ts';
import type { FoundClientView, Registered } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useRouter } from '../lib/router.tsx';
import { useSignedIn } from '../lib/session.tsx';
import { useSubmission } from '../lib/submission.ts';
import { registersClients } from './clients-page.tsx';
import { formName, RegisterFields } from './register-fields.tsx';
import { newForm, requestOf } from './register-form.ts';

type RefusalProps = { readonly problem: Problem | undefined; readonly identityCode: string };

/** Tells that the person is a job seeker already, and leads to them where the service says who they are. */
const RunningAlready = ({ problem, identityCode }: RefusalProps & { readonly problem: Problem }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { go } = useRouter();
  const [hidden, setHidden] = useState(false);
  const { runningSince } = problem.metadata;
  const open = async (): Promise<void> => {
    const found = await post<FoundClientView>('/api/clients/find', { identityCode });
    if (found.ok) go(`/clients/${found.value.clientId}`);
    else setHidden(true);
  };
  return (
    <Alert variant="warning" role="alert">
      {runningSince
        ? t('register.running', { date: day(runningSince) })
        : t('errors.reasons.JOB_SEARCH_ALREADY_RUNNING')}{' '}
      <div>
        {hidden ? (
          t('register.runningHidden')
        ) : (
          <Button type="button" size="small" variant="secondary" onClick={open}>
            {t('register.runningLink')}
          </Button>
        )}
      </div>
    </Alert>
  );
};

const Refusal = ({ problem, identityCode }: RefusalProps): ReactNode => {
  if (!problem || problem.violations.length > 0) return undefined;
  return problem.reason === 'JOB_SEARCH_ALREADY_RUNNING' ? (
    <RunningAlready problem={problem} identityCode={identityCode} />
  ) : (
    <ProblemAlert problem={problem} />
  );
};

/** Registers a person as a job seeker. All that is wrong is told at once, at the fields and on top. */
export const RegisterPage = (): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { go } = useRouter();
  const { today, municipality, roles, staffId } = useSignedIn();
  const [form, setForm] = useState(() => newForm(today, municipality));
  const submission = useSubmission<Registered>();
  if (!roles.some((role) => registersClients.includes(role))) return <MissingPage />;
  const errors = fieldErrors(t, submission.problem);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await submission.send('/api/clients', requestOf(form, staffId));
    if (answer.ok) go(`/clients/${answer.value.clientId}`);
  };
  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      <div className="page-head">
        <div>
          <Heading level="1" size="large">
            {t('register.title')}
          </Heading>
          <p>{t('register.lead', { today: day(today) })}</p>
        </div>
      </div>
      <div className="stack">
        <FormErrors form={formName} problem={submission.problem} />
        <Refusal problem={submission.problem} identityCode={form.identityCode.trim().toUpperCase()} />
        <RegisterFields
          form={form}
          errorOf={(field) => errors.find((error) => error.field === field)?.text}
          set={(change) => setForm((before) => ({ ...before, ...change }))}
          protection={roles.includes('PROTECTED_CLIENT_HANDLER')}
        />
        <div className="row">
          <Button type="submit" loading={submission.sending}>
            {t('register.submit')}
          </Button>
          <Button type="button" variant="tertiary" onClick={() => go('/clients')}>
            {t('register.cancel')}
          </Button>
        </div>
      </div>
    </form>
  );
};
