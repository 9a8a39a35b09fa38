import { Heading } from '@navikt/ds-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { Waiting } from '../common/waiting.tsx';
import type { ClientView } from '../lib/api-types.ts';
import { Link } from '../lib/router.tsx';
import type { Resource } from '../lib/use-resource.ts';
import { StateNeedForm } from '../need/state-need-form.tsx';

type NeedFirstProps = {
  readonly clientId: string;
  /** What the registry says now; `value` is never there, or the page would be. */
  readonly client: Resource<ClientView>;
};

/** The registry hears of a stated need from guidance, mostly within milliseconds: asked again after so long, 3 s at most. */
const waits = [100, 200, 400, 800, 1_500];

/**
 * In place of a client's page, for somebody who does not serve the client: they say why they need the data. Once they
 * have, the page comes up by itself.
 */
export const NeedFirst = ({ clientId, client }: NeedFirstProps): ReactNode => {
  const { t } = useTranslation();
  const { problem, loading, reload } = client;
  // How often the page was asked for since the need was stated; undefined before.
  const [asked, setAsked] = useState<number>();
  const wait = asked === undefined ? undefined : waits[asked];
  useEffect(() => {
    if (wait === undefined || loading) return;
    const timer = setTimeout(() => {
      setAsked((times = 0) => times + 1);
      reload();
    }, wait);
    return () => clearTimeout(timer);
  }, [wait, loading, reload]);
  if (asked !== undefined && (wait !== undefined || loading)) return <Waiting />;
  return (
    <>
      <p>
        <Link to="/clients">{t('client.back')}</Link>
      </p>
      <div className="page-head">
        <Heading level="1" size="large">
          {t('need.page')}
        </Heading>
      </div>
      {asked === undefined ? (
        <StateNeedForm clientId={clientId} onOpened={() => setAsked(0)} />
      ) : (
        <ProblemAlert problem={problem} onRetry={reload} />
      )}
    </>
  );
};
