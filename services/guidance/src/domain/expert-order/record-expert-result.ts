import type { LocalDate } from '@tyovayla/kernel/local-date';
import { type Result, refused } from '@tyovayla/kernel/result';
import {
  type MultiSectorRefusal,
  minutesExceeded,
  multiSectorDateInFuture,
  multiSectorDateTooEarly,
  resultRecordedAlready,
} from '../multi-sector/multi-sector-refusals.ts';
import type { ExpertOrder, ExpertOrderFact, ExpertResult } from './expert-order.ts';

type Recorded = { readonly order: ExpertOrder; readonly fact: ExpertOrderFact };

/**
 * Records what came of an order, once: no more minutes than were ordered, on a day from the order to today. More hours
 * are another order.
 */
export const recordExpertResult = (
  order: ExpertOrder,
  result: ExpertResult,
  { today }: { readonly today: LocalDate },
): Result<Recorded, MultiSectorRefusal> => {
  if (order.state === 'DONE') return refused(resultRecordedAlready);
  if (result.doneOn > today) return refused(multiSectorDateInFuture(today));
  if (result.doneOn < order.orderedOn) return refused(multiSectorDateTooEarly(order.orderedOn));
  if (result.deliveredMinutes > order.orderedMinutes) return refused(minutesExceeded(order.orderedMinutes));
  const { doneOn, deliveredMinutes } = result;
  return {
    ok: true,
    value: {
      order: { ...order, version: order.version + 1, state: 'DONE', result },
      fact: { kind: 'ExpertResultRecorded', orderId: order.orderId, deliveredMinutes, doneOn },
    },
  };
};
