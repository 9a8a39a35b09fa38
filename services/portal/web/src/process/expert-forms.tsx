import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { expertOrderKinds, expertProviders } from '../../../src/api/expert-order-codes.ts';
import type { ExpertOrderListView } from '../lib/api-types.ts';
import { useSignedIn } from '../lib/session.tsx';
import { ChoiceField, CodeField, DayField, LineField, NoteField } from './form-fields.tsx';
import { areaCode } from './neighbour-area.ts';
import { ProcessForm } from './process-form.tsx';
import { minutesOf, quarters, type TimeForm, timeOf } from './worked-time.ts';

export type ExpertOrderView = ExpertOrderListView['orders'][number];

type TimeFieldsProps = { readonly field: string; readonly value: TimeForm; onChange(value: TimeForm): void };

/** Hours and quarters of an hour, as they are ordered. */
const OrderedTime = ({ field, value, onChange }: TimeFieldsProps): ReactNode => {
  const { t } = useTranslation();
  const parts = quarters.map((part) => ({
    value: part,
    text: t('process.experts.minutesOption', { count: Number(part) }),
  }));
  return (
    <div className="row row--fields">
      <LineField
        field={field}
        label={t('process.experts.hours')}
        digits
        width={4}
        maxLength={3}
        value={value.hours}
        onChange={(hours) => onChange({ ...value, hours })}
      />
      <ChoiceField
        field={`${field}.quarter`}
        label={t('process.experts.minutes')}
        options={parts.slice(1)}
        empty={parts[0]?.text ?? ''}
        value={value.minutes}
        onChange={(minutes) => onChange({ ...value, minutes })}
      />
    </div>
  );
};

/** Orders an expert's hours for the client. */
export const OrderExpert = (): ReactNode => {
  const { t } = useTranslation();
  const [form, setForm] = useState({ kind: '', provider: '', neighbourArea: '' });
  const [time, setTime] = useState<TimeForm>({ hours: '', minutes: '' });
  const { neighbourArea, ...own } = form;
  const fromNeighbour = form.provider === 'NEIGHBOUR';
  const body = {
    ...own,
    ...(fromNeighbour ? { neighbourArea: areaCode(neighbourArea) } : {}),
    orderedMinutes: minutesOf(time),
  };
  return (
    <ProcessForm
      name="order-expert"
      title={t('process.experts.order')}
      submitText={t('process.experts.order')}
      path="expert-orders"
      body={body}
      done={t('process.experts.ordered')}
    >
      <div className="fields">
        <CodeField
          field="kind"
          label={t('process.experts.kind')}
          codes={expertOrderKinds}
          names="expertOrderKinds"
          value={form.kind}
          onChange={(kind) => setForm({ ...form, kind })}
        />
        <CodeField
          field="provider"
          label={t('process.experts.provider')}
          codes={expertProviders}
          names="expertProviders"
          value={form.provider}
          onChange={(provider) => setForm({ ...form, provider })}
        />
        {fromNeighbour ? (
          <LineField
            field="neighbourArea"
            label={t('process.experts.neighbour')}
            help={t('process.experts.neighbourHelp')}
            maxLength={40}
            value={neighbourArea}
            onChange={(area) => setForm({ ...form, neighbourArea: area })}
          />
        ) : undefined}
      </div>
      <OrderedTime field="orderedMinutes" value={time} onChange={setTime} />
    </ProcessForm>
  );
};

/** Records what came of an order, once. More hours are another order. */
export const RecordResult = ({ order }: { readonly order: ExpertOrderView }): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const all = timeOf(order.orderedMinutes);
  const [time, setTime] = useState<TimeForm>({ hours: String(all.hours), minutes: String(all.minutes) });
  const [form, setForm] = useState({ doneDate: today, resultText: '' });
  const { expertOrderId, version } = order;
  return (
    <ProcessForm
      name={`result-${expertOrderId}`}
      title={t('process.experts.recordResult')}
      submitText={t('process.save')}
      path={`expert-orders/${expertOrderId}/result`}
      body={{ ...form, deliveredMinutes: minutesOf(time), expectedVersion: version }}
      reasonFields={{
        EXPERT_MINUTES_EXCEEDED: 'deliveredMinutes',
        MULTI_SECTOR_DATE_IN_FUTURE: 'doneDate',
        MULTI_SECTOR_DATE_TOO_EARLY: 'doneDate',
      }}
      done={t('process.experts.recorded')}
    >
      <p className="muted">{t('process.experts.resultHelp')}</p>
      <DayField
        field="doneDate"
        label={t('process.experts.doneOn')}
        value={form.doneDate}
        onChange={(doneDate) => setForm({ ...form, doneDate })}
      />
      <div className="row row--fields">
        <LineField
          field="deliveredMinutes"
          label={t('process.experts.hours')}
          digits
          width={4}
          maxLength={3}
          value={time.hours}
          onChange={(hours) => setTime({ ...time, hours })}
        />
        <LineField
          field="deliveredMinutes.rest"
          label={t('process.experts.minutes')}
          digits
          width={4}
          maxLength={2}
          value={time.minutes}
          onChange={(minutes) => setTime({ ...time, minutes })}
        />
      </div>
      <NoteField
        field="resultText"
        label={t('process.experts.result')}
        help={t('process.experts.resultTextHelp')}
        maxLength={2000}
        value={form.resultText}
        onChange={(resultText) => setForm({ ...form, resultText })}
      />
    </ProcessForm>
  );
};
