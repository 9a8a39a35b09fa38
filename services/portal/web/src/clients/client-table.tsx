import { Button } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientListView, ClientSummaryView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { Link } from '../lib/router.tsx';
import { StatusCode } from './status-code.tsx';

const ClientRow = ({ client }: { readonly client: ClientSummaryView }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { clientId, familyName, givenNames, municipalityCode, statusCode, jobSearchStartedDate } = client;
  return (
    <tr>
      <th scope="row">
        <Link to={`/clients/${clientId}`}>
          {familyName}, {givenNames}
        </Link>
      </th>
      <td>{municipalityCode ? t(`municipalities.${municipalityCode}`, { defaultValue: municipalityCode }) : '–'}</td>
      <td>
        {statusCode ? <StatusCode code={statusCode} /> : <span className="muted">{t('clients.notRunning')}</span>}
      </td>
      <td className="number">{jobSearchStartedDate ? day(jobSearchStartedDate) : '–'}</td>
    </tr>
  );
};

type ClientTableProps = {
  readonly list: ClientListView;
  readonly page: number;
  readonly caption: string;
  onPage(page: number): void;
};

const Paging = ({ list, page, onPage }: ClientTableProps): ReactNode => {
  const { t } = useTranslation();
  if (page === 1 && !list.nextPageToken) return undefined;
  return (
    <nav className="row row--middle" aria-label={t('clients.paging')}>
      <Button size="small" variant="secondary" disabled={page === 1} onClick={() => onPage(page - 1)}>
        {t('clients.previous')}
      </Button>
      <span aria-live="polite">{t('clients.page', { page })}</span>
      <Button size="small" variant="secondary" disabled={!list.nextPageToken} onClick={() => onPage(page + 1)}>
        {t('clients.next')}
      </Button>
    </nav>
  );
};

/** One page of the list of clients. */
export const ClientTable = (props: ClientTableProps): ReactNode => {
  const { t } = useTranslation();
  if (props.list.clients.length === 0)
    return (
      <p className="muted">
        {t('clients.none')} {t('clients.noneHelp')}
      </p>
    );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={props.caption}>
        <table className="list">
          <caption className="visually-hidden">{props.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('clients.columnName')}</th>
              <th scope="col">{t('clients.columnMunicipality')}</th>
              <th scope="col">{t('clients.columnStatus')}</th>
              <th scope="col" className="number">
                {t('clients.columnSince')}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.list.clients.map((client) => (
              <ClientRow key={client.clientId} client={client} />
            ))}
          </tbody>
        </table>
      </section>
      <Paging {...props} />
    </>
  );
};
