import { Alert, Heading } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MissingPage } from '../common/missing-page.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { Waiting } from '../common/waiting.tsx';
import type { ClientView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { Link } from '../lib/router.tsx';
import { useResource } from '../lib/use-resource.ts';
import { ClientAccesses } from './client-accesses.tsx';
import { ClientActions } from './client-actions.tsx';
import { ContactFacts, IdentityFacts } from './client-facts.tsx';
import { ClientTimeline } from './client-timeline.tsx';
import { JobSearchCard } from './job-search-card.tsx';

const ProtectionNotice = ({ client }: { readonly client: ClientView }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const order = client.protectionOrder;
  if (!order) return undefined;
  const until = order.validToDate ? day(order.validToDate) : t('protection.untilFurther');
  return (
    <section className="card protected" aria-labelledby="protection-title">
      <Heading level="2" size="small" id="protection-title" spacing>
        {t('protection.inForce')}
      </Heading>
      <p>{t('protection.inForceHelp')}</p>
      <dl className="facts">
        <dt>{t('protection.from')}</dt>
        <dd>{day(order.validFromDate)}</dd>
        <dt>{t('protection.to')}</dt>
        <dd>{until}</dd>
        <dt>{t('protection.handler')}</dt>
        <dd>{order.handlerId}</dd>
      </dl>
    </section>
  );
};

type ShownProps = { readonly client: ClientView; reload(): void };

const Shown = ({ client, reload }: ShownProps): ReactNode => {
  const { t } = useTranslation();
  const [notice, setNotice] = useState<{ readonly text: string; readonly variant: 'success' | 'warning' }>();
  const tell = (text: string, variant: 'success' | 'warning'): void => {
    setNotice({ text, variant });
    reload();
  };
  return (
    <>
      <p>
        <Link to="/clients">{t('client.back')}</Link>
      </p>
      <div className="page-head">
        <Heading level="1" size="large">
          {client.familyName}, {client.givenNames}
        </Heading>
      </div>
      <div aria-live="polite" className="notice">
        {notice ? <Alert variant={notice.variant}>{notice.text}</Alert> : undefined}
      </div>
      <ProtectionNotice client={client} />
      <div className="columns">
        <div className="stack">
          <JobSearchCard key={client.version} client={client} />
          <IdentityFacts client={client} />
        </div>
        <div className="stack">
          <ClientActions
            key={`actions ${client.version}`}
            client={client}
            onDone={(text) => tell(text, 'success')}
            onStale={() => tell(t('client.changedMeanwhile'), 'warning')}
          />
          <ContactFacts client={client} />
        </div>
      </div>
      <ClientTimeline client={client} />
      <ClientAccesses clientId={client.clientId} />
    </>
  );
};

/** One client: who they are, their job searches, what may be done, and who has seen them. */
export const ClientPage = ({ id }: { readonly id: string }): ReactNode => {
  const client = useResource<ClientView>(`/api/clients/${encodeURIComponent(id)}`);
  if (client.value) return <Shown client={client.value} reload={client.reload} />;
  if (!client.problem) return <Waiting />;
  // Nobody can tell a client who may not be seen from one who does not exist, nor either from a mistyped address.
  const { status } = client.problem;
  if (status === 404 || status === 403 || status === 400) return <MissingPage />;
  return <ProblemAlert problem={client.problem} onRetry={client.reload} />;
};
