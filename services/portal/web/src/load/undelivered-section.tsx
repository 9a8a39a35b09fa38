import { Alert, Button, Heading } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientLink } from '../common/client-link.tsx';
import { Paging } from '../common/paging.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { ScrollTable } from '../common/scroll-table.tsx';
import { Waiting } from '../common/waiting.tsx';
import type { UndeliveredListView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useSubmission } from '../lib/submission.ts';
import { type ClientNames, useClientNames } from '../lib/use-client-names.ts';
import { usePages } from '../lib/use-pages.ts';
import { useResource } from '../lib/use-resource.ts';

type Statement = UndeliveredListView['statements'][number];

const Attempts = ({ statement }: { readonly statement: Statement }): ReactNode => {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const { attempts, failureCode, nextAttemptTime } = statement;
  return (
    <>
      {t('load.attempts', { count: attempts })}
      {failureCode ? (
        <div className="muted">{t(`load.failures.${failureCode}`, { defaultValue: failureCode })}</div>
      ) : undefined}
      <div className="muted">
        {nextAttemptTime ? t('load.nextAttempt', { time: instant(nextAttemptTime) }) : t('load.noAttempt')}
      </div>
    </>
  );
};

type RowProps = { readonly statement: Statement; readonly names: ClientNames; onResent(): void };

const StatementRow = ({ statement, names, onResent }: RowProps): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const submission = useSubmission<unknown>();
  const { clientId, statementId, kind } = statement;
  const resend = async (): Promise<void> => {
    const answer = await submission.send(`/api/clients/${clientId}/statements/${statementId}/resend`, {});
    if (answer.ok) onResent();
  };
  return (
    <tr>
      <td className="when">{day(statement.issuedDate)}</td>
      <th scope="row">
        <ClientLink clientId={clientId} names={names} to={`/clients/${clientId}#statements`} />
      </th>
      <td>{t(`load.statementKinds.${kind}`, { defaultValue: kind })}</td>
      <td>{statement.recipientCode}</td>
      <td>
        <Attempts statement={statement} />
      </td>
      <td>
        <Button size="small" variant="secondary" loading={submission.sending} onClick={resend}>
          {t('load.resend')}
          <span className="visually-hidden">
            : {names.names[clientId] ?? clientId.slice(-6)}, {day(statement.issuedDate)}
          </span>
        </Button>
        <ProblemAlert problem={submission.problem} />
      </td>
    </tr>
  );
};

const StatementTable = ({ list, onResent }: { list: UndeliveredListView; onResent(): void }): ReactNode => {
  const { t } = useTranslation();
  const names = useClientNames(list.statements.map(({ clientId }) => clientId));
  if (list.statements.length === 0) return <p className="muted">{t('load.undeliveredNone')}</p>;
  return (
    <ScrollTable
      caption={t('load.undelivered')}
      head={
        <>
          <th scope="col">{t('load.issued')}</th>
          <th scope="col">{t('day.client')}</th>
          <th scope="col">{t('load.statement')}</th>
          <th scope="col">{t('load.recipient')}</th>
          <th scope="col">{t('load.delivery')}</th>
          <th scope="col">{t('load.action')}</th>
        </>
      }
    >
      <tbody>
        {list.statements.map((statement) => (
          <StatementRow key={statement.statementId} statement={statement} names={names} onResent={onResent} />
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** Statements that have not reached their payer: somebody must look at those that are not tried again. */
export const UndeliveredSection = (): ReactNode => {
  const { t } = useTranslation();
  const pages = usePages();
  const [resent, setResent] = useState(false);
  const list = useResource<UndeliveredListView>('/api/undelivered-statements', { pageToken: pages.token });
  const onResent = (): void => {
    setResent(true);
    list.reload();
  };
  return (
    <section className="card stack" id="undelivered" aria-labelledby="undelivered-title">
      <div>
        <Heading level="2" size="small" id="undelivered-title">
          {t('load.undelivered')}
        </Heading>
        <p className="muted">{t('load.undeliveredHelp')}</p>
        <div aria-live="polite">{resent ? <Alert variant="success">{t('load.resent')}</Alert> : undefined}</div>
      </div>
      <ProblemAlert problem={list.problem} onRetry={list.reload} />
      {list.value ? (
        <>
          <StatementTable list={list.value} onResent={onResent} />
          <Paging pages={pages} nextToken={list.value.nextPageToken} label={t('load.undeliveredPaging')} />
        </>
      ) : list.problem ? undefined : (
        <Waiting />
      )}
    </section>
  );
};
