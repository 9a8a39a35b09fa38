import {
  AckPolicy,
  type Consumer,
  type ConsumerConfig,
  type ConsumerInfo,
  type ConsumerMessages,
  DeliverPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamManager,
  type JsMsg,
  jetstream,
  ReplayPolicy,
} from '@nats-io/jetstream'; // prettier-ignore
import { nanos } from '@nats-io/transport-node';
import type { Broker } from './broker.ts';
import { isDenied } from './is-denied.ts';
import type { Logger } from './logger.ts';
import { managerOf, streamInfo } from './stream.ts';
import { epochKey, epochOf } from './stream-epoch.ts';
import { wakeUp } from './wake-up.ts';

export type PullOptions = {
  readonly broker: Broker;
  /** Stream of the producer. */
  readonly stream: string;
  /** Name of the durable consumer. */
  readonly durable: string;
  /** Subjects to receive. */
  readonly filter: string;
  onMessage(message: JsMsg): void;
  readonly logger: Logger;
  /** How long the broker waits for an acknowledgement before it sends a message again. Milliseconds. */
  readonly ackWaitMs: number;
};

/** A pull consumer that is set up again whenever something is not as it should be. */
export type Pull = {
  /** True while messages can come. */
  isPulling(): boolean;
  /** Messages that the broker has for us and that are not acknowledged, as of the last look. */
  pending(): number;
  stop(): Promise<void>;
};

const lookEveryMs = 2_000;
const retryMs = 500;
const maxAckPending = 2_000;
/** A request for messages lives so long; the server says every half of it that it is still there. */
const requestMs = 5_000;
const perRequest = 1_000;

const consumerConfig = ({ durable, filter, ackWaitMs }: PullOptions, epoch: string): Partial<ConsumerConfig> => ({
  durable_name: durable,
  filter_subject: filter,
  ack_policy: AckPolicy.Explicit,
  deliver_policy: DeliverPolicy.All,
  replay_policy: ReplayPolicy.Instant,
  ack_wait: nanos(ackWaitMs),
  max_ack_pending: maxAckPending,
  // Unlimited: a consumer with a limit skips the message silently. Bad events are parked by the inbox.
  max_deliver: -1,
  metadata: { [epochKey]: epoch },
});

const isAsWanted = ({ config }: ConsumerInfo, options: PullOptions, epoch: string): boolean =>
  config.filter_subject === options.filter &&
  config.ack_policy === AckPolicy.Explicit &&
  config.ack_wait === nanos(options.ackWaitMs) &&
  config.max_ack_pending === maxAckPending &&
  config.max_deliver === -1 &&
  config.metadata?.[epochKey] === epoch;

const infoOf = async (
  manager: JetStreamManager,
  { stream, durable }: PullOptions,
): Promise<ConsumerInfo | undefined> => {
  try {
    return await manager.consumers.info(stream, durable);
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.ConsumerNotFound) return undefined;
    throw error;
  }
};

/**
 * Makes the durable consumer, or makes it anew where its settings differ or where it belongs to an earlier life of
 * the stream. A new one starts from the beginning; the inbox knows what it has.
 */
const ensureConsumer = async (manager: JetStreamManager, options: PullOptions, epoch: string): Promise<void> => {
  const existing = await infoOf(manager, options);
  if (existing !== undefined && isAsWanted(existing, options, epoch)) return;
  if (existing !== undefined && !(await remove(manager, options))) return;
  await manager.consumers.add(options.stream, consumerConfig(options, epoch));
};

/** False where the broker does not let this program delete its own consumer: then the old one must do. */
const remove = async (manager: JetStreamManager, { stream, durable, logger }: PullOptions): Promise<boolean> => {
  try {
    return await manager.consumers.delete(stream, durable);
  } catch (error) {
    if (!isDenied(error)) throw error;
    logger.error({ stream, durable }, 'not allowed to renew the own consumer, events may stay unseen');
    return false;
  }
};

/** Things that the client reports and that mean: set it up again. */
const troubles: ReadonlySet<string> = new Set([
  'heartbeats_missed',
  'consumer_not_found',
  'stream_not_found',
  'consumer_deleted',
  'no_responders',
]); // prettier-ignore

type State = {
  isPulling: boolean;
  pending: number;
  received: number;
  /** Messages received at the last look that found the broker with messages and without a request of ours. */
  stalledAt: number | undefined;
};

/**
 * Keeps messages coming. A pull can stall without a word after the broker was restarted or its stream was lost, so
 * the loop is set up anew on every change of the connection, on missed heartbeats, and when a look every two
 * seconds shows that the stream, the consumer or its life is another one.
 */
export const startPull = (options: PullOptions): Pull => {
  const state: State = { isPulling: false, pending: 0, received: 0, stalledAt: undefined };
  const bell = wakeUp();
  const stopping = new AbortController();
  const forget = options.broker.onChange(bell.wake);
  const ended = keepPulling(options, state, { bell, signal: stopping.signal });
  return {
    isPulling: () => state.isPulling,
    pending: () => state.pending,
    stop: async () => {
      stopping.abort();
      bell.wake();
      await ended;
      forget();
    },
  };
};

type Control = { readonly bell: ReturnType<typeof wakeUp>; readonly signal: AbortSignal };

const keepPulling = async (options: PullOptions, state: State, control: Control): Promise<void> => {
  let lastReason: string | undefined;
  while (!control.signal.aborted) {
    let reason = 'stopped';
    try {
      reason = await pullUntilTrouble(options, state, control);
    } catch (error) {
      reason = error instanceof Error ? error.message : 'unknown';
    }
    state.isPulling = false;
    if (control.signal.aborted) return;
    if (reason !== lastReason) options.logger.warn({ durable: options.durable, reason }, 'consumer is set up again');
    lastReason = reason;
    await control.bell.wait(retryMs);
  }
};

const pullUntilTrouble = async (options: PullOptions, state: State, control: Control): Promise<string> => {
  const nc = options.broker.connection();
  const manager = await managerOf(options.broker);
  if (nc === undefined || manager === undefined) return 'broker is away';
  const generation = options.broker.generation();
  const info = await streamInfo(manager, options.stream);
  if (info === undefined) return 'stream is missing';
  const epoch = epochOf(info);
  await ensureConsumer(manager, options, epoch);
  const consumer = await jetstream(nc, { timeout: 2_000 }).consumers.get(options.stream, options.durable);
  const messages = await consume(consumer, options, state);
  const trouble = watch(messages, control);
  state.isPulling = true;
  state.stalledAt = undefined;
  options.logger.info({ durable: options.durable }, 'consumer is pulling');
  try {
    while (!control.signal.aborted) {
      if (trouble.reason !== undefined) return trouble.reason;
      if (options.broker.generation() !== generation) return 'broker connection changed';
      const reason = await look(manager, options, { state, epoch });
      if (reason !== undefined) return reason;
      await control.bell.wait(trouble.reason === undefined ? lookEveryMs : 0);
    }
    return 'stopped';
  } finally {
    (messages as { stop(): void }).stop();
  }
};

const consume = (consumer: Consumer, options: PullOptions, state: State): Promise<ConsumerMessages> =>
  consumer.consume({
    max_messages: perRequest,
    expires: requestMs,
    callback: (message) => {
      state.received += 1;
      options.onMessage(message);
    },
  });

const watch = (messages: ConsumerMessages, { bell }: Control): { readonly reason: string | undefined } => {
  const trouble: { reason: string | undefined } = { reason: undefined };
  const listen = async (): Promise<void> => {
    for await (const notification of messages.status()) {
      if (!troubles.has(notification.type)) continue;
      trouble.reason ??= notification.type;
      bell.wake();
    }
    trouble.reason ??= 'pull ended';
    bell.wake();
  };
  void listen().catch(() => undefined);
  return trouble;
};

/** Gives a reason to start over, or undefined where all is well. An answer that does not come is no reason by itself. */
const look = async (
  manager: JetStreamManager,
  options: PullOptions,
  { state, epoch }: { readonly state: State; readonly epoch: string },
): Promise<string | undefined> => {
  try {
    const [stream, consumer] = await Promise.all([streamInfo(manager, options.stream), infoOf(manager, options)]);
    if (stream === undefined) return 'stream is missing';
    if (consumer === undefined) return 'consumer is missing';
    if (epochOf(stream) !== epoch) return 'stream lost events';
    state.pending = consumer.num_pending + consumer.num_ack_pending;
    return hasStalled(consumer, state) ? 'pull has stalled' : undefined;
  } catch {
    return undefined;
  }
};

/**
 * True where twice in a row the broker had messages for us, no request of ours, and nothing came in between. One look
 * is not enough: under load a request is used up for a moment before the next one is there.
 */
const hasStalled = (consumer: ConsumerInfo, state: State): boolean => {
  const isIdle = consumer.num_pending > 0 && consumer.num_waiting === 0 && consumer.num_ack_pending < maxAckPending;
  const wasSo = state.stalledAt === state.received;
  state.stalledAt = isIdle ? state.received : undefined;
  return isIdle && wasSo;
};
