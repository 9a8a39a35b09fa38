import type { LocalDate } from '@tyovayla/kernel/local-date';
import { refused } from '@tyovayla/kernel/result';
import type { Client } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import { protectionOrderInForce } from './client-refusals.ts';
import type { ProtectionOrder } from './protection-order.ts';

export type RecordProtectionOrder = { readonly order: ProtectionOrder; readonly today: LocalDate };

/**
 * Records a protection order (turvakielto) on the population register's word. From this day on only the handler named
 * in it sees the person, and the municipality is withheld from everyone else. The fact says nothing of why.
 * Source: act 661/2009 36 §, handbook 1.6.
 */
export const recordProtectionOrder = (client: Client, { order, today }: RecordProtectionOrder): ClientDecision => {
  if (client.protectionOrder !== undefined) return refused(protectionOrderInForce());
  return decided({ ...client, protectionOrder: order }, [
    { type: 'MunicipalityWithheld', clientId: client.clientId, from: today },
  ]);
};
