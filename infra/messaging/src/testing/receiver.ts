import { connect, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node';
import type { OutgoingEvent, ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { Tx } from '@tyovayla/kernel/sql';
import { eventually } from '@tyovayla/testing/eventually';
import type { Broker } from '../broker.ts';
import type { Consumer, ConsumerOptions } from '../consumer.ts';
import { encodeHeaders } from '../event-headers.ts';
import { ensureStream } from '../stream.ts';
import { actor, aFact, area, type Bus, effects, recordEffect, startBus } from './bus.ts';

/** An event that waits in a receiver's inbox. */
export type Waiting = {
  readonly state: string;
  readonly aggregate_id: string;
  readonly aggregate_version: number;
  readonly attempts: number;
};

/** A bus on which the test itself plays the producer, and receivers that it starts. */
export type Receiver = {
  readonly bus: Bus;
  readonly nc: NatsConnection;
  /** Puts a fact on the bus as a producer would, as often as it is called: each time under another message id. */
  deliver(...facts: readonly OutgoingEvent[]): Promise<void>;
  receiving(consumer: string, options?: Partial<ConsumerOptions>): Consumer;
  haveEffect(prefix: string, count: number, within?: number): Promise<true>;
  waiting(consumer: string): Promise<readonly Waiting[]>;
  stopConsumers(): Promise<void>;
  stop(): Promise<void>;
};

export const startReceiver = async (): Promise<Receiver> => {
  const bus = await startBus();
  const broker: Broker = await bus.broker('statistics');
  await ensureStream(broker, { service: 'clients', area });
  const nc = await connect({ servers: bus.nats.url });
  const running: Consumer[] = [];
  let deliveries = 0;
  const deliverOne = async (fact: OutgoingEvent): Promise<void> => {
    deliveries += 1;
    const envelope = { ...fact, occurTime: fact.occurTime.toISOString(), replays: deliveries };
    const headers = { encode: () => encodeHeaders(envelope, { stream: 'TYOVAYLA_CLIENTS', area }) };
    const subject = `tyovayla.${area}.clients.v1.client.job-search-started`;
    await nc.request(subject, fact.body, { headers: headers as unknown as MsgHdrs, timeout: 5_000 });
  };
  const stopConsumers = async (): Promise<void> => {
    for (const consumer of running.splice(0)) await consumer.stop();
  };
  return {
    bus,
    nc,
    deliver: async (...facts) => {
      for (const fact of facts) await deliverOne(fact);
    },
    receiving: (consumer, options = {}) => {
      const started = bus.consumer(broker, { consumer, requestReplay: () => undefined, ...options });
      running.push(started);
      return started;
    },
    haveEffect: (prefix, count, within = 10_000) =>
      eventually(async () => (await effects(bus.statistics, prefix)) === count, { within }),
    waiting: (consumer) =>
      bus.statistics.read(actor, (sql) =>
        sql.query<Waiting>(
          `SELECT state, aggregate_id, aggregate_version, attempts FROM inbox_event
          WHERE consumer = $1 AND state <> 'APPLIED' ORDER BY aggregate_id, aggregate_version`,
          [consumer],
        ),
      ),
    stopConsumers,
    stop: async () => {
      await stopConsumers();
      await nc.close();
      await broker.close();
      await bus.stop();
    },
  };
};

/** `versions` facts of each of `clients` clients, version by version. */
export const factsOf = (prefix: string, clients: number, versions: number): readonly OutgoingEvent[] =>
  Array.from({ length: clients * versions }, (_, index) =>
    aFact(`${prefix}-${index % clients}`, Math.floor(index / clients) + 1),
  );

/** A receiver that cannot take some facts. */
export const refusing =
  (isBad: (event: ReceivedEvent) => boolean) =>
  async (tx: Tx, events: readonly ReceivedEvent[]): Promise<void> => {
    const bad = events.find(isBad);
    if (bad !== undefined) throw new Error(`can't take "${bad.aggregateId}"`);
    await recordEffect(tx, events);
  };
