import { Button, Heading, TextField } from '@navikt/ds-react';
import { accessReasons } from '@tyovayla/runtime/access-reason';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeSelect } from '../common/code-select.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { fieldErrors } from '../common/problem-texts.ts';
import { type Problem, post } from '../lib/api-client.ts';
import type { FoundClientView } from '../lib/api-types.ts';
import { useRouter } from '../lib/router.tsx';

/** Finds the one client with an identity code. The code goes in the request's body and into no address. */
export const FindByCode = (): ReactNode => {
  const { t } = useTranslation();
  const { go } = useRouter();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [accessReason, setAccessReason] = useState('');
  const find = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const identityCode = code.trim().toUpperCase();
    const why = accessReason === '' ? {} : { accessReason };
    const answer = await post<FoundClientView>('/api/clients/find', { identityCode, ...why });
    if (answer.ok) go(`/clients/${answer.value.clientId}`);
    else setProblem(answer.problem);
  };
  const [error] = fieldErrors(t, problem);
  const none = problem?.status === 404;
  // Only the assigned handler is told that a reason is missing.
  const needsReason = problem?.reason === 'ACCESS_REASON_REQUIRED';
  return (
    <form className="card stack" onSubmit={find} noValidate autoComplete="off">
      <Heading level="2" size="small">
        {t('clients.find')}
      </Heading>
      <TextField
        label={t('clients.findCode')}
        value={code}
        error={none ? t('clients.findNone') : needsReason ? undefined : error?.text}
        maxLength={13}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setCode(event.target.value);
          setProblem(undefined);
        }}
      />
      {needsReason || accessReason !== '' ? (
        <CodeSelect
          label={t('process.accessReason.reason')}
          codes={accessReasons}
          names="process.codes.accessReasons"
          empty={t('register.choose')}
          value={accessReason}
          error={needsReason ? t('process.accessReason.lead') : undefined}
          onChange={setAccessReason}
        />
      ) : undefined}
      <div>
        <Button variant="secondary" type="submit">
          {t('clients.findButton')}
        </Button>
      </div>
      {problem && !none && !error ? <ProblemAlert problem={problem} /> : undefined}
    </form>
  );
};
