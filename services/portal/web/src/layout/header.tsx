import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../lib/format.ts';
import { Link, useRouter } from '../lib/router.tsx';
import { useSession } from '../lib/session.tsx';
import { showLanguage } from '../texts.ts';
import buoy from './buoy.svg';
import { startPage, startsWithDay } from './start-page.ts';

const LanguageSwitch = (): ReactNode => {
  const { t, i18n } = useTranslation();
  return (
    <nav aria-label={t('app.language')}>
      <ul className="language">
        {languages.map((language) => (
          <li key={language}>
            <button
              type="button"
              lang={language}
              aria-current={i18n.language === language}
              title={t(`app.languageNames.${language}`)}
              onClick={() => showLanguage(language)}
            >
              <span aria-hidden="true">{language.toUpperCase()}</span>
              <span className="visually-hidden">{t(`app.languageNames.${language}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** Everybody who works for the employment area; not the people of other authorities. */
const ofTheArea = [
  'CASE_SPECIALIST',
  'SERVICE_MANAGER',
  'PROTECTED_CLIENT_HANDLER',
  'STATISTICIAN',
  'BOARD_MEMBER',
  'AUDITOR',
  'INTEGRATION_ADMIN',
] as const;

const pages = [
  { to: '/day', text: 'nav.day', roles: startsWithDay },
  { to: '/load', text: 'nav.load', roles: ['SERVICE_MANAGER'] },
  { to: '/situation-picture', text: 'nav.picture', roles: undefined },
  {
    to: '/clients',
    text: 'nav.clients',
    // What the services refuse anyway is not offered.
    roles: ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'],
  },
  {
    to: '/multi-sector',
    text: 'nav.multiSector',
    roles: ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER', 'MULTI_SECTOR_MEMBER'],
  },
  { to: '/access-log', text: 'nav.accesses', roles: ['AUDITOR'] },
  { to: '/calculators', text: 'nav.calculators', roles: undefined },
] as const;

const MainNavigation = ({ roles }: { readonly roles: readonly string[] }): ReactNode => {
  const { t } = useTranslation();
  const { path } = useRouter();
  const here = path === '/' ? startPage(roles) : path;
  return (
    <nav className="nav" aria-label={t('app.mainNavigation')}>
      {pages
        .filter((page) => (page.roles ?? ofTheArea).some((role: string) => roles.includes(role)))
        .map(({ to, text }) => (
          <Link key={to} to={to} aria-current={here.startsWith(to) ? 'page' : undefined}>
            {t(text)}
          </Link>
        ))}
    </nav>
  );
};

const Who = (): ReactNode => {
  const { t } = useTranslation();
  const { me, signOut } = useSession();
  if (!me?.signedIn) return undefined;
  const municipality = me.municipality ? `, ${t(`municipalities.${me.municipality}`)}` : '';
  return (
    <div className="who">
      <span>
        <span className="visually-hidden">{t('app.signedInAs', { name: me.name })}</span>
        <span aria-hidden="true">{me.name}</span>
        <span className="who__role">
          {me.roles.map((role) => t(`roles.${role}`)).join(', ')}
          {municipality}
        </span>
      </span>
      <button type="button" onClick={signOut}>
        {t('app.signOut')}
      </button>
    </div>
  );
};

/** The band on top: name of the area, pages, language, who is signed in. */
export const Header = (): ReactNode => {
  const { t } = useTranslation();
  const { me } = useSession();
  return (
    <header className="top">
      <div className="top__row">
        <Link to="/" className="brand">
          <img src={buoy} alt="" />
          <span>
            <span className="brand__name">{t('app.name')}</span>
            <span className="brand__area">{t('app.area')}</span>
          </span>
        </Link>
        {me?.signedIn ? <MainNavigation roles={me.roles} /> : <span className="nav" />}
        <LanguageSwitch />
        <Who />
      </div>
    </header>
  );
};
