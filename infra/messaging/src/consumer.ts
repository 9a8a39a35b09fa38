import type { JsMsg } from '@nats-io/jetstream';
import type { Clock } from '@tyovayla/kernel/clock';
import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { SessionActor, Transactions, Tx } from '@tyovayla/kernel/sql';
import type { Broker } from './broker.ts';
import { decodeEnvelope, type IncomingEvent, type Malformed } from './event-headers.ts';
import { type GapWatch, gapWatch } from './gap-watch.ts';
import { type InboxOptions, type InboxWork, workOff } from './inbox.ts';
import type { RetryPolicy } from './inbox-store.ts';
import type { Logger } from './logger.ts';
import { type Pull, startPull } from './pull.ts';
import { streamName, streamSubjects } from './stream-settings.ts';
import { countWaiting, dueAggregates, findGaps, parkMalformed, type WaitingCounts } from './waiting-room.ts';
import { wakeUp } from './wake-up.ts';

export type ConsumerOptions = {
  readonly broker: Broker;
  /** The receiver's own database, where inbox and effects are. */
  readonly transactions: Transactions;
  /** The receiving service, e.g. "statistics". */
  readonly consumer: string;
  /** The publishing service, e.g. "clients". */
  readonly producer: string;
  readonly area: string;
  /**
   * Applies facts in the transaction that remembers them: of each aggregate in version order, each exactly once in
   * effect. Throws where a fact can't be applied: it is tried again and then parked.
   */
  apply(tx: Tx, events: readonly ReceivedEvent[]): Promise<void>;
  /**
   * Whether facts of this type have an effect here. Of others the inbox keeps the envelope alone: order needs it, and
   * nobody here has a purpose for the rest. A receiver that comes to follow another type asks for replays. All types
   * where left out.
   */
  follows?(type: string): boolean;
  /** Told what was committed, for live updates. What it throws is logged and changes nothing. */
  afterCommit?(events: readonly ReceivedEvent[]): void;
  /** Asks the producer to publish an aggregate's events again from a version on. */
  requestReplay(aggregateId: string, fromVersion: number): Promise<void> | void;
  readonly logger: Logger;
  readonly clock: Clock;
  /** What row-level security hears of the consumer; its own name and no roles where left out. */
  readonly actor?: SessionActor;
  /** Five tries, the second after a quarter of a second, each wait four times as long. */
  readonly retry?: RetryPolicy;
  /** After this time the broker sends again what was not acknowledged; 30 000 ms where left out. */
  readonly ackWaitMs?: number;
};

/** How the consumer is doing, for readiness and alarms. */
export type ConsumerStatus = {
  /** When something was committed, or when it was last seen that nothing waits. */
  readonly lastProgress: Date;
  /** True where events wait and nothing has moved for ten seconds, or where none could come for as long. */
  readonly lagging: boolean;
  /** Events at the broker that are not acknowledged yet, as of two seconds ago. */
  readonly pending: number;
  /** Events that wait for an operator: an alarm. */
  readonly parked: number;
  /** Events that wait for an earlier version or for their next try. */
  readonly held: number;
};

export type Consumer = {
  status(): ConsumerStatus;
  /** Ends after the running batch; what was not worked off goes back to the broker at once. */
  stop(): Promise<void>;
};

const batchSize = 500;
const sweepMs = { quiet: 500, busy: 100 };
const gapGraceMs = 200;
const lagMs = 10_000;
const backoffMs = { first: 250, most: 5_000 };
const defaultAckWaitMs = 30_000;
const defaultRetry: RetryPolicy = { tries: 5, firstDelayMs: 250 };

/** A message and what its envelope says. */
type Arrival = { readonly message: JsMsg; readonly event: IncomingEvent | Malformed };

type Loop = {
  readonly options: ConsumerOptions;
  readonly inbox: InboxOptions;
  readonly gaps: GapWatch;
  readonly buffer: Arrival[];
  readonly bell: ReturnType<typeof wakeUp>;
  pull: Pull | undefined;
  waiting: WaitingCounts;
  sweepAt: number;
  faults: number;
  progress: { readonly at: number; readonly date: Date };
};

/** Name of the durable consumer: "statistics__from__clients". */
export const durableName = (consumer: string, producer: string): string => `${consumer}__from__${producer}`;

/**
 * Receives a producer's events and has them applied: of each aggregate in order, each once in effect, whatever the
 * broker repeats, mixes up or loses. Acknowledges after commit. Never throws and never stops by itself.
 */
export const startConsumer = (options: ConsumerOptions): Consumer => {
  const { consumer, producer, transactions, logger, broker } = options;
  const actor = options.actor ?? { actorId: consumer, program: consumer, roles: [] };
  const loop: Loop = {
    options,
    inbox: {
      consumer,
      producer,
      transactions,
      actor,
      apply: options.apply,
      policy: options.retry ?? defaultRetry,
      logger,
    },
    gaps: gapWatch(options.requestReplay, logger),
    buffer: [],
    bell: wakeUp(),
    pull: undefined,
    waiting: { parked: 0, held: 0 },
    sweepAt: 0,
    faults: 0,
    progress: { at: performance.now(), date: options.clock.now() },
  };
  loop.pull = startPull({
    broker,
    stream: streamName(producer),
    durable: durableName(consumer, producer),
    filter: streamSubjects(options.area, producer),
    logger,
    ackWaitMs: options.ackWaitMs ?? defaultAckWaitMs,
    onMessage: (message) => {
      // Read at once, while the database works on the batch before.
      const event = decodeEnvelope(message.headers, producer, message.data);
      loop.buffer.push({ message, event: withoutUnneeded(event, options) });
      loop.bell.wake();
    },
  });
  const stopping = new AbortController();
  const ended = run(loop, stopping.signal);
  return {
    status: () => statusOf(loop),
    stop: async () => {
      stopping.abort();
      loop.bell.wake();
      await loop.pull?.stop();
      await ended;
      for (const { message } of loop.buffer.splice(0)) message.nak();
    },
  };
};

const nothing = new Uint8Array();

const withoutUnneeded = (event: Arrival['event'], { follows }: ConsumerOptions): Arrival['event'] =>
  'malformed' in event || follows === undefined || follows(event.type) ? event : { ...event, body: nothing };

const statusOf = (loop: Loop): ConsumerStatus => {
  const pending = loop.pull?.pending() ?? 0;
  const isStill = performance.now() - loop.progress.at > lagMs;
  return { lastProgress: loop.progress.date, lagging: isStill, pending, ...loop.waiting };
};

const noteProgress = (loop: Loop): void => {
  loop.progress = { at: performance.now(), date: loop.options.clock.now() };
};

const run = async (loop: Loop, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    if (loop.buffer.length > 0) await receive(loop, loop.buffer.splice(0, batchSize));
    if (performance.now() >= loop.sweepAt) await sweep(loop);
    if (loop.buffer.length > 0) continue;
    await loop.bell.wait(signal.aborted ? 0 : Math.max(0, loop.sweepAt - performance.now()));
  }
};

/** Works a batch off and then acknowledges all of it; where the database is away it goes back, to come again later. */
const receive = async (loop: Loop, arrivals: readonly Arrival[]): Promise<void> => {
  try {
    const events: IncomingEvent[] = [];
    for (const { message, event } of arrivals) {
      if ('malformed' in event) await park(loop, message, event);
      else events.push(event);
    }
    if (events.length > 0) await settle(loop, { events, aggregateIds: [] });
    for (const { message } of arrivals) message.ack();
    loop.faults = 0;
  } catch (error) {
    loop.options.logger.error(
      { err: error, consumer: loop.options.consumer, producer: loop.options.producer },
      'batch could not be worked off',
    );
    const wait = Math.min(backoffMs.most, backoffMs.first * 2 ** loop.faults);
    loop.faults += 1;
    for (const { message } of arrivals) message.nak(wait);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
};

const settle = async (loop: Loop, work: InboxWork): Promise<void> => {
  const { applied, held } = await workOff(loop.inbox, work);
  if (held > 0) loop.sweepAt = Math.min(loop.sweepAt, performance.now() + sweepMs.busy);
  noteProgress(loop);
  if (applied.length === 0) return;
  try {
    loop.options.afterCommit?.(applied);
  } catch (error) {
    loop.options.logger.warn({ err: error, consumer: loop.options.consumer }, 'live update failed');
  }
};

const park = async (loop: Loop, message: JsMsg, { malformed }: Malformed): Promise<void> => {
  const { stream, streamSequence, timestampNanos } = message.info;
  const place = `${stream} ${streamSequence} ${timestampNanos}`;
  const parked = { place, header: malformed, body: message.data };
  await loop.options.transactions.transact(loop.inbox.actor, (tx) => parkMalformed(tx, loop.inbox, parked));
  loop.options.logger.error(
    { consumer: loop.options.consumer, stream, count: streamSequence },
    'malformed message parked',
  );
};

/** Looks after what waits: events whose turn has come, and gaps that last. */
const sweep = async (loop: Loop): Promise<void> => {
  loop.sweepAt = performance.now() + sweepMs.quiet;
  try {
    const transact = loop.options.transactions;
    loop.waiting = await transact.transact(loop.inbox.actor, (tx) => countWaiting(tx, loop.inbox));
    if (loop.buffer.length === 0 && (loop.pull?.isPulling() ?? false) && loop.pull?.pending() === 0) noteProgress(loop);
    if (loop.waiting.held === 0) return;
    loop.sweepAt = performance.now() + sweepMs.busy;
    const due = await transact.transact(loop.inbox.actor, (tx) => dueAggregates(tx, loop.inbox));
    if (due.length > 0) await settle(loop, { events: [], aggregateIds: due });
    await loop.gaps.ask(await transact.transact(loop.inbox.actor, (tx) => findGaps(tx, loop.inbox, gapGraceMs)));
  } catch (error) {
    loop.options.logger.warn({ err: error, consumer: loop.options.consumer }, 'waiting events could not be looked at');
  }
};
