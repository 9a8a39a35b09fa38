import { randomUUID } from 'node:crypto';
import { startTestServer } from '../testing/test-server.ts';
import { CallError } from './call-error.ts';

const aClientId = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';

const started = async () => {
  const world = await startTestServer();
  await world.world.transactions.transact({ actorId: 'test', program: 'test', roles: [] }, (tx) =>
    tx.write([world.sample.table.insert(aClientId, { clientId: aClientId, version: 1, days: 10 })]),
  );
  return world;
};

describe('a service that stops', () => {
  it('answers all calls in flight, and takes no new ones', async () => {
    const world = await started();
    const waiting: (() => void)[] = [];
    world.sample.hooks.beforeDecision = () => new Promise<void>((resolve) => waiting.push(resolve));
    const client = world.clientOf('population');
    // Reads are let in side by side; the transactions in memory take turns, so each is released when it arrives.
    const calls = Array.from({ length: 20 }, () => client.getClient({ clientId: aClientId }));
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const drained = world.server.drain(5_000);
    world.sample.hooks.beforeDecision = () => {};
    for (const release of waiting) release();
    const answers = await Promise.allSettled(calls);
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual([]);
    await drained;
    const late = world.clientOf('population', { deadlineMs: 300 }).getClient({ clientId: aClientId });
    await expect(late).rejects.toBeInstanceOf(CallError);
    await world.stop();
  });

  it('tells those who watch to come back, and does not wait for them', async () => {
    const world = await started();
    const reached: string[] = [];
    const watching = (async () => {
      for await (const { picture } of world.clientOf('population').watchSituationPicture({ dayDate: '' })) {
        reached.push(picture?.dayDate ?? '');
      }
    })();
    while (reached.length < 2) await new Promise((resolve) => setImmediate(resolve));
    const startedAt = Date.now();
    await Promise.all([
      world.server.drain(5_000),
      expect(watching).rejects.toMatchObject({ code: 'UNAVAILABLE', reason: 'SERVICE_DRAINING' }),
    ]);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    await world.stop();
  });

  it('cuts off a call that does not end within the grace period', async () => {
    const world = await started();
    world.sample.hooks.beforeDecision = () => new Promise(() => {});
    const call = world.clientOf('population').recordSubsidyDays({
      requestId: randomUUID(),
      clientId: aClientId,
      days: 20,
      countedOnDate: '2026-03-01',
    });
    const outcome = expect(call).rejects.toBeInstanceOf(CallError);
    while (world.world.transactions.lastActor()?.program !== 'population')
      await new Promise((resolve) => setImmediate(resolve));
    const startedAt = Date.now();
    await world.server.drain(200);
    expect(Date.now() - startedAt).toBeLessThan(600);
    await world.stop();
    await outcome;
  });
});
