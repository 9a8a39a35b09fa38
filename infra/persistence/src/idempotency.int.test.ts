import type { RequestClaim } from '@tyovayla/kernel/request-claim';
import { eventually } from '@tyovayla/testing/eventually';
import { answerWrite, claim, forgetRequests } from './idempotency.ts';
import { persistenceMigrations } from './persistence-migrations.ts';
import { liisa, startTestDatabase, type TestDatabase } from './testing/test-database.ts';

describe('a request that is sent again', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await startTestDatabase([
      ...persistenceMigrations,
      { name: 'Effect2000', up: ['CREATE TABLE effect (made_by int)', 'GRANT SELECT, INSERT ON effect TO :app'] },
    ]);
  });
  afterAll(() => test.stop());
  beforeEach(() => test.asAdmin('TRUNCATE effect, idempotency'));

  const request: RequestClaim = {
    program: 'portal',
    actorId: 'staff-0001',
    requestId: 'a8c0',
    payloadHash: Buffer.from('payload one'),
  };

  /** A command as the pipeline runs it: claim, effect and answer in one transaction. */
  const command = (attempt: number, asked: RequestClaim = request, meanwhile?: () => Promise<void>) =>
    test.database.transact(liisa, async (tx) => {
      const outcome = await claim(tx, asked);
      if (outcome.kind !== 'new')
        return outcome.kind === 'seen' ? Buffer.from(outcome.answer).toString() : outcome.kind;
      await meanwhile?.();
      const effect = { text: 'INSERT INTO effect (made_by) VALUES ($1)', values: [attempt] };
      await tx.write([effect, answerWrite(asked, Buffer.from(`answer ${attempt}`))]);
      return `answer ${attempt}`;
    });

  const effects = () => test.asAdmin('SELECT made_by FROM effect');

  it('has one effect and gets the first answer', async () => {
    await expect(command(1)).resolves.toBe('answer 1');
    await expect(command(2)).resolves.toBe('answer 1');
    await expect(effects()).resolves.toEqual([{ made_by: 1 }]);
  });

  it('has one effect and one answer also where eight come at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((attempt) => command(attempt)));

    expect(new Set(answers).size).toBe(1);
    await expect(effects()).resolves.toHaveLength(1);
  });

  it('waits for the first to end, and takes over where that failed', async () => {
    let second: Promise<string> | undefined;
    const first = command(1, request, async () => {
      second = command(2);
      await eventually(async () => {
        const [row] = await test.asAdmin(
          "SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock'",
        );
        return row?.n === 1;
      });
      throw new Error('a bug');
    });

    await expect(first).rejects.toThrow('a bug');
    await expect(second).resolves.toBe('answer 2');
    await expect(effects()).resolves.toEqual([{ made_by: 2 }]);
  });

  it('is refused with another payload', async () => {
    await command(1);

    await expect(command(2, { ...request, payloadHash: Buffer.from('payload two') })).resolves.toBe('other-payload');
    await expect(effects()).resolves.toHaveLength(1);
  });

  it.each([
    ['actor', { actorId: 'staff-0002' }],
    ['program', { program: 'population' }],
  ])('is another request where another %s sends it', async (_, difference) => {
    await command(1);

    await expect(command(2, { ...request, ...difference })).resolves.toBe('answer 2');
    await expect(effects()).resolves.toHaveLength(2);
  });

  it('may be decided again where the first was refused and stored no answer', async () => {
    await test.database.transact(liisa, (tx) => claim(tx, request));

    await expect(command(2)).resolves.toBe('answer 2');
  });

  it('is forgotten when it is old', async () => {
    await command(1);
    await command(2, { ...request, requestId: 'b7d1' });
    await test.asAdmin("UPDATE idempotency SET created_at = '2026-01-01' WHERE request_id = 'a8c0'");

    await expect(test.database.transact(liisa, (tx) => forgetRequests(tx, new Date('2026-02-01'), 10))).resolves.toBe(
      1,
    );
    await expect(test.asAdmin('SELECT request_id FROM idempotency')).resolves.toEqual([{ request_id: 'b7d1' }]);
  });
});
