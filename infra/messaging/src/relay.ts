import type { NatsConnection } from '@nats-io/transport-node';
import type { Clock } from '@tyovayla/kernel/clock';
import type { SessionActor, Transactions } from '@tyovayla/kernel/sql';
import type { Broker } from './broker.ts';
import type { Logger } from './logger.ts';
import { checkForLoss } from './lost-broker.ts';
import { type WindowPublisher, windowPublisher } from './publish-window.ts';
import { relayCycle } from './relay-cycle.ts';
import { lockRelay, type RelayState, readBacklog } from './relay-store.ts';
import { managerOf, UnsafeStream } from './stream.ts';
import { type StreamPlan, streamName } from './stream-settings.ts';
import { wakeUp } from './wake-up.ts';

export type RelayOptions = StreamPlan & {
  readonly broker: Broker;
  /** The service's own database, where the outbox is. */
  readonly transactions: Transactions;
  readonly logger: Logger;
  readonly clock: Clock;
};

/** How the relay is doing, for readiness and alarms. */
export type RelayStatus = {
  /** Age of the oldest event that was never sent, in milliseconds; 0 where none waits. */
  readonly oldestUnpublishedMs: number;
  /** Events that wait, counted to 10 000. */
  readonly unpublished: number;
  /** True where this relay is the one that publishes; false for a standby and while the broker is away. */
  readonly active: boolean;
  /** "refused": the stream has unsafe settings; "failing": see the log. */
  readonly state: 'active' | 'standby' | 'away' | 'refused' | 'failing';
  /** When the relay last did its round as it should. */
  readonly lastProgress: Date;
};

export type Relay = {
  /** Says that something was committed. Costs nothing; call it after every command. */
  wake(): void;
  status(): RelayStatus;
  /** Ends after the running cycle. */
  stop(): Promise<void>;
};

const pollMs = 500;
const checkEveryMs = 1_000;
const lingerMs = 2;
const busyRows = 32;
const backoffMs = { first: 100, most: 2_000 };
const lateMs = { first: 5, most: 80 };

/** What is known of the stream on one connection. */
type Checked = { readonly generation: number; readonly at: number; readonly state: RelayState };

type Loop = RelayOptions & {
  readonly actor: SessionActor;
  status: RelayStatus;
  checked: Checked | undefined;
  publisher: { readonly nc: NatsConnection; readonly window: WindowPublisher } | undefined;
  measuredAt: number;
};

/** How long to wait before the next round; "wakeable" where a commit ends the wait, "busy" where many are coming. */
type Next = { readonly kind: 'wakeable' | 'busy' | 'now' | 'late' | 'backoff' | 'standby' };

/**
 * Publishes the service's outbox to its stream, as the only one at a time (see lockRelay). Wakes at commit in this
 * process and looks every half second as a net. Never throws and never stops by itself: broker or database away
 * means waiting, and commands go on.
 */
export const startRelay = (options: RelayOptions): Relay => {
  const loop: Loop = {
    ...options,
    actor: { actorId: options.service, program: options.service, roles: [] },
    status: { oldestUnpublishedMs: 0, unpublished: 0, active: false, state: 'away', lastProgress: options.clock.now() },
    checked: undefined,
    publisher: undefined,
    measuredAt: 0,
  };
  const bell = wakeUp();
  const stopping = new AbortController();
  const forget = options.broker.onChange(() => {
    loop.publisher?.window.abort();
    bell.wake();
  });
  const ended = run(loop, bell, stopping.signal);
  return {
    wake: bell.wake,
    status: () => loop.status,
    stop: async () => {
      stopping.abort();
      loop.publisher?.window.abort();
      bell.wake();
      await ended;
      forget();
      loop.publisher?.window.close();
    },
  };
};

const run = async (loop: Loop, bell: ReturnType<typeof wakeUp>, signal: AbortSignal): Promise<void> => {
  let rounds = 0;
  let wasWoken = false;
  while (!signal.aborted) {
    const next = await round(loop);
    const kind = next.kind === 'standby' ? standbyWait(wasWoken, rounds) : next.kind;
    rounds = kind === 'late' || kind === 'backoff' ? rounds + 1 : 0;
    if (signal.aborted) return;
    if (kind === 'backoff') await delay(growing(backoffMs, rounds));
    // Under load a short wait gathers commits; otherwise an event goes out at once.
    if (kind === 'busy') await delay(lingerMs);
    // The transaction that late rows wait for mostly ends in this process, with a wake.
    if (kind === 'late') wasWoken = await bell.wait(growing(lateMs, rounds));
    if (kind === 'wakeable' || kind === 'busy') wasWoken = await bell.wait(pollMs);
  }
};

const growing = ({ first, most }: typeof lateMs, rounds: number): number => Math.min(most, first * 2 ** (rounds - 1));

/** What was committed here may have come just after the other relay looked, so a woken standby tries a few times more. */
const standbyWait = (wasWoken: boolean, rounds: number): 'late' | 'wakeable' =>
  wasWoken && rounds < 8 ? 'late' : 'wakeable';

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One round that never throws. */
const round = async (loop: Loop): Promise<Next> => {
  try {
    const next = await work(loop);
    if (performance.now() - loop.measuredAt > checkEveryMs) await measure(loop);
    return next;
  } catch (error) {
    loop.checked = undefined;
    const isRefused = error instanceof UnsafeStream;
    const settings = isRefused ? { settings: error.settings } : {};
    loop.logger.error({ err: error, stream: streamName(loop.service), ...settings }, 'relay round failed');
    show(loop, isRefused ? 'refused' : 'failing');
    return { kind: 'backoff' };
  }
};

const show = (loop: Loop, state: RelayStatus['state']): void => {
  const isWell = state === 'active' || state === 'standby';
  const lastProgress = isWell ? loop.clock.now() : loop.status.lastProgress;
  loop.status = { ...loop.status, state, active: state === 'active', lastProgress };
};

const work = async (loop: Loop): Promise<Next> => {
  const nc = loop.broker.connection();
  if (nc === undefined) {
    show(loop, 'away');
    loop.checked = undefined;
    return { kind: 'wakeable' };
  }
  const checked = await check(loop);
  if (checked === undefined) return { kind: 'standby' };
  const outcome = await loop.transactions.transact(loop.actor, (tx) =>
    relayCycle(tx, {
      publisher: publisherOn(loop, nc),
      stream: streamName(loop.service),
      area: loop.area,
      lastSeq: checked.state.lastSeq,
      isUndisturbed: () => loop.broker.generation() === checked.generation,
      logger: loop.logger,
    }),
  );
  if (outcome.kind === 'published' || outcome.kind === 'failed')
    loop.checked = { ...checked, state: { ...checked.state, lastSeq: outcome.lastSeq } };
  if (outcome.kind === 'doubtful') loop.checked = undefined;
  if (outcome.kind === 'failed' || outcome.kind === 'doubtful') {
    show(loop, 'failing');
    return { kind: 'backoff' };
  }
  show(loop, outcome.kind === 'standby' ? 'standby' : 'active');
  if (outcome.kind === 'standby') return { kind: 'standby' };
  if (outcome.kind === 'published' && outcome.full) return { kind: 'now' };
  if (outcome.kind === 'published' && outcome.rows >= busyRows) return { kind: 'busy' };
  return { kind: outcome.kind === 'idle' && outcome.late ? 'late' : 'wakeable' };
};

/** Looks for losses after every change of the connection, and every second besides. Undefined: a standby. */
const check = async (loop: Loop): Promise<Checked | undefined> => {
  const generation = loop.broker.generation();
  const isKnown = loop.checked?.generation === generation;
  if (isKnown && performance.now() - (loop.checked?.at ?? 0) < checkEveryMs) return loop.checked;
  const manager = await managerOf(loop.broker);
  if (manager === undefined) return undefined;
  const state = await loop.transactions.transact(loop.actor, async (tx) =>
    (await lockRelay(tx))
      ? checkForLoss(tx, { manager, plan: loop, isThorough: !isKnown, logger: loop.logger })
      : undefined,
  );
  loop.checked = state === undefined ? undefined : { generation, at: performance.now(), state };
  if (state === undefined) show(loop, 'standby');
  return loop.checked;
};

/** The publisher of this connection; a new connection gets a new one. */
const publisherOn = (loop: Loop, nc: NatsConnection): WindowPublisher => {
  if (loop.publisher?.nc === nc) return loop.publisher.window;
  loop.publisher?.window.close();
  const window = windowPublisher(nc, `_INBOX_${loop.broker.name}`);
  loop.publisher = { nc, window };
  return window;
};

const measure = async (loop: Loop): Promise<void> => {
  const backlog = await loop.transactions.transact(loop.actor, readBacklog);
  loop.measuredAt = performance.now();
  loop.status = { ...loop.status, oldestUnpublishedMs: backlog.oldestMs, unpublished: backlog.unpublished };
};
