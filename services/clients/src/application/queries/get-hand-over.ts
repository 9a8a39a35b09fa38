import { accepted, refused } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import type { HandOver, HandOverRecord } from '../../domain/client/hand-over.ts';
import { transferAcknowledged, transferNotFound } from '../../domain/client/life-cycle-refusals.ts';
import { exchangesCases } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';

export type GetHandOverInput = { readonly transferId: string };

export type ReadableHandOver = HandOver & { readonly record: HandOverRecord };

/** Shows the receiving area what it needs to go on with a case, until it has acknowledged it. */
export const getHandOverQuery = ({ handOvers }: ClientsPorts): Query<GetHandOverInput, ReadableHandOver> => ({
  name: 'GetHandOver',
  access: exchangesCases,
  missing: transferNotFound(),
  load: async (sql, { transferId }) => {
    const handOver = await handOvers.get(sql, transferId);
    if (handOver === undefined) return refused(transferNotFound());
    const { record } = handOver;
    return record === undefined ? refused(transferAcknowledged()) : accepted({ ...handOver, record });
  },
  subjectOf: (_input, handOver) => handOver?.clientId,
});
