import { Heading } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endReasons, statusCodes } from '../../../src/api/codes.ts';
import { StaffField } from '../common/code-search.tsx';
import { CodeSelect } from '../common/code-select.tsx';
import { DateField } from '../common/date-field.tsx';
import { inputId } from '../common/form-errors.tsx';
import { FormScope } from '../common/form-scope.ts';
import type { ClientView } from '../lib/api-types.ts';
import { useSignedIn } from '../lib/session.tsx';
import { ActionForm } from './action-form.tsx';
import { runningSearch, runningSpell } from './job-search-facts.ts';

export type ActionProps = {
  readonly client: ClientView;
  /** Told when something was changed, with the text that says so. */
  onDone(text: string): void;
  onStale(): void;
};

const filled = (values: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

const RecordStatus = ({ client, onDone, onStale }: ActionProps): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [form, setForm] = useState({ statusCode: '', fromDate: today });
  const running = runningSpell(runningSearch(client))?.statusCode;
  const name = 'status';
  return (
    <ActionForm
      name={name}
      title={t('client.recordStatus')}
      submitText={t('client.save')}
      path={`/api/clients/${client.clientId}/employment-status`}
      body={{ ...filled(form), expectedVersion: client.version }}
      onDone={() => onDone(t('client.statusRecorded'))}
      onStale={onStale}
    >
      {(errorOf) => (
        <>
          <CodeSelect
            id={inputId(name, 'statusCode')}
            label={t('client.newStatus')}
            codes={statusCodes.filter((code) => code !== running)}
            names="statusCodes"
            withCode
            empty={t('register.choose')}
            value={form.statusCode}
            error={errorOf('statusCode')}
            onChange={(statusCode) => setForm({ ...form, statusCode })}
          />
          <DateField
            id={inputId(name, 'fromDate')}
            label={t('client.fromDate')}
            value={form.fromDate}
            error={errorOf('fromDate')}
            onChange={(fromDate) => setForm({ ...form, fromDate })}
          />
        </>
      )}
    </ActionForm>
  );
};

const EndSearch = ({ client, onDone, onStale }: ActionProps): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [form, setForm] = useState({ reason: '', endedDate: today });
  const name = 'end';
  return (
    <ActionForm
      name={name}
      title={t('client.endSearch')}
      submitText={t('client.end')}
      danger
      path={`/api/clients/${client.clientId}/end-job-search`}
      body={{ ...filled(form), expectedVersion: client.version }}
      onDone={() => onDone(t('client.searchHasEnded'))}
      onStale={onStale}
    >
      {(errorOf) => (
        <>
          <p className="muted">{t('client.endHelp')}</p>
          <CodeSelect
            id={inputId(name, 'reason')}
            label={t('client.endReason')}
            codes={endReasons}
            names="endReasons"
            empty={t('register.choose')}
            value={form.reason}
            error={errorOf('reason')}
            onChange={(reason) => setForm({ ...form, reason })}
          />
          <DateField
            id={inputId(name, 'endedDate')}
            label={t('client.endDate')}
            value={form.endedDate}
            error={errorOf('endedDate')}
            onChange={(endedDate) => setForm({ ...form, endedDate })}
          />
        </>
      )}
    </ActionForm>
  );
};

const RecordProtection = ({ client, onDone, onStale }: ActionProps): ReactNode => {
  const { t } = useTranslation();
  const { today, staffId } = useSignedIn();
  const [form, setForm] = useState({ validFromDate: today, validToDate: '', handlerId: staffId });
  const name = 'protection';
  return (
    <ActionForm
      name={name}
      title={t('protection.record')}
      submitText={t('client.save')}
      path={`/api/clients/${client.clientId}/protection-order`}
      body={filled(form)}
      onDone={() => onDone(t('protection.recorded'))}
      onStale={onStale}
    >
      {(errorOf) => (
        <>
          <DateField
            id={inputId(name, 'validFromDate')}
            label={t('protection.from')}
            value={form.validFromDate}
            error={errorOf('validFromDate')}
            onChange={(validFromDate) => setForm({ ...form, validFromDate })}
          />
          <DateField
            id={inputId(name, 'validToDate')}
            label={t('protection.to')}
            help={t('protection.toHelp')}
            value={form.validToDate}
            error={errorOf('validToDate')}
            onChange={(validToDate) => setForm({ ...form, validToDate })}
          />
          <FormScope value={{ name, errorOf }}>
            <StaffField
              field="handlerId"
              label={t('protection.handler')}
              help={t('protection.handlerHelp')}
              value={form.handlerId}
              onChange={(handlerId) => setForm({ ...form, handlerId })}
            />
          </FormScope>
        </>
      )}
    </ActionForm>
  );
};

const LiftProtection = ({ client, onDone, onStale }: ActionProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <ActionForm
      name="lift"
      title={t('protection.lift')}
      submitText={t('protection.lift')}
      danger
      path={`/api/clients/${client.clientId}/protection-order/lift`}
      body={{}}
      onDone={() => onDone(t('protection.lifted'))}
      onStale={onStale}
    >
      {() => <p className="muted">{t('protection.liftHelp')}</p>}
    </ActionForm>
  );
};

const changing = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'];

/** What the reader may do for the client. The service decides; this only offers what it would not refuse anyway. */
export const ClientActions = (props: ActionProps): ReactNode => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const running = runningSearch(props.client) !== undefined;
  const handler = roles.includes('PROTECTED_CLIENT_HANDLER');
  const changes = roles.some((role) => changing.includes(role));
  if (!changes || (!running && !handler)) return undefined;
  return (
    <section className="card" aria-labelledby="actions-title">
      <Heading level="2" size="small" id="actions-title" spacing>
        {t('client.actions')}
      </Heading>
      <div className="stack">
        {running ? <RecordStatus {...props} /> : undefined}
        {running ? <EndSearch {...props} /> : undefined}
        {handler && !props.client.protectionOrder ? <RecordProtection {...props} /> : undefined}
        {handler && props.client.protectionOrder ? <LiftProtection {...props} /> : undefined}
      </div>
    </section>
  );
};
