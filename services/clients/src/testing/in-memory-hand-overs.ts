import type { MemoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import type { HandOverRepository } from '../application/life-cycle-ports.ts';
import type { HandOver } from '../domain/client/hand-over.ts';

const withoutRecord = ({ record: _, ...handOver }: HandOver): HandOver => handOver;

/** Cases that went to other areas, in memory. */
export const inMemoryHandOvers = (transactions: MemoryTransactions): HandOverRepository => {
  const table = transactions.table<HandOver>();
  return {
    save: (handOver) => table.insert(handOver.transferId, handOver),
    load: async (_tx, transferId) => table.get(transferId),
    get: async (_sql, transferId) => table.get(transferId),
    pending: async (_sql, limit) =>
      table
        .all()
        .filter(({ record }) => record !== undefined)
        .slice(0, limit)
        .map(({ transferId, toArea, transferredOn }) => ({ transferId, toArea, transferredOn })),
    ofClient: async (_sql, clientId) =>
      table
        .all()
        .filter((handOver) => handOver.clientId === clientId)
        .map(({ transferId, toArea, transferredOn }) => ({ transferId, toArea, transferredOn })),
    erase: (transferId) => {
      const handOver = table.get(transferId);
      if (handOver === undefined) throw new Error('no such hand-over');
      return table.update(transferId, withoutRecord(handOver), ({ record }) => record !== undefined);
    },
  };
};
