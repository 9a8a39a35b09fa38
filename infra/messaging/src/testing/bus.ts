import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { Clock } from '@tyovayla/kernel/clock';
import type { OutgoingEvent, ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Tx } from '@tyovayla/kernel/sql';
import { migrate } from '@tyovayla/persistence/migrate';
import { type Database, openDatabase } from '@tyovayla/persistence/open-database';
import { persistenceMigrations } from '@tyovayla/persistence/persistence-migrations';
import { eventually } from '@tyovayla/testing/eventually';
import { type Nats, startNats } from '@tyovayla/testing/nats';
import { openTogether } from '@tyovayla/testing/open-together';
import { type Postgres, startPostgres } from '@tyovayla/testing/postgres';
import { type Broker, connectBroker } from '../broker.ts';
import { type Consumer, type ConsumerOptions, startConsumer } from '../consumer.ts';
import type { Logger } from '../logger.ts';
import { messagingMigrations } from '../messaging-migrations.ts';
import { outboxWrites, replayOutbox } from '../outbox.ts';
import { type Relay, startRelay } from '../relay.ts';

export const area = 'meri-lappi';
export const producer = 'clients';
export const actor = { actorId: 'test', program: 'test', roles: [] };

export const realClock: Clock = { now: () => new Date(), today: () => '2026-11-24' as LocalDate };

const isLoud = process.env.LOUD !== undefined;
const say =
  (level: string) =>
  (fields: object, message: string): void => {
    // biome-ignore lint/suspicious/noConsole: only where somebody looks into a failing test
    if (isLoud) console.error(level, message, fields);
  };
export const testLogger: Logger = { debug: () => undefined, info: say('info'), warn: say('warn'), error: say('error') };

/** Two services' databases and a broker, all real. */
export type Bus = {
  readonly postgres: Postgres;
  readonly nats: Nats;
  readonly clients: Database;
  readonly statistics: Database;
  readonly clientsUrl: string;
  readonly statisticsUrl: string;
  broker(name: string): Promise<Broker>;
  relay(broker: Broker): Relay;
  consumer(broker: Broker, options?: Partial<ConsumerOptions>): Consumer;
  /** Empties outboxes, inboxes and effects, between tests. */
  stop(): Promise<void>;
};

/** Where the receiver's effect goes: one row per fact, in order, so that a second effect or a wrong order shows. */
const effectTable = {
  name: 'Effect2001',
  up: [
    `CREATE TABLE effect (
      place bigint GENERATED ALWAYS AS IDENTITY, event_id uuid NOT NULL, aggregate_id text NOT NULL, version integer NOT NULL
    )`,
    'GRANT SELECT, INSERT ON effect TO :app',
  ],
};

export const recordEffect = async (tx: Tx, events: readonly ReceivedEvent[]): Promise<void> => {
  await tx.query(
    `INSERT INTO effect (event_id, aggregate_id, version)
    SELECT e.id, e.aggregate, e.version FROM unnest($1::uuid[], $2::text[], $3::integer[]) WITH ORDINALITY AS e(id, aggregate, version, place)
    ORDER BY place`,
    [
      events.map((event) => event.eventId),
      events.map((event) => event.aggregateId),
      events.map((event) => event.aggregateVersion),
    ],
  );
};

type Opened = { readonly database: Database; readonly url: string };

const openService = async (postgres: Postgres, name: string): Promise<Opened> => {
  const { url, migratorUrl, appRole } = await postgres.createService(name);
  await migrate({
    url: migratorUrl,
    migrations: [...persistenceMigrations, ...messagingMigrations, effectTable],
    appRole,
  });
  return { database: await openDatabase({ url, applicationName: name, poolSize: 20 }), url };
};

export const startBus = (options: { readonly fast?: boolean; readonly syncInterval?: string } = {}): Promise<Bus> =>
  openTogether(async (opened) => {
    const { fast = true, syncInterval = '2m' } = options;
    const postgres = opened(await startPostgres({ fast }), (started) => started.stop());
    const nats = opened(await startNats({ syncInterval }), (started) => started.stop());
    const clients = opened(await openService(postgres, 'clients'), ({ database }) => database.close());
    const statistics = opened(await openService(postgres, 'statistics'), ({ database }) => database.close());
    return busOn({ postgres, nats, clients, statistics });
  });

const busOn = (parts: Pick<Bus, 'postgres' | 'nats'> & { readonly clients: Opened; readonly statistics: Opened }) => {
  const { postgres, nats, clients, statistics } = parts;
  const replay = async (aggregateId: string, fromVersion: number): Promise<void> => {
    await clients.database.transact(actor, (tx) => replayOutbox(tx, { aggregateId, fromVersion }));
  };
  return {
    postgres,
    nats,
    clients: clients.database,
    statistics: statistics.database,
    clientsUrl: clients.url,
    statisticsUrl: statistics.url,
    broker: (name: string) => connectBroker({ url: nats.url, name, logger: testLogger }),
    relay: (broker: Broker) =>
      startRelay({
        broker,
        transactions: clients.database,
        service: producer,
        area,
        logger: testLogger,
        clock: realClock,
      }),
    consumer: (broker: Broker, changes: Partial<ConsumerOptions> = {}) =>
      startConsumer({
        broker,
        transactions: statistics.database,
        consumer: 'statistics',
        producer,
        area,
        apply: recordEffect,
        requestReplay: replay,
        logger: testLogger,
        clock: realClock,
        retry: { tries: 5, firstDelayMs: 5 },
        ...changes,
      }),
  };
};

let lastId = 0;
const run = Math.floor(Math.random() * 0xffff_ffff)
  .toString(16)
  .padStart(8, '0');

/** A fact about a client, with the next test id. */
export const aFact = (
  aggregateId: string,
  aggregateVersion: number,
  body: Uint8Array = Buffer.alloc(120, 7),
): OutgoingEvent => {
  lastId += 1;
  const digits = lastId.toString(16).padStart(12, '0');
  return {
    eventId: `${run}-0000-7000-8000-${digits}`,
    type: 'tyovayla.clients.v1.JobSearchStarted',
    concept: 'client',
    aggregateId,
    aggregateVersion,
    occurTime: new Date(1_790_000_000_000 + lastId),
    body,
  };
};

/** Stores facts in the outbox in one transaction. */
export const store = (database: Database, events: readonly OutgoingEvent[]): Promise<void> =>
  database.transact(actor, (tx) => tx.write(outboxWrites(events, { area })));

/** `versions` facts of each of `clients` clients, stored in mixed order, `perTransaction` at a time. Gives the count. */
export const storeMany = async (
  database: Database,
  plan: {
    readonly prefix: string;
    readonly clients: number;
    readonly versions: number;
    readonly perTransaction?: number;
  },
): Promise<number> => {
  const all: OutgoingEvent[] = [];
  for (let version = 1; version <= plan.versions; version += 1) {
    for (let client = 0; client < plan.clients; client += 1) all.push(aFact(`${plan.prefix}-${client}`, version));
  }
  const size = plan.perTransaction ?? 500;
  for (let at = 0; at < all.length; at += size) await store(database, all.slice(at, at + size));
  return all.length;
};

/** Effects whose version is not the one after the last of its client: none where order holds and nothing comes twice. */
export const disorder = async (database: Database, prefix: string): Promise<number> => {
  const rows = await database.read(actor, (sql) =>
    sql.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM (
        SELECT version, row_number() OVER (PARTITION BY aggregate_id ORDER BY place) AS expected FROM effect WHERE aggregate_id LIKE $1
      ) e WHERE version <> expected`,
      [`${prefix}%`],
    ),
  );
  return rows[0]?.count ?? -1;
};

export const effects = async (database: Database, prefix: string): Promise<number> => {
  const rows = await database.read(actor, (sql) =>
    sql.query<{ count: number }>('SELECT count(*)::integer AS count FROM effect WHERE aggregate_id LIKE $1', [
      `${prefix}%`,
    ]),
  );
  return rows[0]?.count ?? 0;
};

/** Client and version of each message in the stream with this prefix, in the stream's order. */
export const inStream = async (
  bus: Bus,
  prefix: string,
): Promise<readonly { readonly id: string; readonly version: number }[]> => {
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

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts relays and consumers of a test and stops them after it. */
export type Players = {
  relaying(): Promise<Relay>;
  receiving(consumer: string): Promise<Consumer>;
  /** Does this at the end as well. */
  atEnd(work: () => Promise<void>): void;
  stopAll(): Promise<void>;
};

export const players = (bus: () => Bus): Players => {
  const running: (() => Promise<void>)[] = [];
  const open = async (name: string): Promise<Broker> => {
    const broker = await bus().broker(name);
    running.push(() => broker.close());
    return broker;
  };
  return {
    relaying: async () => {
      const relay = bus().relay(await open('clients'));
      running.push(() => relay.stop());
      return relay;
    },
    receiving: async (consumer) => {
      const started = bus().consumer(await open('statistics'), { consumer });
      running.push(() => started.stop());
      return started;
    },
    atEnd: (work) => {
      running.push(work);
    },
    stopAll: async () => {
      for (const stop of running.splice(0).reverse()) await stop();
    },
  };
};

const countOutbox = async (bus: Bus, condition: string, prefix: string): Promise<number> => {
  const text = `SELECT count(*)::integer AS count FROM outbox WHERE ${condition} AND aggregate_id LIKE $1`;
  const [row] = await bus.clients.dataSource.query(text, [`${prefix}%`]);
  return row.count;
};
export const publishedOf = (bus: Bus, prefix: string): Promise<number> =>
  countOutbox(bus, 'published_at IS NOT NULL', prefix);
export const unpublished = (bus: Bus): Promise<number> => countOutbox(bus, 'published_at IS NULL', '');

/** Waits until nothing is left to publish. */
export const allOut = (bus: Bus): Promise<true> =>
  eventually(async () => (await unpublished(bus)) === 0, { within: 20_000 });
