import { Button, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { Link } from '../lib/router.tsx';
import { useSignedIn } from '../lib/session.tsx';
import { useResource } from '../lib/use-resource.ts';

type ReportHeadProps = { readonly clientId: string; readonly title: string; readonly lead: string };

/** What stands on top of a report for the client: about whom, from which day, by which authority; and the print button. */
export const ReportHead = ({ clientId, title, lead }: ReportHeadProps): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { today, roles } = useSignedIn();
  const auditor = roles.includes('AUDITOR');
  const path = auditor ? undefined : `/api/clients/${encodeURIComponent(clientId)}`;
  const { value: client } = useResource<ClientView>(path, { accessReason: 'DATA_SUBJECT_REQUEST' });
  return (
    <>
      <p className="no-print">
        {auditor ? (
          <Link to="/access-log">{t('accessReport.backToLog')}</Link>
        ) : (
          <Link to={`/clients/${clientId}`}>{t('accessReport.back')}</Link>
        )}
      </p>
      <div className="page-head">
        <div>
          <Heading level="1" size="large">
            {title}
          </Heading>
          <p>{lead}</p>
        </div>
        <Button className="no-print" variant="secondary" onClick={() => window.print()}>
          {t('accessReport.print')}
        </Button>
      </div>
      <div className="card">
        <dl className="facts">
          <dt>{t('accessReport.client')}</dt>
          <dd>{client ? `${client.familyName}, ${client.givenNames}` : clientId}</dd>
          <dt>{t('accessReport.madeOn')}</dt>
          <dd>{day(today)}</dd>
          <dt>{t('accessReport.controller')}</dt>
          <dd>{t('app.area')}</dd>
        </dl>
      </div>
    </>
  );
};
