import { localDate } from '@tyovayla/kernel/local-date';
import { memoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import { aClientCase, aJobSearch, clientIdOf } from './builders.ts';
import { inMemoryCases } from './in-memory-cases.ts';
import { inMemoryMultiSector } from './in-memory-multi-sector.ts';
import { multiSectorRepositoryContract } from './multi-sector-repository-contract.ts';

multiSectorRepositoryContract('memory', async () => {
  const transactions = memoryTransactions();
  const cases = inMemoryCases(transactions);
  let clients = 100;
  return {
    ...inMemoryMultiSector(transactions, cases.all),
    transactions,
    aClient: async ({ statusSince = '2026-02-02' } = {}) => {
      clients += 1;
      const clientId = clientIdOf(clients);
      const jobSearch = aJobSearch({ statusSince: localDate(statusSince) });
      await cases.put(aClientCase({ clientId, jobSearch }));
      return clientId;
    },
  };
});
