import { messagingMigrations } from '@tyovayla/messaging/messaging-migrations';
import { migrate } from '@tyovayla/persistence/migrate';
import { persistenceMigrations } from '@tyovayla/persistence/persistence-migrations';
import { type Postgres, startPostgres } from '@tyovayla/testing/postgres';
import { Client as PgClient } from 'pg';
import { clientRegistry } from '../../../migrations/2001-client-registry.ts';
import { clientsMigrations } from '../../../migrations/clients-migrations.ts';
import { clientId, jobSearchId } from '../../testing/builders.ts';

const foundation = [...persistenceMigrations, ...messagingMigrations];

let postgres: Postgres;
let admin: PgClient;

const person = (number: number): readonly [string, readonly unknown[]] => [
  `INSERT INTO client (client_id, version, identity_code_sealed, identity_code_index, given_names, family_name,
    municipality_code, service_language, citizenships, contact, subsidy_days)
   VALUES ($1, 2, '', $2, 'Aino', 'Lahtinen', '240', 'FI', '{FI}', '{}', 0)`,
  [clientId(number), Buffer.from([number])],
];

const search = (id: number, client: number, days: readonly [string, string | undefined]) =>
  admin.query(
    'INSERT INTO job_search (job_search_id, client_id, started_on, ended_on, end_reason) VALUES ($1, $2, $3, $4, $5)',
    [jobSearchId(id), clientId(client), days[0], days[1], days[1] && 'EMPLOYED'],
  );

beforeAll(async () => {
  postgres = await startPostgres({ fast: true });
  const { migratorUrl, appRole } = await postgres.createService('clients');
  await migrate({ url: migratorUrl, migrations: [...foundation, clientRegistry], appRole });
  const url = new URL(postgres.adminUrl);
  url.pathname = new URL(migratorUrl).pathname;
  admin = new PgClient({ connectionString: url.href });
  await admin.connect();
  for (const number of [1, 2]) {
    const [text, values] = person(number);
    await admin.query(text, [...values]);
  }
  await search(1, 1, ['2024-03-01', '2024-06-30']);
  await search(2, 1, ['2025-09-01', undefined]);
  await search(3, 2, ['2019-01-07', '2020-02-29']);
  await migrate({ url: migratorUrl, migrations: [...foundation, ...clientsMigrations], appRole });
});

afterAll(async () => {
  await admin.end();
  await postgres.stop();
});

describe('people who are in the registry when it comes to know where people live', () => {
  it('live from their first job search on where they live now: nobody could move before', async () => {
    const { rows } = await admin.query<{ id: string; since: string; home: string }>(
      `SELECT client.client_id AS id, resident_since::text AS since, r.from_on || ' ' || r.municipality_code AS home
       FROM client JOIN residence r USING (client_id) ORDER BY id`,
    );
    expect(rows).toEqual([
      { id: clientId(1), since: '2024-03-01', home: '2024-03-01 240' },
      { id: clientId(2), since: '2019-01-07', home: '2019-01-07 240' },
    ]);
  });

  it('are looked at for retention where no job search runs', async () => {
    const { rows } = await admin.query("SELECT subject_id, due_on::text FROM timer WHERE kind = 'retention'");
    expect(rows).toEqual([{ subject_id: clientId(2), due_on: '2020-02-29' }]);
  });

  it('are still behind row-level security, which binds the owner too', async () => {
    const { rows } = await admin.query<{ relname: string }>(
      `SELECT relname FROM pg_class WHERE relforcerowsecurity AND relname IN
        ('client', 'job_search', 'status_spell', 'residence', 'transfer_out', 'former_identity_code', 'client_merge',
         'handler_succession') ORDER BY relname`,
    );
    expect(rows).toHaveLength(8);
  });

  it('have one running job search each, as before', async () => {
    await expect(search(4, 1, ['2026-01-01', undefined])).rejects.toThrow('job_search_one_running');
  });
});
