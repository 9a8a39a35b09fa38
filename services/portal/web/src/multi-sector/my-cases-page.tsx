import { Heading, Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientLink } from '../common/client-link.tsx';
import { MissingPage } from '../common/missing-page.tsx';
import { Paging } from '../common/paging.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { ScrollTable } from '../common/scroll-table.tsx';
import { Waiting } from '../common/waiting.tsx';
import type { MyCasesView, PromptListView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { Link } from '../lib/router.tsx';
import { useSignedIn } from '../lib/session.tsx';
import { useClientNames } from '../lib/use-client-names.ts';
import { usePages } from '../lib/use-pages.ts';
import { useResource } from '../lib/use-resource.ts';
import { CaseLink } from './case-link.tsx';
import { RegistryAway } from './named-client.tsx';
import { seesCases, servesCases } from './who-sees.ts';

type Case = MyCasesView['cases'][number];

const Day = ({ date }: { readonly date: string | undefined }): ReactNode => {
  const { day } = useFormats();
  return date ? day(date) : '–';
};

const columns = ['client', 'state', 'signature', 'assessmentDue', 'reviewDue', 'nextMeeting'] as const;

/** Of a client under protection a list tells no more; the case asks for a reason. */
const ReasonAskedRow = ({ one }: { readonly one: Case }): ReactNode => {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">
        <CaseLink one={one} />
      </th>
      <td colSpan={columns.length - 1}>{t('multiSector.reasonAsked')}</td>
    </tr>
  );
};

const CaseRow = ({ one }: { readonly one: Case }): ReactNode => {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">
        <CaseLink one={one} />
      </th>
      <td>{t(`multiSector.codes.states.${one.state}`, { defaultValue: one.state })}</td>
      <td>
        {one.signatureAwaited ? (
          <Tag size="small" variant="outline" data-color="warning">
            {t('multiSector.signatureAwaited')}
          </Tag>
        ) : (
          '–'
        )}
      </td>
      <td>
        <Day date={one.assessmentDueDate} />
      </td>
      <td>
        <Day date={one.reviewDueDate} />
      </td>
      <td>
        <Day date={one.nextMeetingDate} />
      </td>
    </tr>
  );
};

const MyCases = (): ReactNode => {
  const { t } = useTranslation();
  const pages = usePages();
  const list = useResource<MyCasesView>('/api/multi-sector/cases', { pageToken: pages.token });
  const cases = list.value?.cases ?? [];
  const head = columns.map((name) => (
    <th key={name} scope="col">
      {t(`multiSector.columns.${name}`)}
    </th>
  ));
  return (
    <section className="card stack" aria-labelledby="my-cases-title">
      <Heading level="2" size="small" id="my-cases-title">
        {t('multiSector.myCases')}
      </Heading>
      <ProblemAlert problem={list.problem} onRetry={list.reload} />
      {list.value || list.problem ? undefined : <Waiting />}
      {list.value?.registryAway ? <RegistryAway /> : undefined}
      {list.value && cases.length === 0 ? <p className="muted">{t('multiSector.noCases')}</p> : undefined}
      {cases.length > 0 ? (
        <ScrollTable caption={t('multiSector.myCases')} head={head}>
          <tbody>
            {cases.map((one) =>
              one.reasonAsked ? (
                <ReasonAskedRow key={one.multiSectorCaseId} one={one} />
              ) : (
                <CaseRow key={one.multiSectorCaseId} one={one} />
              ),
            )}
          </tbody>
        </ScrollTable>
      ) : undefined}
      <Paging pages={pages} nextToken={list.value?.nextPageToken} label={t('multiSector.myCasesPages')} />
    </section>
  );
};

const Prompts = (): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const pages = usePages();
  const list = useResource<PromptListView>('/api/multi-sector/prompts', { pageToken: pages.token });
  const prompts = list.value?.prompts ?? [];
  const names = useClientNames(prompts.map(({ clientId }) => clientId));
  const head = (['client', 'why', 'unemployedSince', 'consider'] as const).map((name) => (
    <th key={name} scope="col">
      {t(`multiSector.columns.${name}`)}
    </th>
  ));
  return (
    <section className="card stack" aria-labelledby="prompts-title">
      <Heading level="2" size="small" id="prompts-title">
        {t('multiSector.prompts')}
      </Heading>
      <p className="muted">{t('multiSector.promptsHelp')}</p>
      <ProblemAlert problem={list.problem} onRetry={list.reload} />
      {list.value || list.problem ? undefined : <Waiting />}
      {list.value && prompts.length === 0 ? <p className="muted">{t('multiSector.noPrompts')}</p> : undefined}
      {prompts.length > 0 ? (
        <ScrollTable caption={t('multiSector.prompts')} head={head}>
          <tbody>
            {prompts.map(({ clientId, reasons, unemployedSinceDate }) => (
              <tr key={clientId}>
                <th scope="row">
                  <ClientLink clientId={clientId} names={names} />
                </th>
                <td>
                  {reasons
                    .map((code) => t(`multiSector.codes.promptReasons.${code}`, { defaultValue: code }))
                    .join('; ')}
                </td>
                <td>{unemployedSinceDate ? day(unemployedSinceDate) : '–'}</td>
                <td>
                  <Link to={`/multi-sector/${clientId}`}>{t('multiSector.open')}</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      ) : undefined}
      <Paging pages={pages} nextToken={list.value?.nextPageToken} label={t('multiSector.promptsPages')} />
    </section>
  );
};

/** Monialainen tuki: the reader's cases; to the authority also whom one might consider. */
export const MyCasesPage = (): ReactNode => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  if (!seesCases(roles)) return <MissingPage />;
  return (
    <>
      <div className="page-head">
        <div>
          <Heading level="1" size="large">
            {t('multiSector.title')}
          </Heading>
          <p>{t('multiSector.lead')}</p>
        </div>
        <Link to="/multi-sector/group">{t('multiSector.group.title')}</Link>
      </div>
      <MyCases />
      {servesCases(roles) ? <Prompts /> : undefined}
    </>
  );
};
