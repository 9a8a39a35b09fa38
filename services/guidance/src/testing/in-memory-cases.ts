import type { MemoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import type { ClientCases } from '../application/ports.ts';
import type { ClientCase } from '../domain/client-case/client-case.ts';

export type InMemoryCases = {
  readonly cases: ClientCases;
  /** Puts a case there as if news had brought it. */
  put(clientCase: ClientCase): Promise<void>;
  all(): readonly ClientCase[];
};

const asItself = { actorId: 'guidance', program: 'guidance', roles: [] } as const;

/** Cases in memory, without row-level security: the access rule alone hides a protected client here. */
export const inMemoryCases = (transactions: MemoryTransactions): InMemoryCases => {
  const table = transactions.table<ClientCase>();
  const insert = (clientCase: ClientCase) => [table.insert(clientCase.clientId, clientCase)];
  const find = async (_sql: unknown, clientId: string) => table.get(clientId);
  return {
    cases: {
      find,
      lock: find,
      lockMany: async (_tx, clientIds) =>
        new Map(
          table
            .all()
            .filter(({ clientId }) => clientIds.includes(clientId))
            .map((clientCase) => [clientCase.clientId, clientCase]),
        ),
      insert,
      save: (before, after) => [table.update(before.clientId, after, ({ version }) => version === before.version)],
    },
    put: (clientCase) => transactions.transact(asItself, (tx) => tx.write(insert(clientCase))),
    all: table.all,
  };
};
