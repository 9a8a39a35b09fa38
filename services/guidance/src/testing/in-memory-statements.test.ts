import { randomUUID } from 'node:crypto';
import { memoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import type { NewNeglectCandidate } from '../adapters/postgres/neglect-candidate.ts';
import { inMemoryNeglects } from './in-memory-neglects.ts';
import { inMemoryStatements } from './in-memory-statements.ts';
import { statementRepositoryContract } from './statement-repository-contract.ts';

statementRepositoryContract('memory', async () => {
  const transactions = memoryTransactions();
  const { ports, candidateWrite } = inMemoryNeglects(transactions);
  return {
    ...ports,
    ...inMemoryStatements(transactions, () => []).ports,
    transactions,
    aClient: async () => randomUUID(),
    propose: (candidate: NewNeglectCandidate) => [candidateWrite({ ...candidate, status: 'OPEN' })],
  };
});
