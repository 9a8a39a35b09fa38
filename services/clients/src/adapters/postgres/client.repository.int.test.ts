import { clientRepositoryContract } from '../../testing/client-repository-contract.ts';
import { type PostgresClients, startPostgresClients } from '../../testing/postgres-clients.ts';

let clients: PostgresClients | undefined;

afterAll(() => clients?.stop());

clientRepositoryContract('Postgres', async () => {
  clients ??= await startPostgresClients();
  return { repository: clients.ports.clients, reader: clients.ports.reader, transactions: clients.database };
});
