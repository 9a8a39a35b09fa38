import { memoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import { clientPartsContract } from './client-parts-contract.ts';
import { inMemoryClients } from './in-memory-clients.ts';
import { inMemoryParts } from './in-memory-parts.ts';

clientPartsContract('memory', async () => {
  const transactions = memoryTransactions();
  return { parts: inMemoryParts(transactions), clients: inMemoryClients(transactions).repository, transactions };
});
