import { Button, Heading, TextField } from '@navikt/ds-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { fieldErrors } from '../common/problem-texts.ts';
import { type Problem, post } from '../lib/api-client.ts';
import type { ClientSummaryView } from '../lib/api-types.ts';
import { useRouter } from '../lib/router.tsx';

/** Finds the one client with an identity code. The code goes in the request's body and into no address. */
export const FindByCode = (): ReactNode => {
  const { t } = useTranslation();
  const { go } = useRouter();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const find = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const identityCode = code.trim().toUpperCase();
    const answer = await post<ClientSummaryView>('/api/clients/find', { identityCode });
    if (answer.ok) go(`/clients/${answer.value.clientId}`);
    else setProblem(answer.problem);
  };
  const [error] = fieldErrors(t, problem);
  const none = problem?.status === 404;
  return (
    <form className="card stack" onSubmit={find} noValidate autoComplete="off">
      <Heading level="2" size="small">
        {t('clients.find')}
      </Heading>
      <TextField
        label={t('clients.findCode')}
        value={code}
        error={none ? t('clients.findNone') : error?.text}
        maxLength={13}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setCode(event.target.value);
          setProblem(undefined);
        }}
      />
      <div>
        <Button variant="secondary" type="submit">
          {t('clients.findButton')}
        </Button>
      </div>
      {problem && !none && !error ? <ProblemAlert problem={problem} /> : undefined}
    </form>
  );
};
