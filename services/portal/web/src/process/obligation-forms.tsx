import { Button } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applicationKinds, jobOfferOutcomes, unsuitableGrounds } from '../../../src/api/process-codes.ts';
import type { JobOfferFollowUpView, ObligationPeriodView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { CodeField, DayField, filled, LineField } from './form-fields.tsx';
import type { Notice } from './process-context.tsx';
import { ProcessForm } from './process-form.tsx';

type ApplicationForm = {
  readonly key: string;
  readonly kind: string;
  readonly appliedDate: string;
  readonly note: string;
};

type RowProps = {
  readonly at: number;
  readonly row: ApplicationForm;
  onChange(part: Partial<ApplicationForm>): void;
  readonly onRemove?: () => void;
};

const ApplicationRow = ({ at, row, onChange, onRemove }: RowProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <fieldset className="rule-list process__task">
      <legend>{t('process.obligation.applicationNumber', { number: at + 1 })}</legend>
      <div className="fields fields--narrow">
        <CodeField
          field={`applications.${at}.kind`}
          label={t('process.obligation.applicationKind')}
          codes={applicationKinds}
          names="applicationKinds"
          value={row.kind}
          onChange={(kind) => onChange({ kind })}
        />
        <DayField
          field={`applications.${at}.appliedDate`}
          label={t('process.obligation.appliedOn')}
          value={row.appliedDate}
          onChange={(appliedDate) => onChange({ appliedDate })}
        />
        <LineField
          field={`applications.${at}.note`}
          label={t('process.obligation.applicationNote')}
          help={t('process.noteHelp')}
          maxLength={200}
          value={row.note}
          onChange={(note) => onChange({ note })}
        />
      </div>
      {onRemove ? (
        <Button type="button" size="xsmall" variant="tertiary" onClick={onRemove}>
          {t('process.obligation.removeApplication', { number: at + 1 })}
        </Button>
      ) : undefined}
    </fieldset>
  );
};

/** Records what the client reports for the open period; several at once, as people bring them. */
export const ReportApplications = ({ period }: { readonly period: ObligationPeriodView }): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const empty = (): ApplicationForm => ({
    key: crypto.randomUUID(),
    kind: 'VACANCY',
    appliedDate: today,
    note: '',
  });
  const [rows, setRows] = useState<readonly ApplicationForm[]>(() => [empty()]);
  const change = (key: string, part: Partial<ApplicationForm>): void =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <ProcessForm
      name="applications"
      title={t('process.obligation.report')}
      submitText={t('process.obligation.saveReport')}
      path="applications"
      body={{ periodId: period.periodId, applications: rows.map(({ key: _, ...row }) => filled(row)) }}
      done={() => {
        setRows([empty()]);
        return t('process.obligation.reported', { count: rows.length });
      }}
    >
      {rows.map((row, at) => (
        <ApplicationRow
          key={row.key}
          at={at}
          row={row}
          onChange={(part) => change(row.key, part)}
          {...(rows.length > 1 ? { onRemove: () => setRows(rows.filter(({ key }) => key !== row.key)) } : {})}
        />
      ))}
      <div>
        <Button type="button" size="small" variant="secondary" onClick={() => setRows([...rows, empty()])}>
          {t('process.obligation.addApplication')}
        </Button>
      </div>
    </ProcessForm>
  );
};

/** Records what became of a job offer; the rule of the offer's day says whether it bound the client. */
export const FollowUpOffer = (): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const [form, setForm] = useState({ offerId: '', offeredDate: '', applyByDate: '', outcome: '', ground: '' });
  const { ground, ...offer } = form;
  const unsuitable = form.outcome === 'NOT_SUITABLE';
  const told = (answer: unknown): Notice => {
    const { binding, neglectSuspected, ruleValidFromDate = '' } = answer as JobOfferFollowUpView;
    const date = day(ruleValidFromDate);
    const text = t(binding ? 'process.obligation.offerBound' : 'process.obligation.offerVoluntary', { date });
    const more = neglectSuspected ? ` ${t('process.obligation.neglectSuspected')}` : '';
    return { text: text + more, variant: neglectSuspected ? 'info' : 'success' };
  };
  return (
    <ProcessForm
      name="job-offer"
      title={t('process.obligation.followUp')}
      submitText={t('process.save')}
      path="job-offers"
      body={filled(unsuitable ? form : offer)}
      reasonFields={{ JOB_OFFER_STILL_OPEN: 'applyByDate', JOB_OFFER_ALREADY_FOLLOWED_UP: 'offerId' }}
      done={told}
    >
      <div className="fields">
        <LineField
          field="offerId"
          label={t('process.obligation.offerId')}
          help={t('process.obligation.offerIdHelp')}
          maxLength={36}
          value={form.offerId}
          onChange={(offerId) => setForm({ ...form, offerId })}
        />
        <DayField
          field="offeredDate"
          label={t('process.obligation.offeredOn')}
          value={form.offeredDate}
          onChange={(offeredDate) => setForm({ ...form, offeredDate })}
        />
        <DayField
          field="applyByDate"
          label={t('process.obligation.applyBy')}
          value={form.applyByDate}
          onChange={(applyByDate) => setForm({ ...form, applyByDate })}
        />
        <CodeField
          field="outcome"
          label={t('process.obligation.outcome')}
          codes={jobOfferOutcomes}
          names="jobOfferOutcomes"
          value={form.outcome}
          onChange={(outcome) => setForm({ ...form, outcome })}
        />
        {unsuitable ? (
          <CodeField
            field="ground"
            label={t('process.obligation.unsuitable')}
            codes={unsuitableGrounds}
            names="unsuitableGrounds"
            value={ground}
            onChange={(chosen) => setForm({ ...form, ground: chosen })}
          />
        ) : undefined}
      </div>
    </ProcessForm>
  );
};
