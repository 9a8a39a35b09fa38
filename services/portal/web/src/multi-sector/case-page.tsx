import { Heading } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccessReasonForm } from '../client/access-reason.tsx';
import { MissingPage } from '../common/missing-page.tsx';
import { PartScope } from '../common/part-form.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { Waiting } from '../common/waiting.tsx';
import type { MultiSectorCaseView } from '../lib/api-types.ts';
import { Link } from '../lib/router.tsx';
import { useSignedIn } from '../lib/session.tsx';
import { type Resource, useResource } from '../lib/use-resource.ts';
import { CaseFacts } from './case-facts.tsx';
import { useTitleName } from './case-link.tsx';
import { CaseMeetings } from './case-meetings.tsx';
import { CaseNetwork } from './case-network.tsx';
import { CasePlans } from './case-plans.tsx';
import { RegistryAway } from './named-client.tsx';
import { NoCase } from './no-case.tsx';
import { seesCases, servesCases } from './who-sees.ts';

type Answer = { readonly multiSectorCase: MultiSectorCaseView };

const Shown = ({ one, reload }: { readonly one: MultiSectorCaseView; reload(): void }): ReactNode => (
  <PartScope reload={reload}>
    <div className="columns">
      <CaseFacts one={one} />
      <CaseMeetings one={one} />
    </div>
    <CasePlans one={one} />
    {one.seenAs === 'EMPLOYMENT_AUTHORITY' ? <CaseNetwork one={one} /> : undefined}
  </PartScope>
);

const Content = ({ clientId, found }: { readonly clientId: string; readonly found: Resource<Answer> }): ReactNode => {
  const { roles } = useSignedIn();
  if (found.value) return <Shown one={found.value.multiSectorCase} reload={found.reload} />;
  if (!found.problem) return <Waiting />;
  // Nobody can tell a client without a case from one whose case is others'; who serves the client may refer them.
  if (found.problem.status === 404 && servesCases(roles))
    return <NoCase clientId={clientId} onChanged={found.reload} />;
  return <ProblemAlert problem={found.problem} onRetry={found.reload} />;
};

/** One client's multi-sector case, exactly as the service shows it to the reader's party. */
export const CasePage = ({ id }: { readonly id: string }): ReactNode => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const may = seesCases(roles);
  const path = may ? `/api/clients/${encodeURIComponent(id)}/multi-sector` : undefined;
  const [accessReason, setAccessReason] = useState('');
  const found = useResource<Answer>(path, { accessReason });
  const shown = found.value?.multiSectorCase;
  const name = useTitleName({ clientId: id, shown, missing: found.problem !== undefined });
  if (found.problem?.reason === 'ACCESS_REASON_REQUIRED') return <AccessReasonForm onGiven={setAccessReason} />;
  const status = found.problem?.status;
  if (!may || status === 400 || status === 403 || (status === 404 && !servesCases(roles))) return <MissingPage />;
  return (
    <>
      <p className="row">
        <Link to="/multi-sector">{t('multiSector.back')}</Link>
        {servesCases(roles) ? <Link to={`/clients/${id}`}>{t('multiSector.toClient')}</Link> : undefined}
      </p>
      <div className="page-head">
        <div>
          <Heading level="1" size="large">
            {t('multiSector.caseTitle', { name })}
          </Heading>
        </div>
      </div>
      {shown?.registryAway ? <RegistryAway /> : undefined}
      <Content clientId={id} found={found} />
    </>
  );
};
