import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/expert_order';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { shown } from '../../application/case-query.ts';
import { readOrderExpertAssessment } from '../../application/commands/order-expert-assessment.ts';
import { readRecordExpertResult } from '../../application/commands/record-expert-result.ts';
import type { MultiSectorCatalogue } from '../../application/multi-sector-catalogue.ts';
import type { ExpertOrder } from '../../domain/expert-order/expert-order.ts';
import { askedOf, clientIdOf, expectedVersionOf } from './case-request.ts';

const orderTo = (order: ExpertOrder): contract.ExpertOrder => ({
  expertOrderId: order.orderId,
  clientId: order.clientId,
  version: order.version,
  kind: contract.expertOrderKindFromJSON(`EXPERT_ORDER_KIND_${order.kind}`),
  provider: contract.expertProviderFromJSON(`EXPERT_PROVIDER_${order.provider.kind}`),
  neighbourArea: order.provider.kind === 'NEIGHBOUR' ? order.provider.area : '',
  orderedMinutes: order.orderedMinutes,
  orderedDate: order.orderedOn,
  orderedBy: order.orderedBy,
  result:
    order.state === 'DONE'
      ? {
          doneDate: order.result.doneOn,
          deliveredMinutes: order.result.deliveredMinutes,
          resultText: order.result.text,
        }
      : undefined,
});

/** The contract's methods for orders of experts' hours. */
export const expertOrderMethods = ({ commands, queries }: MultiSectorCatalogue) => ({
  orderExpertAssessment: commandMethod({
    command: commands.orderExpertAssessment,
    request: contract.OrderExpertAssessmentRequest,
    response: contract.OrderExpertAssessmentResponse,
    input: (request) =>
      readOrderExpertAssessment({
        ...clientIdOf(request),
        kind: contract.expertOrderKindToJSON(request.kind).replace('EXPERT_ORDER_KIND_', ''),
        provider: contract.expertProviderToJSON(request.provider).replace('EXPERT_PROVIDER_', ''),
        neighbourArea: request.neighbourArea,
        orderedMinutes: request.orderedMinutes,
      }),
    answer: ({ orderId }) => ({ expertOrderId: orderId }),
  }),
  recordExpertResult: commandMethod({
    command: commands.recordExpertResult,
    request: contract.RecordExpertResultRequest,
    response: contract.RecordExpertResultResponse,
    input: (request) =>
      readRecordExpertResult(
        { ...clientIdOf(request), ...expectedVersionOf(request), orderId: request.expertOrderId.toLowerCase() },
        request,
      ),
    answer: (answer) => answer,
  }),
  listExpertOrders: queryMethod({
    query: queries.listExpertOrders,
    request: contract.ListExpertOrdersRequest,
    response: contract.ListExpertOrdersResponse,
    input: askedOf,
    view: (view) => ({ orders: shown(view).map(orderTo) }),
  }),
});
