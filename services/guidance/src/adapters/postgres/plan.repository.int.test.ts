import { aClientCase } from '../../testing/builders.ts';
import { planIds } from '../../testing/plan-builders.ts';
import { planRepositoryContract } from '../../testing/plan-repository-contract.ts';
import { type PostgresGuidance, startPostgresGuidance } from '../../testing/postgres-guidance.ts';
import { planStore } from './plan-store.ts';

let postgres: PostgresGuidance | undefined;

afterAll(() => postgres?.stop());

const nextClientId = planIds(5_000);

planRepositoryContract('Postgres', async () => {
  postgres ??= await startPostgresGuidance();
  const { database, put } = postgres;
  return {
    ...planStore,
    transactions: database,
    aClient: async () => {
      const clientId = nextClientId();
      await put(aClientCase({ clientId }));
      return clientId;
    },
  };
});
