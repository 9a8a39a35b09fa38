import { ServiceNeedAssessed } from '@tyovayla/proto/tyovayla/guidance/v1/service_need_events';
import type { ServiceNeedFact } from '../../domain/service-need/service-need-facts.ts';
import type { FactEncoders } from './outgoing.ts';

/** Facts about clients' need for service as messages of the contract. */
export const serviceNeedEvents: FactEncoders<ServiceNeedFact> = {
  ServiceNeedAssessed: ({ kind, assessmentId, assessedOn, segment }, meta) => ({
    type: `tyovayla.guidance.v1.${kind}`,
    body: ServiceNeedAssessed.encode({
      meta,
      clientId: meta.aggregateId,
      assessmentId,
      assessedDate: assessedOn,
      segmentCode: segment,
    }).finish(),
  }),
};
