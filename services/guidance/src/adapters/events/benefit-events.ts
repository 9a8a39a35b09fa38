import { addDays } from '@tyovayla/kernel/local-date';
import { BenefitRecorded } from '@tyovayla/proto/tyovayla/guidance/v1/benefit_events';
import type { BenefitFact } from '../../domain/benefit/benefit.ts';
import type { FactEncoders } from './outgoing.ts';

/** Facts about clients' benefits as messages of the contract: days, and not which benefit. */
export const benefitEvents: FactEncoders<BenefitFact> = {
  BenefitRecorded: ({ kind, recordId, from, until }, meta) => ({
    type: `tyovayla.guidance.v1.${kind}`,
    body: BenefitRecorded.encode({
      meta,
      clientId: meta.aggregateId,
      benefitRecordId: recordId,
      fromDate: from,
      lastDate: until === undefined ? '' : addDays(until, -1),
    }).finish(),
  }),
};
