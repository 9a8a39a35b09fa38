import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/expert_order';
import * as schemas from '../api/expert-order-schemas.ts';
import type { Experts } from '../api/process-ports.ts';
import type { GuidanceCalls } from './guidance-calls.ts';
import { does, reads } from './process-call.ts';

export const expertCodes = { kind: 'EXPERT_ORDER_KIND_', provider: 'EXPERT_PROVIDER_' };
const codes = expertCodes;

/** Experts' orders over gRPC, as the API needs them. */
export const expertsGateway = (calls: GuidanceCalls): Experts => ({
  listExpertOrders: reads({
    request: contract.ListExpertOrdersRequest,
    response: contract.ListExpertOrdersResponse,
    call: calls.listExpertOrders,
    answer: schemas.expertOrderList,
    codes,
  }),
  orderExpertAssessment: does({
    request: contract.OrderExpertAssessmentRequest,
    response: contract.OrderExpertAssessmentResponse,
    call: calls.orderExpertAssessment,
    answer: schemas.ordered,
    codes,
  }),
  recordExpertResult: does({
    request: contract.RecordExpertResultRequest,
    response: contract.RecordExpertResultResponse,
    call: calls.recordExpertResult,
    answer: schemas.changedOrder,
    codes,
  }),
});
