import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { ClientRefusal } from './client-refusals.ts';
import type { HandOver } from './hand-over.ts';
import { transferAcknowledged, transferNotFound } from './life-cycle-refusals.ts';

/**
 * Records that the receiving area has a case. The record has done its work and is erased: data are kept no longer than
 * needed. Refuses a second acknowledgement. Source: handbook 1.8 (R1.24).
 */
export const acknowledgeTransfer = (handOver: HandOver | undefined): Result<HandOver, ClientRefusal> => {
  if (handOver === undefined) return refused(transferNotFound());
  if (handOver.record === undefined) return refused(transferAcknowledged());
  const { record: _erased, ...known } = handOver;
  return accepted(known);
};
