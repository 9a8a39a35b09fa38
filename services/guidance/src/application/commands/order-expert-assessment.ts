import { allOf, badField, type Checked, checkCode } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { type ExpertOrder, type ExpertProvider, expertOrderKinds } from '../../domain/expert-order/expert-order.ts';
import {
  type OrderExpertAssessment,
  orderExpertAssessment,
} from '../../domain/expert-order/order-expert-assessment.ts';
import { type CaseCommand, caseCommand } from '../case-command.ts';
import { ordersExperts } from '../multi-sector-access.ts';
import { decidingOf } from '../multi-sector-command.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

const checkProvider = (provider: string, area: string): Checked<ExpertProvider> => {
  if (provider === 'OWN') {
    return area === ''
      ? accepted({ kind: 'OWN' })
      : badField('neighbour_area', 'NEIGHBOUR_AREA_NOT_ASKED', 'is for the experts of a neighbouring area');
  }
  return area === ''
    ? badField('neighbour_area', 'NEIGHBOUR_AREA_MISSING', 'names no neighbouring area')
    : accepted({ kind: 'NEIGHBOUR', area });
};

const quarterHour = 15;

const checkMinutes = (minutes: number): Checked<number> =>
  minutes % quarterHour === 0
    ? accepted(minutes)
    : badField('ordered_minutes', 'NOT_QUARTER_HOURS', 'is no whole number of quarters of an hour');

/** Understands what was written, or names every bad field. */
export const readOrderExpertAssessment = (written: {
  readonly clientId: string;
  readonly kind: string;
  readonly provider: string;
  readonly neighbourArea: string;
  readonly orderedMinutes: number;
}): Result<OrderExpertAssessment, Refusal> => {
  const fields = allOf({
    kind: checkCode('kind', written.kind, expertOrderKinds),
    provider: checkProvider(written.provider, written.neighbourArea),
    orderedMinutes: checkMinutes(written.orderedMinutes),
  });
  return understood(fields.ok ? accepted({ clientId: written.clientId, ...fields.value }) : fields);
};

/** Orders an expert's hours for a client. */
export const orderExpertAssessmentCommand = (
  ports: MultiSectorPorts,
): CaseCommand<OrderExpertAssessment, undefined, ExpertOrder, { readonly orderId: string }> =>
  caseCommand(ports, {
    name: 'OrderExpertAssessment',
    access: ordersExperts,
    decide: (_state, input, context) => {
      const { order, fact } = orderExpertAssessment(input, decidingOf(context));
      return accepted({ next: order, facts: [fact], answer: { orderId: order.orderId } });
    },
    save: (order) => ports.expertOrders.insert(order),
  });
