import { memoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import { inMemoryPlans } from './in-memory-plans.ts';
import { planIds } from './plan-builders.ts';
import { planRepositoryContract } from './plan-repository-contract.ts';

const clientId = planIds(5_000);

planRepositoryContract('memory', async () => {
  const transactions = memoryTransactions();
  return { ...inMemoryPlans(transactions).ports, transactions, aClient: async () => clientId() };
});
