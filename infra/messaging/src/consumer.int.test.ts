import { jetstreamManager } from '@nats-io/jetstream';
import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { Tx } from '@tyovayla/kernel/sql';
import { eventually } from '@tyovayla/testing/eventually';
import { durableName } from './consumer.ts';
import { readInboxLog } from './inbox-log.ts';
import { epochKey } from './stream-epoch.ts';
import { actor, aFact, disorder, effects, recordEffect, testLogger } from './testing/bus.ts';
import { factsOf, type Receiver, startReceiver } from './testing/receiver.ts';

describe('receiving what others published', () => {
  let on: Receiver;

  beforeAll(async () => {
    on = await startReceiver();
  });
  afterEach(() => on.stopConsumers());
  afterAll(() => on.stop());

  it('acts once on each event though every fifth comes twice or more, in any order', async () => {
    const consumer = on.receiving('repeated');
    const all = factsOf('rep', 20, 25);
    const mixed = [...all, ...all.filter((_, index) => index % 5 === 0), ...all.filter((_, index) => index % 50 === 0)]
      .map((fact, index) => ({ fact, key: index + Math.sin(index * 7.3) * 40 }))
      .sort((a, b) => a.key - b.key)
      .map(({ fact }) => fact);
    await on.deliver(...mixed);
    await on.haveEffect('rep-', all.length);
    await on.deliver(...all.slice(0, 100));
    await eventually(() => consumer.status().pending === 0);
    expect(await effects(on.bus.statistics, 'rep-')).toBe(all.length);
    expect(await disorder(on.bus.statistics, 'rep-')).toBe(0);
  });

  it('acts once on an event id that comes again under another version, and goes on behind it', async () => {
    const consumer = on.receiving('mistaken');
    const first = aFact('twin', 1);
    await on.deliver(first);
    await on.haveEffect('twin', 1);
    await on.deliver({ ...first, aggregateVersion: 2 }, aFact('twin', 3));
    await on.haveEffect('twin', 2);
    await eventually(() => consumer.status().pending === 0);
    expect(await effects(on.bus.statistics, 'twin')).toBe(2);
    expect(consumer.status()).toMatchObject({ parked: 0, held: 0 });
  });

  it('tells of what was committed, in order, with positions that grow', async () => {
    const told: ReceivedEvent[] = [];
    on.receiving('told', {
      afterCommit: (events) => {
        told.push(...events);
        throw new Error('a listener that fails changes nothing');
      },
    });
    await on.deliver(aFact('told', 1), aFact('told', 2));
    const ours = () => told.filter((event) => event.aggregateId === 'told');
    await eventually(() => ours().length === 2);
    expect(ours().map((event) => event.aggregateVersion)).toEqual([1, 2]);
    expect((ours()[1]?.position ?? 0n) > (ours()[0]?.position ?? 0n)).toBe(true);
    expect(ours()[0]?.body).toEqual(Buffer.alloc(120, 7));
  });

  it('asks the producer for what is missing, again until it comes, and then goes on in order', async () => {
    const missing = [aFact('gap', 2), aFact('gap', 3)];
    const asked: [string, number][] = [];
    on.receiving('gapped', {
      requestReplay: async (aggregateId, fromVersion) => {
        asked.push([aggregateId, fromVersion]);
        if (asked.length === 1) throw new Error('the producer is away');
        await on.deliver(...missing);
      },
    });
    await on.deliver(aFact('gap', 1), aFact('gap', 4), aFact('gap', 5));
    await on.haveEffect('gap', 5);
    expect(asked.slice(0, 2)).toEqual([
      ['gap', 2],
      ['gap', 2],
    ]);
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(await disorder(on.bus.statistics, 'gap')).toBe(0);
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
    on.receiving('cut-off', { apply, logger });
    const all = factsOf('cut', 30, 20);
    let isCutting = true;
    const cutting = (async () => {
      while (isCutting) {
        await on.bus.statistics.dataSource
          .query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'statistics' AND pid <> pg_backend_pid()",
          )
          .catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    })();
    await on.deliver(...all);
    isCutting = false;
    await cutting;
    await eventually(async () => (await effects(on.bus.statistics, 'cut-')) === all.length, {
      within: 30_000,
      every: 100,
    });
    const rows = await on.bus.statistics.dataSource.query(
      "SELECT max(attempts) AS attempts FROM inbox_event WHERE consumer = 'cut-off'",
    );
    expect(rows[0].attempts).toBe(0);
    expect(faults).toBeGreaterThan(0);
    expect(await disorder(on.bus.statistics, 'cut-')).toBe(0);
  });

  it('is set up again where somebody deletes its consumer', async () => {
    on.receiving('deleted');
    await on.deliver(aFact('del', 1));
    await on.haveEffect('del', 1);
    const manager = await jetstreamManager(on.nc);
    await manager.consumers.delete('TYOVAYLA_CLIENTS', durableName('deleted', 'clients'));
    await on.deliver(aFact('del', 2));
    await on.haveEffect('del', 2);
    expect(await disorder(on.bus.statistics, 'del')).toBe(0);
  });

  it('starts over when the stream says that it lost its end, and acts on nothing twice', async () => {
    on.receiving('over');
    await on.deliver(aFact('ovr', 1));
    await on.haveEffect('ovr', 1);
    const manager = await jetstreamManager(on.nc);
    const consumerInfo = () => manager.consumers.info('TYOVAYLA_CLIENTS', durableName('over', 'clients'));
    const before = await consumerInfo();
    await manager.streams.update('TYOVAYLA_CLIENTS', { metadata: { [epochKey]: '1' } });
    await eventually(async () => (await consumerInfo()).created !== before.created);
    await eventually(async () => (await consumerInfo()).num_pending === 0);
    await on.deliver(aFact('ovr', 2));
    await on.haveEffect('ovr', 2);
    expect(await disorder(on.bus.statistics, 'ovr')).toBe(0);
  });

  it('shares the work between two copies of a service, and order still holds', async () => {
    on.receiving('shared');
    on.receiving('shared');
    await on.deliver(...factsOf('sha', 25, 20));
    await on.haveEffect('sha-', 500, 20_000);
    expect(await disorder(on.bus.statistics, 'sha-')).toBe(0);
  });

  it('leaves a log from which all can be rebuilt in the order in which it took effect', async () => {
    on.receiving('logged');
    await on.deliver(aFact('log', 2), aFact('log', 3));
    await eventually(async () => (await on.waiting('logged')).filter((row) => row.aggregate_id === 'log').length === 2);
    await on.deliver(aFact('log', 1), aFact('log', 4));
    await on.haveEffect('log', 4);
    const seen: ReceivedEvent[] = [];
    for (let after = 0n; ; ) {
      const page = await on.bus.statistics.read(actor, (sql) =>
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

  it('keeps of a fact that has no effect here its envelope alone', async () => {
    on.receiving('sparing', { follows: (type) => type.endsWith('.JobSearchStarted') });
    const foreign = { ...aFact('spare', 2), type: 'tyovayla.clients.v1.ConsentGiven' };
    await on.deliver(aFact('spare', 1), foreign, aFact('spare', 3));
    await on.haveEffect('spare', 3);
    const log = await on.bus.statistics.read(actor, (sql) =>
      readInboxLog(sql, { consumer: 'sparing', afterPosition: 0n, limit: 100_000 }),
    );
    const kept = log.filter((event) => event.aggregateId === 'spare');
    expect(kept.map(({ type, body }) => [type.split('.').at(-1), body.byteLength])).toEqual([
      ['JobSearchStarted', 120],
      ['ConsentGiven', 0],
      ['JobSearchStarted', 120],
    ]);
  });
});
