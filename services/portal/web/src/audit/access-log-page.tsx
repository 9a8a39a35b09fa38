import { Button, Heading, TextField } from '@navikt/ds-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccessLog } from '../client/client-accesses.tsx';
import { MissingPage } from '../common/missing-page.tsx';
import { Link } from '../lib/router.tsx';
import { useSignedIn } from '../lib/session.tsx';

const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** For auditors: who has seen a client's data, without anything of the client. */
export const AccessLogPage = (): ReactNode => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  if (!roles.includes('AUDITOR')) return <MissingPage />;
  const wrong = asked !== '' && !shape.test(asked);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(typed.trim() || '?');
  };
  return (
    <>
      <div className="page-head">
        <div>
          <Heading level="1" size="large">
            {t('audit.title')}
          </Heading>
          <p>{t('audit.lead')}</p>
        </div>
      </div>
      <form className="card stack" onSubmit={submit} noValidate autoComplete="off">
        <TextField
          label={t('audit.clientId')}
          description={t('audit.clientIdHelp')}
          value={typed}
          error={wrong ? t('audit.invalid') : undefined}
          maxLength={36}
          htmlSize={40}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div>
          <Button type="submit">{t('audit.show')}</Button>
        </div>
      </form>
      {asked !== '' && !wrong ? (
        <div className="card">
          <p>
            <Link to={`/clients/${asked}/access-report`}>{t('accessReport.allServices')}</Link>
          </p>
          <AccessLog key={asked} clientId={asked} />
        </div>
      ) : undefined}
    </>
  );
};
