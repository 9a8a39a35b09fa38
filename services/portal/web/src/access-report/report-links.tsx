import { Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../lib/router.tsx';
import { useSignedIn } from '../lib/session.tsx';
import { extractsClients } from './extract-page.tsx';

/** On a client's page: what the client may ask for, each as a page to print. */
export const ReportLinks = ({ clientId }: { readonly clientId: string }): ReactNode => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  return (
    <section className="card" aria-labelledby="reports-title">
      <Heading level="2" size="small" id="reports-title" spacing>
        {t('accessReport.forClient')}
      </Heading>
      <ul className="plain-links">
        <li>
          <Link to={`/clients/${clientId}/access-report`}>{t('accessReport.title')}</Link>
        </li>
        {roles.some((role) => extractsClients.includes(role)) ? (
          <li>
            <Link to={`/clients/${clientId}/extract`}>{t('accessReport.extractTitle')}</Link>
          </li>
        ) : undefined}
      </ul>
    </section>
  );
};
