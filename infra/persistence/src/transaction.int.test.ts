import { StaleWrite } from '@tyovayla/kernel/sql';
import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { eventually } from '@tyovayla/testing/eventually';
import { isConnectionLost, isUniqueViolation } from './database-errors.ts';
import { openDatabase } from './open-database.ts';
import { persistenceMigrations } from './persistence-migrations.ts';
import { liisa, startTestDatabase, type TestDatabase } from './testing/test-database.ts';
import { managerOf } from './transaction.ts';

const schema: SqlMigration = {
  name: 'Register2000',
  up: [
    'CREATE TABLE client (client_id int PRIMARY KEY, version int NOT NULL, name text, CONSTRAINT client_name UNIQUE (name))',
    'CREATE TABLE contact (contact_id int PRIMARY KEY, client_id int NOT NULL REFERENCES client (client_id))',
    'GRANT SELECT, INSERT, UPDATE, DELETE ON client, contact TO :app',
  ],
};

const insertClient = (id: number, name = `client ${id}`) => ({
  text: 'INSERT INTO client (client_id, version, name) VALUES ($1, 1, $2)',
  values: [id, name],
});
const moveOn = (id: number, from: number) => ({
  text: 'UPDATE client SET version = $2 + 1 WHERE client_id = $1 AND version = $2',
  values: [id, from],
  expectRows: 1,
});
const contactOf = (id: number, clientId: number) => ({
  text: 'INSERT INTO contact (contact_id, client_id) VALUES ($1, $2)',
  values: [id, clientId],
});

describe('a transaction', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await startTestDatabase([...persistenceMigrations, schema], { poolSize: 4 });
  });
  afterAll(() => test.stop());
  beforeEach(() => test.asAdmin('TRUNCATE client, contact'));

  const versionOf = async (id: number) =>
    (await test.asAdmin('SELECT version FROM client WHERE client_id = $1', [id]))[0]?.version;

  it('keeps all writes of a command together, parent and child in one go', async () => {
    await test.database.transact(liisa, (tx) => tx.write([contactOf(10, 1), insertClient(1), contactOf(11, 1)]));

    await expect(test.asAdmin('SELECT contact_id FROM contact ORDER BY 1')).resolves.toEqual([
      { contact_id: 10 },
      { contact_id: 11 },
    ]);
  });

  it('leaves nothing where the work failed', async () => {
    const work = test.database.transact(liisa, async (tx) => {
      await tx.write([insertClient(1)]);
      throw new Error('a bug');
    });

    await expect(work).rejects.toThrow('a bug');
    await expect(versionOf(1)).resolves.toBeUndefined();
  });

  it('does not pretend to have committed where a failed statement was ignored', async () => {
    const work = test.database.transact(liisa, async (tx) => {
      await tx.write([insertClient(1)]);
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    });

    await expect(work).rejects.toThrow('rolled back');
    await expect(versionOf(1)).resolves.toBeUndefined();
  });

  it('lets only one of three who change the same version win', async () => {
    await test.database.transact(liisa, (tx) => tx.write([insertClient(1)]));
    const change = () => test.database.transact(liisa, (tx) => tx.write([moveOn(1, 1)]));

    const outcomes = await Promise.allSettled([change(), change(), change()]);

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      outcomes.filter((outcome) => outcome.status === 'rejected' && outcome.reason instanceof StaleWrite),
    ).toHaveLength(2);
    await expect(versionOf(1)).resolves.toBe(2);
  });

  it.each([
    ['one', () => [moveOn(1, 7)]],
    ['one among others', () => [insertClient(5), moveOn(1, 7), contactOf(1, 1)]],
    ['one of several that are counted', () => [moveOn(2, 1), moveOn(1, 7)]],
  ])('is stale and changes nothing where a version moved on: %s', async (_, writes) => {
    await test.database.transact(liisa, (tx) => tx.write([insertClient(1), insertClient(2)]));

    await expect(test.database.transact(liisa, (tx) => tx.write(writes()))).rejects.toThrow(StaleWrite);
    await expect(test.asAdmin('SELECT count(*)::int AS n FROM client WHERE version = 1')).resolves.toEqual([{ n: 2 }]);
  });

  it('waits for a last write that the work did not await, and commits it', async () => {
    await test.database.transact(liisa, async (tx) => {
      await tx.query('SELECT 1');
      void tx.write([insertClient(1)]);
    });

    await expect(versionOf(1)).resolves.toBe(1);
  });

  it('keeps nothing where a write that the work did not await is stale, though COMMIT was sent behind it', async () => {
    await test.database.transact(liisa, (tx) => tx.write([insertClient(1), insertClient(2)]));

    const work = test.database.transact(liisa, async (tx) => {
      await tx.write([moveOn(2, 1)]);
      void tx.write([moveOn(1, 7), contactOf(10, 1)]);
      return 'an answer';
    });

    await expect(work).rejects.toThrow(StaleWrite);
    await expect(versionOf(2)).resolves.toBe(1);
    await expect(test.asAdmin('SELECT 1 FROM contact')).resolves.toEqual([]);
  });

  it('keeps nothing where a write that the work did not await breaks a rule of the table', async () => {
    const work = test.database.transact(liisa, async (tx) => {
      await tx.write([insertClient(1, 'Aino')]);
      void tx.write([insertClient(2, 'Aino')]);
    });

    await expect(work).rejects.toThrow('client_name');
    await expect(versionOf(1)).resolves.toBeUndefined();
  });

  it('tells of the write that failed, and not of the statements behind it that could no longer run', async () => {
    const work = test.database.transact(liisa, async (tx) => {
      await tx.write([insertClient(1, 'Aino')]);
      void tx.write([insertClient(2, 'Aino')]);
      await tx.query('SELECT 1');
    });

    await expect(work).rejects.toThrow('client_name');
  });

  it('tells the name of a broken uniqueness', async () => {
    await test.database.transact(liisa, (tx) => tx.write([insertClient(1, 'Aino')]));

    const error: unknown = await test.database
      .transact(liisa, (tx) => tx.write([insertClient(2, 'Aino')]))
      .catch((e) => e);

    expect(isUniqueViolation(error, 'client_name')).toBe(true);
    expect(isUniqueViolation(error, 'client_pkey')).toBe(false);
  });

  it('tells who acts for exactly its own length', async () => {
    const who = "SELECT current_setting('app.actor_id', true) AS id, current_setting('app.roles', true) AS roles";
    const inside = await test.database.transact({ ...liisa, roles: ['A', 'B'] }, (tx) => tx.query(who));
    const outside = await Promise.all([1, 2, 3, 4].map(() => test.database.dataSource.query(who)));

    expect(inside).toEqual([{ id: 'staff-0001', roles: 'A,B' }]);
    expect(outside.flat().every(({ id }) => id === null || id === '')).toBe(true);
  });

  it('does the same on its connection through TypeORM', async () => {
    const work = test.database.transact(liisa, async (tx) => {
      await tx.write([insertClient(1)]);
      const seen = await managerOf(tx).query('SELECT client_id FROM client');
      await managerOf(tx).transaction((inner) => inner.query('UPDATE client SET version = 9'));
      expect(seen).toEqual([{ client_id: 1 }]);
      throw new Error('changed my mind');
    });

    await expect(work).rejects.toThrow('changed my mind');
    await expect(versionOf(1)).resolves.toBeUndefined();
  });

  it('can change nothing where it only reads', async () => {
    const attempt = test.database.read(liisa, (sql) => sql.query('DELETE FROM client'));

    await expect(attempt).rejects.toThrow('read-only');
  });

  it('gives dates, big numbers and decimals without loss', async () => {
    const [row] = await test.database.read(liisa, (sql) =>
      sql.query(`SELECT date '2027-03-28' AS day, 9007199254740993::bigint AS big, 0.10::numeric AS exact,
        ARRAY[date '2028-02-29', NULL] AS days, ARRAY[9007199254740993, -1]::bigint[] AS bigs, timestamptz '2027-03-28T01:00:00Z' AS at`),
    );

    expect(row).toEqual({
      day: '2027-03-28',
      big: 9007199254740993n,
      exact: '0.10',
      days: ['2028-02-29', null],
      bigs: [9007199254740993n, -1n],
      at: new Date('2027-03-28T01:00:00Z'),
    });
  });

  it('comes to its turn where four times more wait than there are connections', async () => {
    const ids = Array.from({ length: 16 }, (_, index) => index + 1);

    await Promise.all(ids.map((id) => test.database.transact(liisa, (tx) => tx.write([insertClient(id)]))));

    await expect(test.asAdmin('SELECT count(*)::int AS n FROM client')).resolves.toEqual([{ n: 16 }]);
  });

  it('works again on the same connection after a statement could not be understood', async () => {
    const ask = () => test.database.read(liisa, (sql) => sql.query('SELECT later FROM made_later'));
    for (let attempt = 0; attempt < 6; attempt += 1) await expect(ask()).rejects.toThrow('does not exist');

    await test.asAdmin(`CREATE TABLE made_later AS SELECT 1 AS later; GRANT SELECT ON made_later TO ${test.appRole}`);

    for (let attempt = 0; attempt < 6; attempt += 1) await expect(ask()).resolves.toEqual([{ later: 1 }]);
  });

  it('reads anew after a migration changed a table under it', async () => {
    await test.asAdmin(`CREATE TABLE widened AS SELECT 1 AS a; GRANT SELECT ON widened TO ${test.appRole}`);
    const ask = () => test.database.read(liisa, (sql) => sql.query('SELECT * FROM widened'));
    for (let attempt = 0; attempt < 12; attempt += 1) await ask();

    await test.asAdmin('ALTER TABLE widened ADD COLUMN b int');

    await expect(ask()).rejects.toThrow('cached plan');
    await expect(eventually(() => Promise.all([ask(), ask(), ask(), ask()]))).resolves.toHaveLength(4);
  });

  it('is waited for when the database is closed', async () => {
    const database = await openDatabase({ url: test.url, applicationName: 'closing' });
    const running = database.transact(liisa, async (tx) => {
      await tx.query('SELECT pg_sleep(0.2)');
      await tx.write([insertClient(1)]);
    });

    await database.close();

    await running;
    await expect(versionOf(1)).resolves.toBe(1);
  });

  it('survives that the server dies under idle and working connections, and works again when it is back', async () => {
    const waiting = test.database
      .transact(liisa, (tx) => tx.query('SELECT pg_sleep(30)'))
      .catch((error: unknown) => error);
    await eventually(async () => {
      const [row] = await test.asAdmin(
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE query LIKE '%pg_sleep(30)' AND pid <> pg_backend_pid()",
      );
      return row?.n === 1;
    });

    await test.postgres.kill();
    expect(isConnectionLost(await waiting)).toBe(true);
    const refused: unknown = await test.database.ping().catch((error) => error);
    expect(isConnectionLost(refused)).toBe(true);
    await test.postgres.start();

    await eventually(() => test.database.transact(liisa, (tx) => tx.query('SELECT 1 AS one')));
  });
});
