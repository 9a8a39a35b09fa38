import { answerWrite, claim } from '@tyovayla/persistence/idempotency';
import { persistenceMigrations } from '@tyovayla/persistence/persistence-migrations';
import { liisa, startTestDatabase, type TestDatabase } from '@tyovayla/persistence/testing/test-database';
import { silentLogger } from '@tyovayla/runtime/log';
import { eventually } from '@tyovayla/testing/eventually';
import { startHousekeeping } from './housekeeping.ts';

describe('a service that looks after its own tables', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await startTestDatabase(persistenceMigrations);
  });
  afterAll(() => test.stop());

  const answered = (requestId: string) =>
    test.database.transact(liisa, async (tx) => {
      const request = { program: 'portal', actorId: liisa.actorId, requestId, payloadHash: Buffer.from('hash') };
      await claim(tx, request);
      await tx.write([answerWrite(request, Buffer.from('an answer'))]);
    });

  it('forgets the answers of last month and keeps the others', async () => {
    await answered('old');
    await answered('new');
    await test.asAdmin("UPDATE idempotency SET created_at = now() - interval '31 days' WHERE request_id = 'old'");

    const keeping = startHousekeeping({ database: test.database, service: 'clients', logger: silentLogger });
    await keeping.stop();

    await expect(test.asAdmin('SELECT request_id FROM idempotency')).resolves.toEqual([{ request_id: 'new' }]);
  });

  it('warns of a database that does not wait for the disk', async () => {
    const warnings: unknown[] = [];
    const logger = { ...silentLogger, warn: (fields: object) => void warnings.push(fields) };
    const keeping = startHousekeeping({ database: test.database, service: 'clients', logger });

    await eventually(() => warnings.length > 0);
    await keeping.stop();

    // The test's server runs without fsync.
    expect(warnings).toEqual([{ settings: expect.arrayContaining(['fsync=off']) }]);
  });
});
