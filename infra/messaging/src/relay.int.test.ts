import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { eventually } from '@tyovayla/testing/eventually';
import { outboxWrites, replayOutbox } from './outbox.ts';
import {
  actor,
  aFact,
  allOut,
  area,
  type Bus,
  disorder,
  effects,
  inStream,
  pause,
  players,
  publishedOf,
  startBus,
  store,
  storeMany,
  unpublished,
} from './testing/bus.ts';

describe('publishing what was committed', () => {
  let bus: Bus;
  const { relaying, receiving, atEnd, stopAll } = players(() => bus);

  beforeAll(async () => {
    bus = await startBus();
  });
  afterEach(stopAll);
  afterAll(() => bus.stop());

  it('skips nothing and keeps each client in order while 16 writers hold their transactions open for random times', async () => {
    await relaying();
    const versions = new Map<string, number>();
    const tails = new Map<string, Promise<void>>();
    const write = (client: string): Promise<void> => {
      // Like a command: takes its transaction id first, waits for the client's lock, then writes the next version.
      const before = tails.get(client) ?? Promise.resolve();
      const done = bus.clients.transact(actor, async (tx) => {
        await tx.query('SELECT pg_current_xact_id()');
        await before;
        const version = (versions.get(client) ?? 0) + 1;
        versions.set(client, version);
        await tx.write(outboxWrites([aFact(client, version)], { area }));
        await pause(Math.random() ** 4 * 400);
      });
      tails.set(client, done);
      return done;
    };
    const writer = async (): Promise<void> => {
      for (let count = 0; count < 12; count += 1) await write(`w-${Math.floor(Math.random() * 6)}`);
    };
    await Promise.all(Array.from({ length: 16 }, writer));
    await allOut(bus);
    const published = await inStream(bus, 'w-');
    expect(published).toHaveLength(16 * 12);
    for (const [client, last] of versions) {
      const order = published.filter(({ id }) => id === client).map(({ version }) => version);
      expect(order).toEqual(Array.from({ length: last }, (_, index) => index + 1));
    }
  });

  it('publishes each event once where two relays compete', async () => {
    const relays = [await relaying(), await relaying()];
    const count = await storeMany(bus.clients, { prefix: 'two', clients: 40, versions: 10, perTransaction: 7 });
    for (const relay of relays) relay.wake();
    await allOut(bus);
    const published = await inStream(bus, 'two-');
    expect(published).toHaveLength(count);
    expect(new Set(published.map(({ id, version }) => `${id} ${version}`)).size).toBe(count);
  });

  it('goes out within a moment of the commit that woke it', async () => {
    const relay = await relaying();
    await eventually(() => relay.status().active);
    await store(bus.clients, [aFact('quick', 1)]);
    relay.wake();
    await eventually(async () => (await unpublished(bus)) === 0, { within: 300, every: 5 });
  });

  /** Stops the process at the worst moment: while it holds the relay's lock. */
  const stopWithLock = (child: ChildProcess): Promise<boolean> =>
    eventually(
      async () => {
        child.kill('SIGSTOP');
        const [row] = await bus.clients.dataSource.query(
          `SELECT EXISTS (SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
            WHERE locktype = 'advisory' AND granted AND application_name = 'relay-process') AS held`,
        );
        if (!row.held) child.kill('SIGCONT');
        return row.held as boolean;
      },
      { within: 20_000, every: 7 },
    );

  it('publishes a client again on request, under message ids that the broker does not drop', async () => {
    const relay = await relaying();
    await storeMany(bus.clients, { prefix: 'again', clients: 2, versions: 5 });
    await allOut(bus);
    expect(
      await bus.clients.transact(actor, (tx) => replayOutbox(tx, { aggregateId: 'again-1', fromVersion: 4 })),
    ).toBe(2);
    relay.wake();
    await allOut(bus);
    expect((await inStream(bus, 'again-1')).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 4, 5]);
  });

  it('stores no event of a command that was rolled back, and publishes none', async () => {
    await relaying();
    const failing = bus.clients.transact(actor, async (tx) => {
      await tx.write(outboxWrites([aFact('rolled-back', 1)], { area }));
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    await store(bus.clients, [aFact('rolled-on', 1)]);
    await allOut(bus);
    expect((await inStream(bus, 'rolled-')).map(({ id }) => id)).toEqual(['rolled-on']);
  });

  it('refuses events that could never be published', () => {
    expect(() => outboxWrites([aFact('big', 1, Buffer.alloc(300_000))], { area })).toThrow('too large');
    expect(() => outboxWrites([aFact('with blank', 1)], { area })).toThrow('header');
    expect(outboxWrites([], { area })).toEqual([]);
  });

  it.each(['SIGSTOP', 'SIGKILL'] as const)(
    'is taken over within ten seconds when the active relay gets %s',
    async (signal) => {
      const script = join(__dirname, 'testing', 'relay-process.ts');
      const child: ChildProcess = spawn(process.execPath, [script, bus.clientsUrl, bus.nats.url], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      atEnd(async () => {
        child.kill('SIGKILL');
      });
      await new Promise((resolve) =>
        child.stdout?.on('data', (text) => String(text).includes('active') && resolve(undefined)),
      );
      let isWriting = true;
      const prefix = `take-${signal}`;
      let written = 0;
      const writing = (async () => {
        while (isWriting) {
          await store(bus.clients, [aFact(`${prefix}-${written % 7}`, Math.floor(written / 7) + 1)]);
          written += 1;
          await pause(5);
        }
      })();
      await eventually(async () => (await inStream(bus, prefix)).length > 20, { every: 100 });
      if (signal === 'SIGSTOP') await stopWithLock(child);
      else child.kill(signal);
      const stoppedAt = performance.now();
      const relay = await relaying();
      const backlog = written;
      await eventually(async () => relay.status().active && (await publishedOf(bus, prefix)) > backlog, {
        within: 12_000,
        every: 20,
      });
      const took = performance.now() - stoppedAt;
      isWriting = false;
      await writing;
      child.kill('SIGCONT');
      await allOut(bus);
      await receiving(`taken-over-${signal}`);
      await eventually(async () => (await effects(bus.statistics, prefix)) === written);
      expect(took).toBeLessThan(10_000);
      expect(await disorder(bus.statistics, prefix)).toBe(0);
    },
  );
});
