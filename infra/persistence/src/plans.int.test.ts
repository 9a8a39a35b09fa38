import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { eventually } from '@tyovayla/testing/eventually';
import { liisa, startTestDatabase, type TestDatabase } from './testing/test-database.ts';

const schema: SqlMigration = {
  name: 'Register2000',
  up: [
    'CREATE TABLE client (client_id int PRIMARY KEY, name text NOT NULL)',
    'CREATE TABLE control (client_id int PRIMARY KEY, name text NOT NULL)',
    'GRANT SELECT, INSERT ON client, control TO :app',
  ],
};

const tables = ['client', 'control'] as const;
type Table = (typeof tables)[number];

// Everybody's first minutes: a service starts on empty tables, a few rows come, Postgres looks after them, and then many
// come at once.
describe('a prepared statement of a service that was started on an empty database', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await startTestDatabase([schema], { poolSize: 1 });
    await test.asAdmin("ALTER SYSTEM SET autovacuum_naptime = '1s'");
    await test.asAdmin('SELECT pg_reload_conf()');
  });
  afterAll(() => test?.stop());

  const find = (table: Table, id: number) =>
    test.database.transact(liisa, (tx) => tx.query(`SELECT name FROM ${table} WHERE client_id = $1`, [id]));

  const fill = (table: Table, from: number, to: number) =>
    test.asAdmin(`INSERT INTO ${table} SELECT id, 'client ' || id FROM generate_series(${from}, ${to}) AS id`);

  const counted = async (table: Table): Promise<boolean> => {
    const [row] = await test.asAdmin('SELECT reltuples >= 0 AS counted FROM pg_class WHERE oid = $1::regclass', [
      table,
    ]);
    return row?.counted === true;
  };

  const rowsReadBy = async (work: () => Promise<unknown>): Promise<Readonly<Record<string, number>>> => {
    const read = async () => {
      await test.database.transact(liisa, (tx) => tx.query('SELECT pg_stat_force_next_flush()'));
      const rows = await test.asAdmin('SELECT relname, seq_tup_read::int AS read FROM pg_stat_user_tables');
      return Object.fromEntries(rows.map(({ relname, read: count }) => [String(relname), Number(count)]));
    };
    const before = await read();
    await work();
    const after = await read();
    return Object.fromEntries(tables.map((table) => [table, (after[table] ?? 0) - (before[table] ?? 0)]));
  };

  it('finds one of thousands by the index, also before Postgres has counted them', async () => {
    // What would be without the migration's settings.
    await test.asAdmin('ALTER TABLE control RESET (autovacuum_analyze_threshold, autovacuum_vacuum_threshold)');
    for (const table of tables) await fill(table, 1, 70);
    await eventually(() => counted('control'), { within: 60_000 });
    await test.asAdmin('ALTER SYSTEM SET autovacuum = off');
    await test.asAdmin('SELECT pg_reload_conf()');
    for (const table of tables) for (let id = 0; id < 12; id += 1) await find(table, id);
    for (const table of tables) await fill(table, 71, 5_000);

    const read = await rowsReadBy(async () => {
      for (const table of tables) expect(await find(table, 4_711)).toEqual([{ name: 'client 4711' }]);
    });

    expect(read).toEqual({ client: 0, control: 5_000 });
    expect(await counted('client')).toBe(false);
  });
});
