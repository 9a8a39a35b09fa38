import { Button, Heading } from '@navikt/ds-react';
import { accessReasons } from '@tyovayla/runtime/access-reason';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeSelect } from '../common/code-select.tsx';
import { MissingPage } from '../common/missing-page.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { Waiting } from '../common/waiting.tsx';
import type { ClientListView } from '../lib/api-types.ts';
import { useRouter } from '../lib/router.tsx';
import { useSignedIn } from '../lib/session.tsx';
import { useResource } from '../lib/use-resource.ts';
import { ProtectionReviews } from '../record/protection-reviews.tsx';
import { ClientSearch, type Search } from './client-search.tsx';
import { ClientTable } from './client-table.tsx';
import { FindByCode } from './find-by-code.tsx';

const everyone: Search = { name: '', municipality: '', status: '' };

/** Roles that register job seekers; the service decides, this only offers. */
export const registersClients = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'];

/** Asiakkaat: search, find by identity code, the list. */
export const ClientsPage = (): ReactNode => {
  const { t } = useTranslation();
  const { go } = useRouter();
  const { roles } = useSignedIn();
  const [search, setSearch] = useState(everyone);
  // Tokens of the pages seen so far; the last leads to the page shown.
  const [tokens, setTokens] = useState<readonly string[]>(['']);
  const [accessReason, setAccessReason] = useState('');
  const list = useResource<ClientListView>('/api/clients', { ...search, accessReason, pageToken: tokens.at(-1) });
  const turnTo = (page: number): void => {
    const next = list.value?.nextPageToken;
    setTokens((before) => (page > before.length && next ? [...before, next] : before.slice(0, page)));
  };
  const handlesProtected = roles.includes('PROTECTED_CLIENT_HANDLER');
  if (list.problem?.status === 403) return <MissingPage />;
  return (
    <>
      <div className="page-head">
        <div>
          <Heading level="1" size="large">
            {t('clients.title')}
          </Heading>
          <p>{t('clients.lead')}</p>
        </div>
        {roles.some((role) => registersClients.includes(role)) ? (
          <Button onClick={() => go('/clients/register')}>{t('clients.register')}</Button>
        ) : undefined}
      </div>
      {handlesProtected ? <ProtectionReviews /> : undefined}
      <div className="columns columns--wide-first">
        <ClientSearch
          search={search}
          onSearch={(wanted) => {
            setTokens(['']);
            setSearch(wanted);
          }}
        />
        <FindByCode />
      </div>
      <div className="card stack">
        {handlesProtected ? (
          <CodeSelect
            label={t('process.accessReason.list')}
            codes={accessReasons}
            names="process.codes.accessReasons"
            empty={t('process.accessReason.withoutProtected')}
            value={accessReason}
            onChange={(reason) => {
              setTokens(['']);
              setAccessReason(reason);
            }}
          />
        ) : undefined}
        <ProblemAlert problem={list.problem} onRetry={list.reload} />
        {list.value ? (
          <ClientTable list={list.value} page={tokens.length} caption={t('clients.caption')} onPage={turnTo} />
        ) : list.problem ? undefined : (
          <Waiting />
        )}
      </div>
    </>
  );
};
