import { Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffName } from '../common/staff-name.tsx';
import { useFormats } from '../lib/format.ts';
import { type ExpertOrderView, OrderExpert, RecordResult } from './expert-forms.tsx';
import { areaName } from './neighbour-area.ts';
import { useScene } from './process-context.tsx';
import { ProcessSection } from './process-section.tsx';
import { timeOf } from './worked-time.ts';

type OfOrder = { readonly order: ExpertOrderView };

/** "1 h 30 min", in the language shown. */
const useTimeText = (): ((minutes: number) => string) => {
  const { t } = useTranslation();
  return (all) => {
    const { hours, minutes } = timeOf(all);
    if (hours === 0) return t('process.experts.minutesText', { minutes });
    return t(minutes === 0 ? 'process.experts.hoursText' : 'process.experts.timeText', { hours, minutes });
  };
};

const OrderFacts = ({ order }: OfOrder): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const timeText = useTimeText();
  const { provider, neighbourArea, orderedMinutes, orderedDate, orderedBy, result } = order;
  const area = neighbourArea ? `: ${areaName(neighbourArea)}` : '';
  return (
    <dl className="facts">
      <dt>{t('process.experts.provider')}</dt>
      <dd>
        {t(`process.codes.expertProviders.${provider}`, { defaultValue: provider })}
        {area}
      </dd>
      <dt>{t('process.experts.orderedOn')}</dt>
      <dd>
        {day(orderedDate)}, {timeText(orderedMinutes)}, <StaffName id={orderedBy} />
      </dd>
      {result ? (
        <>
          <dt>{t('process.experts.done')}</dt>
          <dd>
            {day(result.doneDate)}, {timeText(result.deliveredMinutes)}
          </dd>
          <dt>{t('process.experts.result')}</dt>
          {/* The words go when the client becomes anonymous; that there was a result stays. */}
          <dd className="said">{result.resultText || '–'}</dd>
        </>
      ) : undefined}
    </dl>
  );
};

const OrderItem = ({ order }: OfOrder): ReactNode => {
  const { t } = useTranslation();
  const state = order.result ? 'DONE' : 'ORDERED';
  return (
    <li className="process__item">
      <h3 className="process__title">
        {t(`process.codes.expertOrderKinds.${order.kind}`, { defaultValue: order.kind })}{' '}
        <Tag size="small" variant="outline" data-color={order.result ? 'success' : 'info'}>
          {t(`process.codes.expertOrderStates.${state}`)}
        </Tag>
      </h3>
      <OrderFacts order={order} />
      {order.result ? undefined : (
        <div className="process__actions">
          <RecordResult order={order} />
        </div>
      )}
    </li>
  );
};

/** Experts' hours ordered for the client, with what came of them; those without a result first. */
export const ExpertsSection = (): ReactNode => {
  const { t } = useTranslation();
  const { process } = useScene();
  return (
    <ProcessSection
      id="experts"
      title={t('process.experts.title')}
      lead={t('process.experts.lead')}
      part={process.experts}
    >
      {({ orders }) => (
        <>
          {orders.length === 0 ? <p className="empty">{t('process.experts.none')}</p> : undefined}
          <ul className="process__list">
            {[...orders.filter(({ result }) => !result), ...orders.filter(({ result }) => result)].map((order) => (
              <OrderItem key={`${order.expertOrderId} ${order.version}`} order={order} />
            ))}
          </ul>
          <div className="process__actions">
            <OrderExpert />
          </div>
        </>
      )}
    </ProcessSection>
  );
};
