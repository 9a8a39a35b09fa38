import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Segment } from '../client-case/client-case.ts';

/** It was assessed what service a client needs. */
export type ServiceNeedFact = {
  readonly kind: 'ServiceNeedAssessed';
  readonly assessmentId: string;
  readonly assessedOn: LocalDate;
  readonly segment: Segment;
};
