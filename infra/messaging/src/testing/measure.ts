import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import { eventually } from '@tyovayla/testing/eventually';
import { ensureStream } from '../stream.ts';
import { actor, area, type Bus, recordEffect, startBus, storeMany } from './bus.ts';

// Figures of relay and consumer, each with its baseline in the same run: node infra/messaging/src/testing/measure.ts

const rate = (count: number, ms: number): number => Math.round((count * 1_000) / ms);
const median = (list: number[]): number => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

/** Publishing with the client's own call, `window` under way, each with a message id: what a plain producer would do. */
const rawPublish = async (bus: Bus, count: number, window: number): Promise<number> => {
  const nc = await connect({ servers: bus.nats.url });
  const js = jetstream(nc);
  const body = Buffer.alloc(120, 7);
  let sent = 0;
  const lane = async (): Promise<void> => {
    while (sent < count) {
      sent += 1;
      await js.publish(`tyovayla.${area}.raw.v1.client.x`, body, { msgID: `${crypto.randomUUID()}` });
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: window }, lane));
  const took = performance.now() - startedAt;
  await nc.close();
  return rate(count, took);
};

const drain = async (bus: Bus, prefix: string, clients: number): Promise<number> => {
  const count = await storeMany(bus.clients, { prefix, clients, versions: 20, perTransaction: 1_000 });
  const broker = await bus.broker('clients');
  const startedAt = performance.now();
  const relay = bus.relay(broker);
  await eventually(
    async () => {
      const [row] = await bus.clients.dataSource.query(
        'SELECT EXISTS (SELECT FROM outbox WHERE published_at IS NULL) AS left',
      );
      return !row.left;
    },
    { within: 60_000, every: 5 },
  );
  const took = performance.now() - startedAt;
  await relay.stop();
  await broker.close();
  return rate(count, took);
};

const consume = async (bus: Bus, consumer: string, count: number): Promise<number> => {
  const broker = await bus.broker('statistics');
  let seen = 0;
  const startedAt = performance.now();
  const running = bus.consumer(broker, {
    consumer,
    afterCommit: (events) => {
      seen += events.length;
    },
  });
  await eventually(() => seen >= count, { within: 60_000, every: 5 });
  const took = performance.now() - startedAt;
  await running.stop();
  await broker.close();
  return rate(count, took);
};

/** The same rows, straight into the same tables: inbox and effect, 500 a transaction. */
const plainInserts = async (bus: Bus, name: string, withEffect: boolean): Promise<number> => {
  const rows = await bus.statistics.dataSource.query("SELECT * FROM inbox_event WHERE consumer = 'first'");
  const startedAt = performance.now();
  for (let at = 0; at < rows.length; at += 500) {
    // biome-ignore lint/suspicious/noExplicitAny: rows of the driver
    const part: any[] = rows.slice(at, at + 500);
    await bus.statistics.transact(actor, async (tx) => {
      await tx.query(
        `INSERT INTO inbox_event (consumer, event_id, position, producer, type, aggregate_id, aggregate_version, occur_time, body, state)
        SELECT $1, e.id, e.position, 'clients', e.type, e.aggregate, e.version, e.at, e.body, 'APPLIED'
        FROM unnest($2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::integer[], $7::timestamptz[], $8::bytea[])
          AS e(id, position, type, aggregate, version, at, body)`,
        [
          name,
          part.map((r) => r.event_id),
          part.map((r) => r.position),
          part.map((r) => r.type),
          part.map((r) => r.aggregate_id),
          part.map((r) => r.aggregate_version),
          part.map((r) => r.occur_time.toISOString()),
          part.map((r) => r.body),
        ], // prettier-ignore
      );
      if (withEffect) {
        const events = part.map((r) => ({
          eventId: r.event_id,
          aggregateId: r.aggregate_id,
          aggregateVersion: r.aggregate_version,
        }));
        await recordEffect(tx, events as unknown as ReceivedEvent[]);
      }
    });
  }
  return rate(rows.length, performance.now() - startedAt);
};

const bus = await startBus({ fast: false });
try {
  const rawBroker = await bus.broker('raw');
  await ensureStream(rawBroker, { service: 'raw', area });
  await rawBroker.close();
  const [raw, relay, consumed, both, inboxOnly]: number[][] = [[], [], [], [], []];
  await rawPublish(bus, 5_000, 256);
  await drain(bus, 'warm', 100);
  for (let round = 0; round < 3; round += 1) {
    raw?.push(await rawPublish(bus, 20_000, 256));
    relay?.push(await drain(bus, `r${round}`, 1_000));
  }
  const count = 62_000;
  await consume(bus, 'first', count);
  for (let round = 0; round < 4; round += 1) {
    both?.push(await plainInserts(bus, `plain${round}`, true));
    inboxOnly?.push(await plainInserts(bus, `plainer${round}`, false));
    consumed?.push(await consume(bus, `next${round}`, count));
  }
  const ratio = (ours: number[] = [], theirs: number[] = []): string => (median(ours) / median(theirs)).toFixed(2);
  const lines = [
    `events a second: ${JSON.stringify({ raw, relay, consumed, both, inboxOnly })}`,
    `relay draining a backlog / windowed publish with message ids: ${ratio(relay, raw)}`,
    `consumer with inbox and effect / unnest inserts of the same rows: ${ratio(consumed, both)}`,
    `consumer with inbox and effect / unnest inserts of the inbox rows alone: ${ratio(consumed, inboxOnly)}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
} finally {
  await bus.stop();
}
