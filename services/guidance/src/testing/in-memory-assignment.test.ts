import { memoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import { assignmentContract } from './assignment-contract.ts';
import { inMemoryAssignment } from './in-memory-assignment.ts';
import { inMemoryCases } from './in-memory-cases.ts';

assignmentContract('memory', async () => {
  const transactions = memoryTransactions();
  const { cases, all } = inMemoryCases(transactions);
  return { ports: inMemoryAssignment(transactions, { cases: all }), cases, transactions };
});
