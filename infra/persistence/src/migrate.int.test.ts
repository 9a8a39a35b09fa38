import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { eventually } from '@tyovayla/testing/eventually';
import { type Postgres, startPostgres } from '@tyovayla/testing/postgres';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { persistenceMigrations } from './persistence-migrations.ts';

const register: SqlMigration = {
  name: 'Register2000',
  up: ['CREATE TABLE client (client_id int PRIMARY KEY) WITH (fillfactor = 70)', 'GRANT SELECT ON client TO :app'],
};
const steps = [...persistenceMigrations, register];

/** Everything of the schema that a service could notice, as text. */
const schemaText = `
  SELECT string_agg(line, E'\\n' ORDER BY line COLLATE "C") AS schema FROM (
    SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS line
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'grant ' || relname || ' ' || coalesce(regexp_replace(relacl::text, 'shop_[a-z]+', 'shop', 'g'), '')
      FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT 'step ' || name FROM schema_migration
  ) lines`;

describe('a migration', () => {
  let postgres: Postgres;
  let databases = 0;

  beforeAll(async () => {
    postgres = await startPostgres({ fast: true });
  });
  afterAll(() => postgres.stop());

  const emptyDatabase = async () => {
    databases += 1;
    const name = `shop${databases}`;
    const { migratorUrl, appRole } = await postgres.createService(name);
    const run = (migrations: readonly SqlMigration[]) => migrate({ url: migratorUrl, migrations, appRole });
    const schema = async () => {
      const [row] = await ask(migratorUrl, schemaText.replaceAll('shop', name));
      return String(row?.schema).replaceAll(name, 'shop');
    };
    return { url: migratorUrl, run, schema };
  };

  const ask = async (url: string, text: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };

  const finished = async (): Promise<string> => {
    const { run, schema } = await emptyDatabase();
    await run(steps);
    return schema();
  };

  it('brings an empty database to the newest schema and names its steps', async () => {
    const { run, schema } = await emptyDatabase();

    await expect(run(steps)).resolves.toEqual(steps.map(({ name }) => name));
    await expect(schema()).resolves.toContain('column client.client_id');
  });

  it('changes nothing when it runs again', async () => {
    const { run, schema } = await emptyDatabase();
    await run(steps);
    const before = await schema();

    await expect(run(steps)).resolves.toEqual([]);
    await expect(schema()).resolves.toBe(before);
  });

  it('adds only what is new, to the same end', async () => {
    const { run, schema } = await emptyDatabase();
    await run(persistenceMigrations);

    await expect(run(steps)).resolves.toEqual(['Register2000']);
    await expect(schema()).resolves.toBe(await finished());
  });

  it('takes the timers of an earlier release along: those that were due stay due', async () => {
    const { url, run, schema } = await emptyDatabase();
    await run(steps.filter(({ name }) => name !== 'TimerAttempts1105'));
    await ask(
      url,
      "INSERT INTO timer (timer_id, kind, subject_id, due_on) VALUES (gen_random_uuid(), 'interview-due', 'client-1', '2027-03-28')",
    );

    await expect(run(steps)).resolves.toEqual(['TimerAttempts1105']);
    await expect(schema()).resolves.toBe(await finished());
    const due = 'SELECT subject_id, attempts FROM timer WHERE next_attempt_at <= now()';
    await expect(ask(url, due)).resolves.toEqual([{ subject_id: 'client-1', attempts: 0 }]);
  });

  it('runs every step once where three start at the same moment', async () => {
    const { run, schema } = await emptyDatabase();

    const ran = await Promise.all([run(steps), run(steps), run(steps)]);

    expect(ran.flat().toSorted()).toEqual(steps.map(({ name }) => name).toSorted());
    await expect(schema()).resolves.toBe(await finished());
  });

  it('leaves nothing of a step that fails halfway, and keeps the steps before it', async () => {
    const { run, schema } = await emptyDatabase();
    await run(persistenceMigrations);
    const before = await schema();
    const broken = { ...register, up: [...register.up, 'CREATE TABLE client (again int)'] };

    await expect(run([...persistenceMigrations, broken])).rejects.toThrow('already exists');

    await expect(schema()).resolves.toBe(before);
    await run(steps);
    await expect(schema()).resolves.toBe(await finished());
  });

  it.each(steps.map(({ name }, index) => [name, index] as const))(
    'leaves nothing of %s where it is killed halfway',
    async (_, index) => {
      const { url, run, schema } = await emptyDatabase();
      const step = steps[index] as SqlMigration;
      await run(steps.slice(0, index));
      const before = index === 0 ? '' : await schema();

      const slow = { ...step, up: [...step.up, 'SELECT pg_sleep(60)'] };
      const killed = run([...steps.slice(0, index), slow]).catch((error: unknown) => error);
      await eventually(async () => {
        const [row] = await ask(
          url,
          "SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)' AND datname = current_database()",
        );
        return row?.ended === true;
      });

      expect(await killed).toBeInstanceOf(Error);
      if (index > 0) await expect(schema()).resolves.toBe(before);
      await run(steps);
      await expect(schema()).resolves.toBe(await finished());
    },
  );

  it('gives up instead of queueing behind a long transaction, and leaves nothing', async () => {
    const { url, run, schema } = await emptyDatabase();
    await run(steps);
    const before = await schema();
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT * FROM client');
    const expand = { name: 'ClientName2001', up: ['ALTER TABLE client ADD COLUMN name text'] };

    const attempt = migrate({ url, migrations: [...steps, expand], appRole: 'shop', lockTimeoutMs: 100 });
    await expect(attempt).rejects.toThrow('lock timeout');

    await holder.end();
    await expect(schema()).resolves.toBe(before);
  });

  it('keeps Postgres from counting a table while it holds a few rows, in a database of an earlier release too', async () => {
    const { url, run } = await emptyDatabase();
    await run(persistenceMigrations);
    await ask(url, 'ALTER TABLE timer RESET (autovacuum_analyze_threshold, autovacuum_vacuum_threshold)');
    await run(steps);

    const early = `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
      AND NOT coalesce(reloptions @> '{autovacuum_analyze_threshold=1000,autovacuum_vacuum_threshold=1000}', false)`;
    await expect(ask(url, early)).resolves.toEqual([]);
  });
});
