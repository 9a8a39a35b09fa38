import type { LocalDate } from '@tyovayla/kernel/local-date';
import { refused } from '@tyovayla/kernel/result';
import type { Client } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import { protectionOrderNotInForce } from './client-refusals.ts';
import { protectionNotProlonged } from './life-cycle-refusals.ts';

export type ProlongProtectionOrder = {
  /** The last day granted; absent where granted until further notice. */
  readonly validTo?: LocalDate;
};

/**
 * Records that the population register has prolonged a protection order: first for five years at most, then for two at
 * a time, for special reasons until further notice. It has been in force all along, so nothing is told of it. Refuses a
 * period that is not longer. Source: act 661/2009 36 §, handbook 1.6.
 */
export const prolongProtectionOrder = (client: Client, { validTo }: ProlongProtectionOrder): ClientDecision => {
  const { protectionOrder } = client;
  if (protectionOrder === undefined) return refused(protectionOrderNotInForce());
  const { validTo: before, ...order } = protectionOrder;
  if (before === undefined) return refused(protectionNotProlonged(protectionOrder.validFrom));
  if (validTo !== undefined && validTo <= before) return refused(protectionNotProlonged(before));
  return decided({ ...client, protectionOrder: { ...order, ...(validTo && { validTo }) } }, []);
};
