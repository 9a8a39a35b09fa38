import { Alert, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MissingPage } from '../common/missing-page.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { ScrollTable } from '../common/scroll-table.tsx';
import { Waiting } from '../common/waiting.tsx';
import type { AccessReportView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { useResource } from '../lib/use-resource.ts';
import { ReportHead } from './report-head.tsx';
import { type ToldAccess, toldAccesses } from './told-accesses.ts';

const Row = ({ access }: { readonly access: ToldAccess }): ReactNode => {
  const { t } = useTranslation();
  const { minute } = useFormats();
  const { actorRole, dataGroups, purpose, accessReason, result } = access;
  const nobody = actorRole === 'PROGRAM' || actorRole === 'NONE' || actorRole === '';
  const who = nobody
    ? t(actorRole === 'NONE' ? 'accessReport.withoutRole' : 'accessReport.program')
    : t(`roles.${actorRole}`, { defaultValue: actorRole });
  return (
    <tr>
      <td>{minute(access.accessTime)}</td>
      <td>{who}</td>
      <td>{dataGroups.map((code) => t(`accessReport.dataGroups.${code}`, { defaultValue: code })).join('; ')}</td>
      <td>{t(`accessReport.purposes.${purpose}`, { defaultValue: purpose })}</td>
      <td>{accessReason ? t(`accessReport.reasons.${accessReason}`, { defaultValue: accessReason }) : '–'}</td>
      <td>{t(`accessReport.results.${result}`, { defaultValue: result })}</td>
    </tr>
  );
};

const heads = ['when', 'who', 'data', 'purpose', 'reason', 'result'] as const;

const Entries = ({ accesses }: Pick<AccessReportView, 'accesses'>): ReactNode => {
  const { t } = useTranslation();
  if (accesses.length === 0) return <p className="muted">{t('accessReport.none')}</p>;
  const head = heads.map((name) => (
    <th key={name} scope="col">
      {t(`accessReport.${name}`)}
    </th>
  ));
  return (
    <ScrollTable caption={t('accessReport.title')} head={head}>
      <tbody>
        {toldAccesses(accesses).map((access, at) => (
          // Entries have no id and never change their order.
          <Row key={at} access={access} />
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** What the report does not hold, so that nobody takes it for the whole. */
const Gaps = ({ parts, leftOffBefore }: AccessReportView): ReactNode => {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const missing = parts.guidance === 'NOT_SERVED' || parts.guidance === 'UNAVAILABLE';
  return (
    <>
      {missing ? <Alert variant="warning">{t(`accessReport.guidance.${parts.guidance}`)}</Alert> : undefined}
      {leftOffBefore ? (
        <Alert variant="info">{t('accessReport.leftOff', { time: instant(leftOffBefore) })}</Alert>
      ) : undefined}
    </>
  );
};

/** For the client who asks: who has looked at or changed their data, in plain words, to be printed. */
export const AccessReportPage = ({ id }: { readonly id: string }): ReactNode => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  // The report is the client's own question; an auditor has another one.
  const accessReason = roles.includes('AUDITOR') ? undefined : 'DATA_SUBJECT_REQUEST';
  const report = useResource<AccessReportView>(`/api/clients/${encodeURIComponent(id)}/access-report`, {
    accessReason,
  });
  const { status } = report.problem ?? {};
  if (status === 404 || status === 403 || status === 400) return <MissingPage />;
  return (
    <>
      <ReportHead clientId={id} title={t('accessReport.title')} lead={t('accessReport.lead')} />
      <div className="card stack">
        <Heading level="2" size="small">
          {t('accessReport.entries', { count: report.value?.accesses.length ?? 0 })}
        </Heading>
        <ProblemAlert problem={report.problem} onRetry={report.reload} />
        {report.value ? (
          <>
            <Gaps {...report.value} />
            <Entries accesses={report.value.accesses} />
          </>
        ) : report.problem ? undefined : (
          <Waiting />
        )}
      </div>
      <p className="muted">{t('accessReport.rights')}</p>
    </>
  );
};
