import { Alert, Heading } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MissingPage } from '../common/missing-page.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { StaffName } from '../common/staff-name.tsx';
import { Waiting } from '../common/waiting.tsx';
import type { ClientView, MeetingView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { Link } from '../lib/router.tsx';
import { useSignedIn } from '../lib/session.tsx';
import { useResource } from '../lib/use-resource.ts';
import { StateNeedForm } from '../need/state-need-form.tsx';
import { AssignmentSection } from '../process/assignment-section.tsx';
import { NextStepsCard } from '../process/next-steps-card.tsx';
import { ProcessProvider } from '../process/process-context.tsx';
import { ProcessTabs } from '../process/process-tabs.tsx';
import { useProcess } from '../process/use-process.ts';
import { RecordSections } from '../record/record-sections.tsx';
import { AccessReasonForm } from './access-reason.tsx';
import { ClientAccesses } from './client-accesses.tsx';
import { ClientActions } from './client-actions.tsx';
import { ContactFacts, IdentityFacts } from './client-facts.tsx';
import { ClientTimeline } from './client-timeline.tsx';
import { JobSearchCard } from './job-search-card.tsx';
import { NeedFirst } from './need-first.tsx';

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
        <dd>
          <StaffName id={order.handlerId} />
        </dd>
      </dl>
    </section>
  );
};

type ShownProps = { readonly client: ClientView; readonly accessReason: string; reload(): void };

const serving = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'];

type OverviewProps = ShownProps & {
  readonly top?: ReactNode;
  readonly whose?: ReactNode;
  readonly meetings?: readonly MeetingView[] | undefined;
};

/** Who the client is, what runs, what may be done, and who has seen them. */
const Overview = ({ client, accessReason, reload, ...parts }: OverviewProps): ReactNode => {
  const { t } = useTranslation();
  const [notice, setNotice] = useState<{ readonly text: string; readonly variant: 'success' | 'warning' }>();
  const tell = (text: string, variant: 'success' | 'warning'): void => {
    setNotice({ text, variant });
    reload();
  };
  return (
    <>
      <div aria-live="polite" className="notice">
        {notice ? <Alert variant={notice.variant}>{notice.text}</Alert> : undefined}
      </div>
      {parts.top}
      <div className="columns">
        <div className="stack">
          <JobSearchCard key={client.version} client={client} accessReason={accessReason} meetings={parts.meetings} />
          <IdentityFacts client={client} />
        </div>
        <div className="stack">
          <ClientActions
            key={`actions ${client.version}`}
            client={client}
            onDone={(text) => tell(text, 'success')}
            onStale={() => tell(t('client.changedMeanwhile'), 'warning')}
          />
          {parts.whose}
          <ContactFacts client={client} />
        </div>
      </div>
      <ClientAccesses clientId={client.clientId} accessReason={accessReason} />
    </>
  );
};

/** The page of somebody who serves clients: with the statutory process. */
const WithProcess = ({ client, accessReason, reload }: ShownProps): ReactNode => {
  const process = useProcess(client.clientId, accessReason);
  const both = (): void => {
    reload();
    process.reload();
  };
  const top = process.needFirst ? (
    <StateNeedForm clientId={client.clientId} onOpened={process.reload} />
  ) : (
    <NextStepsCard accessReason={accessReason} />
  );
  return (
    <ProcessProvider process={process} client={client}>
      <ProcessTabs
        overview={
          <Overview
            client={client}
            accessReason={accessReason}
            reload={both}
            top={top}
            whose={<AssignmentSection />}
            meetings={process.meetings.value?.meetings}
          />
        }
        more={[
          {
            id: 'record',
            sections: ['record'],
            content: <RecordSections client={client} accessReason={accessReason} reload={both} />,
            always: true,
          },
        ]}
      />
    </ProcessProvider>
  );
};

const Shown = (props: ShownProps): ReactNode => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const { client } = props;
  const serves = roles.some((role) => serving.includes(role));
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
      <ProtectionNotice client={client} />
      {serves ? (
        <WithProcess {...props} />
      ) : (
        <>
          <Overview {...props} />
          <ClientTimeline client={client} />
        </>
      )}
    </>
  );
};

/** One client: who they are, their job searches and process, what may be done, and who has seen them. */
export const ClientPage = ({ id }: { readonly id: string }): ReactNode => {
  const [accessReason, setAccessReason] = useState('');
  const client = useResource<ClientView>(`/api/clients/${encodeURIComponent(id)}`, { accessReason });
  if (client.value) return <Shown client={client.value} accessReason={accessReason} reload={client.reload} />;
  if (!client.problem) return <Waiting />;
  if (client.problem.reason === 'ACCESS_REASON_REQUIRED') return <AccessReasonForm onGiven={setAccessReason} />;
  if (client.problem.reason === 'NEED_NOT_STATED') return <NeedFirst key={id} clientId={id} client={client} />;
  // Nobody can tell a client who may not be seen from one who does not exist, nor either from a mistyped address.
  const { status } = client.problem;
  if (status === 404 || status === 403 || status === 400) return <MissingPage />;
  return <ProblemAlert problem={client.problem} onRetry={client.reload} />;
};
