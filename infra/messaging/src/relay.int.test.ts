import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, MsgHdrsImpl } from '@nats-io/transport-node';
import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import { eventually } from '@tyovayla/testing/eventually';
import type { Broker } from './broker.ts';
import type { Consumer } from './consumer.ts';
import { encodeHeaders } from './event-headers.ts';
import { outboxWrites, replayOutbox } from './outbox.ts';
import type { Relay } from './relay.ts';
import { actor, aFact, area, type Bus, disorder, effects, startBus, store, storeMany } from './testing/bus.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('publishing what was committed', () => {
  let bus: Bus;
  const running: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    bus = await startBus();
  });

  afterEach(async () => {
    for (const stop of running.splice(0).reverse()) await stop();
  });

  afterAll(() => bus.stop());

  const open = async (name: string): Promise<Broker> => {
    const broker = await bus.broker(name);
    running.push(() => broker.close());
    return broker;
  };

  const relaying = async (): Promise<Relay> => {
    const relay = bus.relay(await open('clients'));
    running.push(() => relay.stop());
    return relay;
  };

  const receiving = async (consumer: string): Promise<Consumer> => {
    const started = bus.consumer(await open('statistics'), { consumer });
    running.push(() => started.stop());
    return started;
  };

  const unpublished = async (): Promise<number> => {
    const [row] = await bus.clients.dataSource.query(
      'SELECT count(*)::integer AS count FROM outbox WHERE published_at IS NULL',
    );
    return row.count;
  };
  const allOut = (within = 20_000) => eventually(async () => (await unpublished()) === 0, { within });

  /** Client and version of each message in the stream with this prefix, in the stream's order. */
  const inStream = async (prefix: string): Promise<readonly { readonly id: string; readonly version: number }[]> => {
    const nc = await connect({ servers: bus.nats.url });
    try {
      const manager = await jetstreamManager(nc);
      const { state } = await manager.streams.info('TYOVAYLA_CLIENTS');
      const found: { id: string; version: number }[] = [];
      for (let from = Math.max(1, state.first_seq); from <= state.last_seq; from += 500) {
        const seqs = Array.from({ length: Math.min(500, state.last_seq - from + 1) }, (_, index) => from + index);
        const messages = await Promise.all(seqs.map((seq) => manager.streams.getMessage('TYOVAYLA_CLIENTS', { seq })));
        for (const { header } of messages.flatMap((message) => message ?? [])) {
          found.push({ id: header.get('ce-subject'), version: Number(header.get('tyovayla-aggregate-version')) });
        }
      }
      return found.filter(({ id }) => id.startsWith(prefix));
    } finally {
      await nc.close();
    }
  };

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
    await allOut();
    const published = await inStream('w-');
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
    await allOut();
    const published = await inStream('two-');
    expect(published).toHaveLength(count);
    expect(new Set(published.map(({ id, version }) => `${id} ${version}`)).size).toBe(count);
  });

  it('goes out within a moment of the commit that woke it', async () => {
    const relay = await relaying();
    await eventually(() => relay.status().active);
    await store(bus.clients, [aFact('quick', 1)]);
    relay.wake();
    await eventually(async () => (await unpublished()) === 0, { within: 300, every: 5 });
  });

  it('waits while the broker is away, and catches up', async () => {
    const relay = await relaying();
    await receiving('catching-up');
    await bus.nats.kill();
    const count = await storeMany(bus.clients, { prefix: 'away', clients: 20, versions: 30, perTransaction: 20 });
    relay.wake();
    await eventually(() => relay.status().state === 'away' && relay.status().unpublished === count, { within: 5_000 });
    expect(relay.status()).toMatchObject({ active: false });
    await bus.nats.start();
    await eventually(async () => (await effects(bus.statistics, 'away-')) === count, { within: 20_000 });
    expect(await disorder(bus.statistics, 'away-')).toBe(0);
  });

  it('loses nothing and repeats no effect when the broker is killed in the middle of the stream', async () => {
    const relay = await relaying();
    await receiving('surviving');
    let count = 0;
    for (let round = 0; round < 4; round += 1) {
      count += await storeMany(bus.clients, { prefix: `kill-${round}`, clients: 50, versions: 20, perTransaction: 50 });
      relay.wake();
      await pause(20);
      await bus.nats.kill();
      await bus.nats.start();
    }
    // What was on its way to the consumer when the broker died comes again after the wait for its acknowledgement.
    await eventually(async () => (await effects(bus.statistics, 'kill-')) === count, { within: 50_000 });
    expect(await disorder(bus.statistics, 'kill-')).toBe(0);
  });

  it('fills a broker again that lost everything, and no effect comes twice', async () => {
    await relaying();
    await receiving('refilled');
    const count = await storeMany(bus.clients, { prefix: 'wipe', clients: 30, versions: 10, perTransaction: 30 });
    await eventually(async () => (await effects(bus.statistics, 'wipe-')) === count);
    await bus.nats.wipe();
    await eventually(async () => (await inStream('wipe-')).length === count, { within: 20_000, every: 250 });
    await allOut();
    const more = await storeMany(bus.clients, { prefix: 'wiped', clients: 10, versions: 3 });
    await eventually(async () => (await effects(bus.statistics, 'wiped-')) === more);
    expect(await effects(bus.statistics, 'wipe-')).toBe(count);
    expect(await disorder(bus.statistics, 'wipe')).toBe(0);
  });

  const publishedOf = async (prefix: string): Promise<number> => {
    const text =
      'SELECT count(*)::integer AS count FROM outbox WHERE published_at IS NOT NULL AND aggregate_id LIKE $1';
    const [row] = await bus.clients.dataSource.query(text, [`${prefix}%`]);
    return row.count;
  };

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

  const storeCopy = () => join(bus.nats.storeDir, '..', 'store-copy');
  const publishBehindTheRelay = async (facts: readonly OutgoingEvent[]): Promise<void> => {
    const nc = await connect({ servers: bus.nats.url });
    for (const fact of facts) {
      const envelope = { ...fact, occurTime: fact.occurTime.toISOString(), replays: 0 };
      const headers = MsgHdrsImpl.decode(encodeHeaders(envelope, { stream: 'TYOVAYLA_CLIENTS', area }));
      await nc.request(`tyovayla.${area}.clients.v1.client.job-search-started`, fact.body, { headers, timeout: 5_000 });
    }
    await nc.close();
  };

  const consumersDir = (store: string) => join(store, 'jetstream', '$G', 'streams', 'TYOVAYLA_CLIENTS', 'obs');
  /** Puts the broker back to where it was at the copy, as after a power cut without sync; its consumers were synced. */
  const setBack = async (): Promise<void> => {
    await bus.nats.kill('SIGTERM');
    rmSync(consumersDir(storeCopy()), { recursive: true });
    cpSync(consumersDir(bus.nats.storeDir), consumersDir(storeCopy()), { recursive: true });
    rmSync(bus.nats.storeDir, { recursive: true });
    cpSync(storeCopy(), bus.nats.storeDir, { recursive: true });
    await bus.nats.start();
  };
  const takeCopy = async (): Promise<void> => {
    await bus.nats.kill('SIGTERM');
    rmSync(storeCopy(), { recursive: true, force: true });
    cpSync(bus.nats.storeDir, storeCopy(), { recursive: true });
    await bus.nats.start();
  };

  it('publishes again what a broker lost at the end of its stream, also where new messages took the lost numbers', async () => {
    const relay = await relaying();
    await receiving('set-back');
    await storeMany(bus.clients, { prefix: 'kept', clients: 5, versions: 4 });
    await eventually(async () => (await effects(bus.statistics, 'kept-')) === 20);
    await takeCopy();
    await eventually(() => relay.status().active);
    await storeMany(bus.clients, { prefix: 'lost', clients: 5, versions: 4 });
    await eventually(async () => (await effects(bus.statistics, 'lost-')) === 20);
    await relay.stop();
    await setBack();
    // Events that were under way reach the broker before anybody has looked: they get numbers that were given before,
    // which the consumer believes to have read.
    const late = Array.from({ length: 40 }, (_, index) => aFact('late', index + 1));
    await store(bus.clients, late);
    await publishBehindTheRelay(late);
    expect(await inStream('lost-')).toHaveLength(0);
    await relaying();
    await eventually(async () => (await inStream('lost-')).length >= 20, { within: 20_000, every: 250 });
    await eventually(async () => (await effects(bus.statistics, 'late')) === 40, { within: 20_000 });
    expect(await effects(bus.statistics, 'lost-')).toBe(20);
    expect(await disorder(bus.statistics, 'lost-')).toBe(0);
    expect(await disorder(bus.statistics, 'late')).toBe(0);
  });

  it('publishes a client again on request, under message ids that the broker does not drop', async () => {
    const relay = await relaying();
    await storeMany(bus.clients, { prefix: 'again', clients: 2, versions: 5 });
    await allOut();
    expect(
      await bus.clients.transact(actor, (tx) => replayOutbox(tx, { aggregateId: 'again-1', fromVersion: 4 })),
    ).toBe(2);
    relay.wake();
    await allOut();
    expect((await inStream('again-1')).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 4, 5]);
  });

  it('stores no event of a command that was rolled back, and publishes none', async () => {
    await relaying();
    const failing = bus.clients.transact(actor, async (tx) => {
      await tx.write(outboxWrites([aFact('rolled-back', 1)], { area }));
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    await store(bus.clients, [aFact('rolled-on', 1)]);
    await allOut();
    expect((await inStream('rolled-')).map(({ id }) => id)).toEqual(['rolled-on']);
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
      running.push(async () => {
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
      await eventually(async () => (await inStream(prefix)).length > 20, { every: 100 });
      if (signal === 'SIGSTOP') await stopWithLock(child);
      else child.kill(signal);
      const stoppedAt = performance.now();
      const relay = await relaying();
      const backlog = written;
      await eventually(async () => relay.status().active && (await publishedOf(prefix)) > backlog, {
        within: 12_000,
        every: 20,
      });
      const took = performance.now() - stoppedAt;
      isWriting = false;
      await writing;
      child.kill('SIGCONT');
      await allOut();
      await receiving(`taken-over-${signal}`);
      await eventually(async () => (await effects(bus.statistics, prefix)) === written);
      expect(took).toBeLessThan(10_000);
      expect(await disorder(bus.statistics, prefix)).toBe(0);
    },
  );
});
