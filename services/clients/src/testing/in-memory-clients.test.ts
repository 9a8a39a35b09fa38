import { memoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import { clientRepositoryContract } from './client-repository-contract.ts';
import { inMemoryClients } from './in-memory-clients.ts';

clientRepositoryContract('memory', async () => {
  const transactions = memoryTransactions();
  return { ...inMemoryClients(transactions), transactions };
});
