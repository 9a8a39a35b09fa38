import { expertProviderFromJSON } from '@tyovayla/proto/tyovayla/guidance/v1/expert_order';
import * as told from '@tyovayla/proto/tyovayla/guidance/v1/expert_order_events';
import type { ExpertOrderFact } from '../../domain/expert-order/expert-order.ts';
import type { FactEncoders } from './outgoing.ts';

/** Facts about expert orders as messages of the contract. Neither what for nor the result is in them. */
export const expertOrderEvents: FactEncoders<ExpertOrderFact> = {
  ExpertAssessmentOrdered: ({ kind, orderId, provider, orderedMinutes, orderedOn }, meta) => ({
    type: `tyovayla.guidance.v1.${kind}`,
    body: told.ExpertAssessmentOrdered.encode({
      meta,
      clientId: meta.aggregateId,
      expertOrderId: orderId,
      provider: expertProviderFromJSON(`EXPERT_PROVIDER_${provider.kind}`),
      neighbourArea: provider.kind === 'NEIGHBOUR' ? provider.area : '',
      orderedMinutes,
      orderedDate: orderedOn,
    }).finish(),
  }),
  ExpertResultRecorded: ({ kind, orderId, deliveredMinutes, doneOn }, meta) => ({
    type: `tyovayla.guidance.v1.${kind}`,
    body: told.ExpertResultRecorded.encode({
      meta,
      clientId: meta.aggregateId,
      expertOrderId: orderId,
      deliveredMinutes,
      doneDate: doneOn,
    }).finish(),
  }),
};
