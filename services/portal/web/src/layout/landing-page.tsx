import { Alert, Heading, InlineMessage } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../lib/session.tsx';
import { Fairway } from './fairway.tsx';

/** Users of the development identity provider, with the role that each shows, and the text that tells where they work. */
const demoUsers = [
  ['kemi-specialist', 'CASE_SPECIALIST', 'municipalities.240'],
  ['tornio-specialist', 'CASE_SPECIALIST', 'municipalities.851'],
  ['service-manager', 'SERVICE_MANAGER', ''],
  ['protected-handler', 'PROTECTED_CLIENT_HANDLER', ''],
  ['statistician', 'STATISTICIAN', ''],
  ['board-member', 'BOARD_MEMBER', ''],
  ['auditor', 'AUDITOR', ''],
  ['integration-admin', 'INTEGRATION_ADMIN', ''],
  ['lapha-member', 'MULTI_SECTOR_MEMBER', 'multiSector.codes.parties.WELLBEING_COUNTY'],
  ['kela-member', 'MULTI_SECTOR_MEMBER', 'multiSector.codes.parties.KELA'],
] as const;

const useSignInAddress = (): ((as?: string) => string) => {
  const { i18n } = useTranslation();
  const { pathname, search } = window.location;
  return (as) => {
    const parameters = { language: i18n.language, ...(as ? { as } : {}), ...(search ? {} : { returnTo: pathname }) };
    return `/auth/sign-in?${new URLSearchParams(parameters)}`;
  };
};

const Notice = (): ReactNode => {
  const { t } = useTranslation();
  const { ended } = useSession();
  const outcome = new URLSearchParams(window.location.search).get('signIn');
  if (outcome === 'failed') return <Alert variant="error">{t('landing.failed')}</Alert>;
  if (outcome === 'unavailable') return <Alert variant="error">{t('landing.unavailable')}</Alert>;
  return ended ? <Alert variant="warning">{t('landing.ended')}</Alert> : undefined;
};

const DemoUsers = (): ReactNode => {
  const { t } = useTranslation();
  const addressAs = useSignInAddress();
  return (
    <section className="card" aria-labelledby="demo-title">
      <Heading level="2" size="small" id="demo-title">
        {t('landing.demoTitle')}
      </Heading>
      <InlineMessage status="info">{t('landing.demoNote')}</InlineMessage>
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('landing.demoUser')}</th>
              <th scope="col">{t('landing.demoRole')}</th>
            </tr>
          </thead>
          <tbody>
            {demoUsers.map(([user, role, place]) => (
              <tr key={user}>
                <td>
                  <a href={addressAs(user)} aria-label={t('landing.demoSignInAs', { user })}>
                    {user}
                  </a>
                </td>
                <td>
                  {t(`roles.${role}`)}
                  {place ? `, ${t(place)}` : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

/** What people see before they sign in. */
export const LandingPage = (): ReactNode => {
  const { t } = useTranslation();
  const { me } = useSession();
  const addressAs = useSignInAddress();
  return (
    <>
      <Notice />
      <div className="hero">
        <Fairway />
        <div className="hero__text">
          <Heading level="1" size="xlarge">
            {t('landing.title')}
          </Heading>
          <p>{t('landing.lead')}</p>
          <a className="hero__sign-in" href={addressAs()}>
            {t('landing.signIn')}
          </a>
        </div>
      </div>
      <ul className="points">
        <li>{t('landing.points.picture')}</li>
        <li>{t('landing.points.clients')}</li>
        <li>{t('landing.points.rules')}</li>
      </ul>
      {me?.developmentSignIn ? <DemoUsers /> : undefined}
    </>
  );
};
