import { type ComponentType, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { AccessReportPage } from './access-report/access-report-page.tsx';
import { ExtractPage } from './access-report/extract-page.tsx';
import { AccessLogPage } from './audit/access-log-page.tsx';
import { CalculatorsPage } from './calculators/calculators-page.tsx';
import { ClientPage } from './client/client-page.tsx';
import { ClientsPage } from './clients/clients-page.tsx';
import { RegisterPage } from './clients/register-page.tsx';
import { FaultBoundary } from './common/fault-boundary.tsx';
import { MissingPage } from './common/missing-page.tsx';
import { Waiting } from './common/waiting.tsx';
import { MyDayPage } from './day/my-day-page.tsx';
import { LandingPage } from './layout/landing-page.tsx';
import { Page } from './layout/page.tsx';
import { startPage } from './layout/start-page.ts';
import { ComponentTexts } from './lib/component-texts.tsx';
import { RouterProvider, useRouter } from './lib/router.tsx';
import { SessionProvider, useSession } from './lib/session.tsx';
import { TeamsProvider } from './lib/teams.tsx';
import { useAnchor } from './lib/use-anchor.ts';
import { LoadPage } from './load/load-page.tsx';
import { CasePage } from './multi-sector/case-page.tsx';
import { GroupPage } from './multi-sector/group-page.tsx';
import { MyCasesPage } from './multi-sector/my-cases-page.tsx';
import { SituationPicturePage } from './picture/situation-picture-page.tsx';

type Route = { readonly shape: RegExp; readonly page: ComponentType<{ readonly id: string }> };

/** The pages by address. */
const routes: readonly Route[] = [
  { shape: /^\/situation-picture$/, page: SituationPicturePage },
  { shape: /^\/day$/, page: MyDayPage },
  { shape: /^\/load$/, page: LoadPage },
  { shape: /^\/clients$/, page: ClientsPage },
  { shape: /^\/clients\/register$/, page: RegisterPage },
  { shape: /^\/clients\/([^/]+)$/, page: ClientPage },
  { shape: /^\/clients\/([^/]+)\/access-report$/, page: AccessReportPage },
  { shape: /^\/clients\/([^/]+)\/extract$/, page: ExtractPage },
  { shape: /^\/multi-sector$/, page: MyCasesPage },
  { shape: /^\/multi-sector\/group$/, page: GroupPage },
  { shape: /^\/multi-sector\/([0-9a-f-]{36})$/, page: CasePage },
  { shape: /^\/access-log$/, page: AccessLogPage },
  { shape: /^\/calculators(?:\/([a-z0-9-]+))?$/, page: CalculatorsPage },
];

const CurrentPage = (): ReactNode => {
  const { path } = useRouter();
  const { me } = useSession();
  if (!me) return <Waiting />;
  if (!me.signedIn) return <LandingPage />;
  const place = path === '/' ? startPage(me.roles) : path;
  for (const { shape, page: Shown } of routes) {
    const match = shape.exec(place);
    if (match) return <Shown key={place} id={match[1] ?? ''} />;
  }
  return <MissingPage />;
};

/** Moves the reader to the new page's heading, and names the page in the browser's title. */
const useArrival = (): void => {
  const { path } = useRouter();
  const { i18n } = useTranslation();
  // A new address or language is what counts.
  useEffect(() => {
    const watcher = new MutationObserver(name);
    function name(): void {
      const heading = document.querySelector('h1')?.textContent;
      const title = heading ? `${heading} – Työväylä` : 'Työväylä';
      if (document.title !== title) document.title = title;
    }
    name();
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
    return () => watcher.disconnect();
  }, [path, i18n.language]);
};

const Shell = (): ReactNode => {
  const { path } = useRouter();
  useArrival();
  useAnchor();
  return (
    <Page>
      <FaultBoundary key={path}>
        <CurrentPage />
      </FaultBoundary>
    </Page>
  );
};

/** The whole portal. */
export const App = (): ReactNode => (
  <ComponentTexts>
    <SessionProvider>
      <TeamsProvider>
        <RouterProvider>
          <Shell />
        </RouterProvider>
      </TeamsProvider>
    </SessionProvider>
  </ComponentTexts>
);
