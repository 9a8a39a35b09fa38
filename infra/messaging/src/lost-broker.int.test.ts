import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { connect, MsgHdrsImpl } from '@nats-io/transport-node';
import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import { eventually } from '@tyovayla/testing/eventually';
import { encodeHeaders } from './event-headers.ts';
import {
  aFact,
  allOut,
  area,
  type Bus,
  disorder,
  effects,
  inStream,
  pause,
  players,
  startBus,
  store,
  storeMany,
} from './testing/bus.ts';

describe('publishing to a broker that fails', () => {
  let bus: Bus;
  const { relaying, receiving, stopAll } = players(() => bus);

  beforeAll(async () => {
    bus = await startBus();
  });
  afterEach(stopAll);
  afterAll(() => bus.stop());

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
    expect(await inStream(bus, 'lost-')).toHaveLength(0);
    await relaying();
    await eventually(async () => (await inStream(bus, 'lost-')).length >= 20, { within: 20_000, every: 250 });
    await eventually(async () => (await effects(bus.statistics, 'late')) === 40, { within: 20_000 });
    expect(await effects(bus.statistics, 'lost-')).toBe(20);
    expect(await disorder(bus.statistics, 'lost-')).toBe(0);
    expect(await disorder(bus.statistics, 'late')).toBe(0);
  });

  it('fills a broker again that lost everything, and no effect comes twice', async () => {
    await relaying();
    await receiving('refilled');
    const count = await storeMany(bus.clients, { prefix: 'wipe', clients: 30, versions: 10, perTransaction: 30 });
    await eventually(async () => (await effects(bus.statistics, 'wipe-')) === count);
    await bus.nats.wipe();
    await eventually(async () => (await inStream(bus, 'wipe-')).length === count, { within: 20_000, every: 250 });
    await allOut(bus);
    const more = await storeMany(bus.clients, { prefix: 'wiped', clients: 10, versions: 3 });
    await eventually(async () => (await effects(bus.statistics, 'wiped-')) === more);
    expect(await effects(bus.statistics, 'wipe-')).toBe(count);
    expect(await disorder(bus.statistics, 'wipe')).toBe(0);
  });
});
