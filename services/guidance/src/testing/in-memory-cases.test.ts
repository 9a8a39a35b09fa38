import { caseRepositoryContract } from './case-repository-contract.ts';
import { inMemoryGuidance } from './in-memory-guidance.ts';

caseRepositoryContract('memory', async () => {
  const { ports, world } = await inMemoryGuidance();
  return { ...ports, transactions: world.transactions };
});
