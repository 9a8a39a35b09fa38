import type { Command } from '@tyovayla/runtime/command';
import { acknowledgeTransfer } from '../../domain/client/acknowledge-transfer.ts';
import type { HandOver } from '../../domain/client/hand-over.ts';
import { transferNotFound } from '../../domain/client/life-cycle-refusals.ts';
import { exchangesCases } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';

export type AcknowledgeTransferInput = { readonly transferId: string };

export type AcknowledgeTransferCommand = Command<
  AcknowledgeTransferInput,
  { readonly handOver?: HandOver },
  HandOver,
  never,
  Record<string, never>
>;

/** Records that the receiving area has the case, and erases the hand-over record. Nothing is told: the case left before. */
export const acknowledgeTransferCommand = ({ handOvers }: ClientsPorts): AcknowledgeTransferCommand => ({
  name: 'AcknowledgeTransfer',
  access: exchangesCases,
  missing: transferNotFound(),
  load: async (tx, { transferId }) => {
    const handOver = await handOvers.load(tx, transferId);
    return handOver === undefined ? {} : { handOver };
  },
  decide: ({ handOver }) => {
    const acknowledged = acknowledgeTransfer(handOver);
    return acknowledged.ok ? { ok: true, value: { next: acknowledged.value, facts: [], answer: {} } } : acknowledged;
  },
  save: ({ next }, _state, { now }) => [handOvers.erase(next.transferId, now)],
  publish: () => [],
  subjectOf: ({ handOver }) => handOver?.clientId,
});
