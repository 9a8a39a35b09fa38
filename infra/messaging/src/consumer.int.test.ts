import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node';
import type { OutgoingEvent, ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { Tx } from '@tyovayla/kernel/sql';
import { eventually } from '@tyovayla/testing/eventually';
import type { Broker } from './broker.ts';
import { type Consumer, type ConsumerOptions, durableName } from './consumer.ts';
import { encodeHeaders } from './event-headers.ts';
import { readInboxLog } from './inbox-log.ts';
import { dismissMalformed, listParked, redriveParked } from './parking.ts';
import { ensureStream } from './stream.ts';
import { epochKey } from './stream-epoch.ts';
import { actor, aFact, area, type Bus, disorder, effects, recordEffect, startBus, testLogger } from './testing/bus.ts';

describe('receiving what others published', () => {
  let bus: Bus;
  let nc: NatsConnection;
  let broker: Broker;
  const running: Consumer[] = [];
  let deliveries = 0;

  beforeAll(async () => {
    bus = await startBus();
    broker = await bus.broker('statistics');
    await ensureStream(broker, { service: 'clients', area });
    nc = await connect({ servers: bus.nats.url });
  });

  afterEach(async () => {
    for (const consumer of running.splice(0)) await consumer.stop();
  });

  afterAll(async () => {
    await nc.close();
    await broker.close();
    await bus.stop();
  });

  /** Puts a fact on the bus as a producer would, as often as it is called: each time under another message id. */
  const deliver = async (fact: OutgoingEvent): Promise<void> => {
    deliveries += 1;
    const envelope = { ...fact, occurTime: fact.occurTime.toISOString(), replays: deliveries };
    const headers = {
      encode: () => encodeHeaders(envelope, { stream: 'TYOVAYLA_CLIENTS', area }),
    } as unknown as MsgHdrs;
    await nc.request(`tyovayla.${area}.clients.v1.client.job-search-started`, fact.body, { headers, timeout: 5_000 });
  };
  const deliverAll = async (facts: readonly OutgoingEvent[]): Promise<void> => {
    for (const fact of facts) await deliver(fact);
  };

  const receiving = (consumer: string, options: Partial<ConsumerOptions> = {}): Consumer => {
    const started = bus.consumer(broker, { consumer, requestReplay: () => undefined, ...options });
    running.push(started);
    return started;
  };

  const facts = (prefix: string, clients: number, versions: number): readonly OutgoingEvent[] =>
    Array.from({ length: clients * versions }, (_, index) =>
      aFact(`${prefix}-${index % clients}`, Math.floor(index / clients) + 1),
    );

  const haveEffect = (prefix: string, count: number, within = 10_000) =>
    eventually(async () => (await effects(bus.statistics, prefix)) === count, { within });

  const waiting = (consumer: string) =>
    bus.statistics.read(actor, (sql) =>
      sql.query<{ state: string; aggregate_id: string; aggregate_version: number; attempts: number }>(
        `SELECT state, aggregate_id, aggregate_version, attempts FROM inbox_event
        WHERE consumer = $1 AND state <> 'APPLIED' ORDER BY aggregate_id, aggregate_version`,
        [consumer],
      ),
    );

  /** A receiver that cannot take some facts. */
  const refusing = (isBad: (event: ReceivedEvent) => boolean) => async (tx: Tx, events: readonly ReceivedEvent[]) => {
    const bad = events.find(isBad);
    if (bad !== undefined) throw new Error(`can't take "${bad.aggregateId}"`);
    await recordEffect(tx, events);
  };

  it('acts once on each event though every fifth comes twice or more, in any order', async () => {
    receiving('repeated');
    const all = facts('rep', 20, 25);
    const mixed = [...all, ...all.filter((_, index) => index % 5 === 0), ...all.filter((_, index) => index % 50 === 0)]
      .map((fact, index) => ({ fact, key: index + Math.sin(index * 7.3) * 40 }))
      .sort((a, b) => a.key - b.key)
      .map(({ fact }) => fact);
    await deliverAll(mixed);
    await haveEffect('rep-', all.length);
    await deliverAll(all.slice(0, 100));
    await eventually(() => running[0]?.status().pending === 0);
    expect(await effects(bus.statistics, 'rep-')).toBe(all.length);
    expect(await disorder(bus.statistics, 'rep-')).toBe(0);
  });

  it('tells of what was committed, in order, with positions that grow', async () => {
    const told: ReceivedEvent[] = [];
    receiving('told', {
      afterCommit: (events) => {
        told.push(...events);
        throw new Error('a listener that fails changes nothing');
      },
    });
    await deliverAll([aFact('told', 1), aFact('told', 2)]);
    const ours = () => told.filter((event) => event.aggregateId === 'told');
    await eventually(() => ours().length === 2);
    expect(ours().map((event) => event.aggregateVersion)).toEqual([1, 2]);
    expect((ours()[1]?.position ?? 0n) > (ours()[0]?.position ?? 0n)).toBe(true);
    expect(ours()[0]?.body).toEqual(Buffer.alloc(120, 7));
  });

  it('sets ten bad events among a thousand aside after five tries, and nobody else waits for them', async () => {
    const consumer = receiving('poisoned', {
      apply: refusing((event) => event.aggregateId.startsWith('poi-bad') && event.aggregateVersion === 2),
    });
    const good = facts('poi-good', 100, 10);
    const bad = facts('poi-bad', 10, 3);
    await deliverAll([...good.slice(0, 500), ...bad, ...good.slice(500)]);
    await haveEffect('poi-good-', good.length);
    await eventually(() => consumer.status().parked === 10, { within: 20_000 });
    const rows = (await waiting('poisoned')).filter((row) => row.aggregate_id.startsWith('poi-bad'));
    expect(
      rows.filter((row) => row.state === 'PARKED' && row.aggregate_version === 2 && row.attempts === 5),
    ).toHaveLength(10);
    expect(rows.filter((row) => row.state === 'HELD' && row.aggregate_version === 3)).toHaveLength(10);
    expect(await effects(bus.statistics, 'poi-bad-')).toBe(10);
    expect(await disorder(bus.statistics, 'poi-good-')).toBe(0);
  });

  it('keeps the reason of a parked event without what the error quotes', async () => {
    receiving('reasoned', {
      apply: refusing((event) => event.aggregateId === 'reason'),
      retry: { tries: 1, firstDelayMs: 1 },
    });
    await deliver(aFact('reason', 1));
    const [parked] = await eventually(async () => {
      const found = await bus.statistics.read(actor, (sql) => listParked(sql, { consumer: 'reasoned' }));
      return found.length > 0 && found;
    });
    expect(parked).toMatchObject({
      aggregateId: 'reason',
      aggregateVersion: 1,
      attempts: 1,
      lastError: "Error: can't take …",
    });
  });

  it('takes a parked event and what waited behind it within a second once an operator asks for it', async () => {
    let isMended = false;
    const apply = refusing((event) => !isMended && event.aggregateId === 'mend' && event.aggregateVersion === 1);
    const consumer = receiving('mended', { apply, retry: { tries: 2, firstDelayMs: 1 } });
    await deliverAll([aFact('mend', 1), aFact('mend', 2), aFact('mend', 3)]);
    await eventually(() => consumer.status().parked === 1);
    await bus.statistics.transact(actor, (tx) => redriveParked(tx, { consumer: 'mended' }));
    await eventually(async () => (await waiting('mended')).some((row) => row.state === 'PARKED' && row.attempts === 3));
    expect(await effects(bus.statistics, 'mend')).toBe(0);
    isMended = true;
    await bus.statistics.transact(actor, (tx) => redriveParked(tx, { consumer: 'mended' }));
    await haveEffect('mend', 3, 1_500);
    expect(await disorder(bus.statistics, 'mend')).toBe(0);
    await eventually(() => consumer.status().parked === 0);
  });

  it('asks the producer for what is missing, again until it comes, and then goes on in order', async () => {
    const missing = [aFact('gap', 2), aFact('gap', 3)];
    const asked: [string, number][] = [];
    receiving('gapped', {
      requestReplay: async (aggregateId, fromVersion) => {
        asked.push([aggregateId, fromVersion]);
        if (asked.length === 1) throw new Error('the producer is away');
        await deliverAll(missing);
      },
    });
    await deliverAll([aFact('gap', 1), aFact('gap', 4), aFact('gap', 5)]);
    await haveEffect('gap', 5);
    expect(asked.slice(0, 2)).toEqual([
      ['gap', 2],
      ['gap', 2],
    ]);
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(await disorder(bus.statistics, 'gap')).toBe(0);
  });

  it('parks a message without a proper envelope, once, and goes on; only an operator puts it out of the way', async () => {
    const consumer = receiving('malformed');
    await nc.request(`tyovayla.${area}.clients.v1.client.broken`, 'who am I?', { timeout: 5_000 });
    await deliver(aFact('proper', 1));
    await haveEffect('proper', 1);
    await eventually(() => consumer.status().parked === 1);
    expect(await bus.statistics.transact(actor, (tx) => redriveParked(tx, { consumer: 'malformed' }))).toBe(0);
    expect(await bus.statistics.transact(actor, (tx) => dismissMalformed(tx, { consumer: 'malformed' }))).toBe(1);
    await eventually(() => consumer.status().parked === 0 && consumer.status().held === 0);
  });

  it('blames no event when the database breaks the connection, and applies all once it is back', async () => {
    let faults = 0;
    const apply = async (tx: Tx, events: readonly ReceivedEvent[]): Promise<void> => {
      await recordEffect(tx, events);
      await tx.query('SELECT pg_sleep(0.04)');
    };
    const logger = {
      ...testLogger,
      error: (_: object, message: string) => {
        if (message === 'batch could not be worked off') faults += 1;
      },
    };
    receiving('cut-off', { apply, logger });
    const all = facts('cut', 30, 20);
    let isCutting = true;
    const cutting = (async () => {
      while (isCutting) {
        await bus.statistics.dataSource
          .query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'statistics' AND pid <> pg_backend_pid()",
          )
          .catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    })();
    await deliverAll(all);
    isCutting = false;
    await cutting;
    await eventually(async () => (await effects(bus.statistics, 'cut-')) === all.length, {
      within: 30_000,
      every: 100,
    });
    const rows = await bus.statistics.dataSource.query(
      "SELECT max(attempts) AS attempts FROM inbox_event WHERE consumer = 'cut-off'",
    );
    expect(rows[0].attempts).toBe(0);
    expect(faults).toBeGreaterThan(0);
    expect(await disorder(bus.statistics, 'cut-')).toBe(0);
  });

  it('is set up again where somebody deletes its consumer', async () => {
    receiving('deleted');
    await deliver(aFact('del', 1));
    await haveEffect('del', 1);
    const manager = await jetstreamManager(nc);
    await manager.consumers.delete('TYOVAYLA_CLIENTS', durableName('deleted', 'clients'));
    await deliver(aFact('del', 2));
    await haveEffect('del', 2);
    expect(await disorder(bus.statistics, 'del')).toBe(0);
  });

  it('starts over when the stream says that it lost its end, and acts on nothing twice', async () => {
    receiving('over');
    await deliver(aFact('ovr', 1));
    await haveEffect('ovr', 1);
    const manager = await jetstreamManager(nc);
    const consumerInfo = () => manager.consumers.info('TYOVAYLA_CLIENTS', durableName('over', 'clients'));
    const before = await consumerInfo();
    await manager.streams.update('TYOVAYLA_CLIENTS', { metadata: { [epochKey]: '1' } });
    await eventually(async () => (await consumerInfo()).created !== before.created);
    await eventually(async () => (await consumerInfo()).num_pending === 0);
    await deliver(aFact('ovr', 2));
    await haveEffect('ovr', 2);
    expect(await disorder(bus.statistics, 'ovr')).toBe(0);
  });

  it('shares the work between two copies of a service, and order still holds', async () => {
    receiving('shared');
    receiving('shared');
    await deliverAll(facts('sha', 25, 20));
    await haveEffect('sha-', 500, 20_000);
    expect(await disorder(bus.statistics, 'sha-')).toBe(0);
  });

  it('leaves a log from which all can be rebuilt in the order in which it took effect', async () => {
    receiving('logged');
    await deliverAll([aFact('log', 2), aFact('log', 3)]);
    await eventually(async () => (await waiting('logged')).filter((row) => row.aggregate_id === 'log').length === 2);
    await deliverAll([aFact('log', 1), aFact('log', 4)]);
    await haveEffect('log', 4);
    const seen: ReceivedEvent[] = [];
    for (let after = 0n; ; ) {
      const page = await bus.statistics.read(actor, (sql) =>
        readInboxLog(sql, { consumer: 'logged', afterPosition: after, limit: 37 }),
      );
      seen.push(...page);
      if (page.length < 37) break;
      after = page.at(-1)?.position ?? after;
    }
    expect(seen.filter((event) => event.aggregateId === 'log').map((event) => event.aggregateVersion)).toEqual([
      1, 2, 3, 4,
    ]);
    expect(new Set(seen.map((event) => event.eventId)).size).toBe(seen.length);
    expect(seen.find((event) => event.aggregateId === 'log')).toMatchObject({
      producer: 'clients',
      type: 'tyovayla.clients.v1.JobSearchStarted',
    });
  });

  it('is looked after with the replay command: list, redrive, dismiss', async () => {
    let isMended = false;
    receiving('by-command', {
      apply: refusing((event) => !isMended && event.aggregateId === 'cmd'),
      retry: { tries: 1, firstDelayMs: 1 },
    });
    await deliver(aFact('cmd', 1));
    await eventually(async () => (await waiting('by-command')).some((row) => row.state === 'PARKED'));
    const script = join(__dirname, '..', '..', '..', 'scripts', 'replay.js');
    const command = (...args: string[]) =>
      promisify(execFile)(process.execPath, [script, ...args, '--url', bus.statisticsUrl]);
    expect((await command('list', '--consumer', 'by-command')).stdout).toContain('cmd 1');
    isMended = true;
    expect((await command('redrive', '--consumer', 'by-command')).stdout).toContain('1 event');
    await haveEffect('cmd', 1, 2_000);
    expect((await command('list', '--consumer', 'by-command')).stdout).not.toContain('cmd 1');
    expect((await command('dismiss', '--consumer', 'by-command')).stdout).toContain('1 message');
    expect((await command('list', '--consumer', 'by-command')).stdout).toContain('no parked events');
  });
});
