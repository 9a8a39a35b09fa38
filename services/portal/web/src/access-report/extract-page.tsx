import { Alert, Heading, Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MissingPage } from '../common/missing-page.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { Waiting } from '../common/waiting.tsx';
import type { ExtractView } from '../lib/api-types.ts';
import { formats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { useResource } from '../lib/use-resource.ts';
import { fieldLabel, isPlain, valueText } from './extract-value.ts';
import { ReportHead } from './report-head.tsx';

type Group = ExtractView['groups'][number];
type Field = { readonly name: string; readonly value: unknown };

const fieldsOf = (value: unknown): readonly Field[] =>
  Object.entries(value as Record<string, unknown>).map(([name, one]) => ({ name, value: one }));

const Value = ({ name, value }: Field): ReactNode => {
  const { t, i18n } = useTranslation();
  const words = { t, language: i18n.language, formats: formats(i18n.language) };
  if (isPlain(value))
    return [value]
      .flat()
      .map((one) => valueText(words, name, one))
      .join(', ');
  return [value].flat().map((one, at) => (
    // Parts of a record have no id and never change their order.
    <Fields key={at} fields={fieldsOf(one)} />
  ));
};

const Fields = ({ fields }: { readonly fields: readonly Field[] }): ReactNode => {
  const { t } = useTranslation();
  return (
    <dl className="facts facts--report">
      {fields.map((field) => (
        <div key={field.name} className="facts__pair">
          <dt>{fieldLabel(t, field.name)}</dt>
          <dd>
            <Value {...field} />
          </dd>
        </div>
      ))}
    </dl>
  );
};

const GroupCard = ({ group }: { readonly group: Group }): ReactNode => {
  const { t } = useTranslation();
  const { code, purpose, legalBases, specialCategory, records } = group;
  const id = `group-${code}`;
  return (
    <section className="card report-group" aria-labelledby={id}>
      <Heading level="2" size="small" id={id} spacing>
        {t(`accessReport.groups.${code}`, { defaultValue: code })}{' '}
        {specialCategory ? (
          <Tag size="small" variant="outline" data-color="warning">
            {t('accessReport.specialCategory')}
          </Tag>
        ) : undefined}
      </Heading>
      <dl className="facts report-group__why">
        <dt>{t('accessReport.keptFor')}</dt>
        <dd>{t(`accessReport.keptPurposes.${purpose}`, { defaultValue: purpose })}</dd>
        <dt>{t('accessReport.legalBasis')}</dt>
        <dd>
          {legalBases.map(({ act, section }) => (
            <div key={`${act} ${section}`}>
              {t(`accessReport.acts.${act}`, { defaultValue: act })}
              {section ? `, ${section}` : ''}
            </div>
          ))}
        </dd>
      </dl>
      {records.length === 0 ? (
        <p className="muted">{t(code === 'MULTI_SECTOR' ? 'accessReport.networkScope' : 'accessReport.nothingKept')}</p>
      ) : undefined}
      {records.map(({ kind, fields }, at) => (
        // Records of an extract have no id and never change their order.
        <div key={at} className="report-group__record">
          <h3>{t(`accessReport.kinds.${kind}`, { defaultValue: kind })}</h3>
          <Fields fields={fields} />
        </div>
      ))}
    </section>
  );
};

/** Roles that may take out everything that is kept of a client; the service decides, this only offers. */
export const extractsClients: readonly string[] = ['CASE_SPECIALIST', 'PROTECTED_CLIENT_HANDLER'];

/** Which service's part is not there, so that nobody takes the extract for the whole. */
const Gaps = ({ parts }: Pick<ExtractView, 'parts'>): ReactNode => {
  const { t } = useTranslation();
  return (
    <>
      {parts.clients === 'SHOWN' ? undefined : (
        <Alert variant="warning">{t('accessReport.extractWithoutRegistry')}</Alert>
      )}
      {parts.guidance === 'NOT_SERVED' || parts.guidance === 'UNAVAILABLE' ? (
        <Alert variant="warning">{t(`accessReport.extractGuidance.${parts.guidance}`)}</Alert>
      ) : undefined}
    </>
  );
};

/** For the client who asks: everything that is kept of them, by group with law and purpose, to be printed. */
export const ExtractPage = ({ id }: { readonly id: string }): ReactNode => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const may = roles.some((role) => extractsClients.includes(role));
  const path = may ? `/api/clients/${encodeURIComponent(id)}/extract` : undefined;
  const extract = useResource<ExtractView>(path, { accessReason: 'DATA_SUBJECT_REQUEST' });
  const { status } = extract.problem ?? {};
  if (!may || status === 404 || status === 403 || status === 400) return <MissingPage />;
  return (
    <>
      <ReportHead clientId={id} title={t('accessReport.extractTitle')} lead={t('accessReport.extractLead')} />
      <ProblemAlert problem={extract.problem} onRetry={extract.reload} />
      {extract.value ? <Gaps parts={extract.value.parts} /> : undefined}
      {extract.value?.groups.map((group) => (
        <GroupCard key={group.code} group={group} />
      ))}
      {extract.value || extract.problem ? undefined : <Waiting />}
      <p className="muted">{t('accessReport.extractScope')}</p>
    </>
  );
};
