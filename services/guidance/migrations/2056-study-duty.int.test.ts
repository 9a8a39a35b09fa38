import { messagingMigrations } from '@tyovayla/messaging/messaging-migrations';
import { migrate } from '@tyovayla/persistence/migrate';
import { openDatabase } from '@tyovayla/persistence/open-database';
import { persistenceMigrations } from '@tyovayla/persistence/persistence-migrations';
import { type Postgres, startPostgres } from '@tyovayla/testing/postgres';
import { studyDutyMigration } from './2056-study-duty.ts';
import { guidanceMigrations } from './guidance-migrations.ts';

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres({ fast: true });
});

afterAll(() => postgres?.stop());

const itself = { actorId: 'guidance', program: 'guidance', roles: [] };
const ids = [1, 2].map((number) => `00000000-0000-7000-9000-00000000000${number}`);

describe('the step that puts age on the case', () => {
  it('takes over what prompts remember of clients known before, and leaves row-level security closed', async () => {
    const { url, migratorUrl, appRole } = await postgres.createService('guidance');
    const before = guidanceMigrations.slice(0, guidanceMigrations.indexOf(studyDutyMigration));
    const base = [...persistenceMigrations, ...messagingMigrations];
    await migrate({ url: migratorUrl, migrations: [...base, ...before], appRole });
    const database = await openDatabase({ url, applicationName: 'guidance' });
    try {
      const run = (text: string, values: readonly unknown[] = []) =>
        database.transact(itself, (tx) => tx.query<{ client_id: string; age: string | null }>(text, values));
      for (const id of ids)
        await run("INSERT INTO client_case (client_id, version, municipality_code) VALUES ($1, 0, '240')", [id]);
      await run("INSERT INTO multi_sector_prompt (client_id, age) VALUES ($1, 'YOUNG')", [ids[0]]);
      await migrate({ url: migratorUrl, migrations: [...base, ...before, studyDutyMigration], appRole });
      const rows = await run('SELECT client_id, age FROM client_case ORDER BY client_id');
      expect(rows.map(({ age }) => age)).toEqual(['YOUNG', null]);
      const forced = await run(
        "SELECT relname AS client_id, relforcerowsecurity::text AS age FROM pg_class WHERE relname IN ('client_case', 'multi_sector_prompt')",
      );
      expect(forced.map(({ age }) => age)).toEqual(['true', 'true']);
    } finally {
      await database.close();
    }
  });
});
