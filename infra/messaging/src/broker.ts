import { ConnectionError, connect, type NatsConnection, type NodeConnectionOptions } from '@nats-io/transport-node';
import type { Logger } from './logger.ts';
import { isSupportedServer, serverFloor } from './server-version.ts';

/** The program's certificate, its key and the authority that it trusts: paths of PEM files. */
export type BrokerTls = { readonly certFile: string; readonly keyFile: string; readonly caFile: string };

export type BrokerOptions = {
  /** nats:// or tls:// address; several parted by commas. */
  readonly url: string;
  /** Mutual TLS. Left out only in tests: then nothing is encrypted. */
  readonly tls?: BrokerTls;
  /** The program, e.g. "clients": names the connection and its private inbox `_INBOX_clients`. */
  readonly name: string;
  readonly logger?: Logger;
  /** How long the first attempt may take before the caller goes on without the broker. Milliseconds. */
  readonly firstAttemptMs?: number;
};

/** The way to the broker: comes back by itself, forever. */
export type Broker = {
  readonly name: string;
  /** The connection while there is one; undefined while the broker is away or may not be used. */
  connection(): NatsConnection | undefined;
  /** Grows whenever the connection breaks or comes back: what was seen under another number may be gone. */
  generation(): number;
  /** Calls `listener` after every change; gives a function that ends this. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
};

/** Thrown where the server must not be used: too old, or without the encryption that was asked for. */
export class UnsafeBroker extends Error {
  override readonly name = 'UnsafeBroker';
}

const retryMs = 500;
const noTls = 'the server offers no TLS';

/** What is wrong with the server behind a connection; undefined where it may be used. */
export const whyUnsafe = (info: NatsConnection['info'], isTlsWanted: boolean): string | undefined => {
  if (info === undefined) return 'the server did not say what it is';
  if (!isSupportedServer(info.version)) return `nats-server ${info.version} is below ${serverFloor}`;
  const isEncrypted = info.tls_required === true || info.tls_available === true;
  return isTlsWanted && !isEncrypted ? noTls : undefined;
};

const connectionOptions = ({ url, tls, name }: BrokerOptions): NodeConnectionOptions => ({
  servers: url.split(','),
  name,
  inboxPrefix: `_INBOX_${name}`,
  tls: tls === undefined ? null : { ...tls },
  timeout: 3_000,
  maxReconnectAttempts: -1,
  reconnectTimeWait: 250,
  reconnectJitter: 100,
  reconnectJitterTLS: 100,
  ignoreAuthErrorAbort: true,
  pingInterval: 5_000,
  maxPingOut: 2,
});

type Link = { nc?: NatsConnection; isUp: boolean; generation: number; isClosed: boolean; wakeRetry?: () => void };

/**
 * Connects to the broker and refuses an unsafe one (UnsafeBroker). Where nobody answers in time it gives a broker
 * that is away and keeps trying: a service works without the bus, its events wait in the outbox.
 */
export const connectBroker = async (options: BrokerOptions): Promise<Broker> => {
  const link: Link = { isUp: false, generation: 0, isClosed: false };
  const listeners = new Set<() => void>();
  const turn = (isUp: boolean): void => {
    link.isUp = isUp;
    link.generation += 1;
    for (const listener of listeners) listener();
  };
  const first = attempt(options, link, turn);
  const patience = pause(options.firstAttemptMs ?? 4_000);
  const outcome = await Promise.race([first, patience.over]);
  patience.cancel();
  if (outcome instanceof UnsafeBroker) throw outcome;
  if (outcome !== 'connected') void first.then(() => keepTrying(options, link, turn));
  return {
    name: options.name,
    connection: () => (link.isUp && link.nc?.isClosed() === false ? link.nc : undefined),
    generation: () => link.generation,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      link.isClosed = true;
      link.wakeRetry?.();
      if (link.nc?.isClosed() === false) await link.nc.close();
      turn(false);
    },
  };
};

const attempt = async (
  options: BrokerOptions,
  link: Link,
  turn: (isUp: boolean) => void,
): Promise<'connected' | UnsafeBroker | undefined> => {
  try {
    const nc = await connect(connectionOptions(options));
    const reason = whyUnsafe(nc.info, options.tls !== undefined);
    if (link.isClosed || reason !== undefined) await nc.close();
    if (reason !== undefined) return new UnsafeBroker(reason);
    if (link.isClosed) return undefined;
    link.nc = nc;
    turn(true);
    void follow(nc, options, { link, turn });
    return 'connected';
  } catch (error) {
    // The client's own refusal of a server without encryption.
    if (error instanceof ConnectionError && error.message.includes("'tls'")) return new UnsafeBroker(noTls);
    options.logger?.warn({ err: error }, 'broker can not be reached');
    return undefined;
  }
};

const keepTrying = async (options: BrokerOptions, link: Link, turn: (isUp: boolean) => void): Promise<void> => {
  while (!link.isClosed && (link.nc === undefined || link.nc.isClosed())) {
    const wait = pause(retryMs);
    link.wakeRetry = wait.cancel;
    await wait.over;
    if (link.isClosed) return;
    const outcome = await attempt(options, link, turn);
    if (outcome instanceof UnsafeBroker) options.logger?.error({ reason: outcome.message }, 'broker is refused');
  }
};

/** Keeps `isUp` true to the connection's state, and never lets an unsafe server in after a reconnect. */
const follow = async (
  nc: NatsConnection,
  options: BrokerOptions,
  { link, turn }: { readonly link: Link; readonly turn: (isUp: boolean) => void },
): Promise<void> => {
  for await (const status of nc.status()) {
    if (status.type === 'disconnect') {
      options.logger?.warn({}, 'broker connection lost');
      turn(false);
    } else if (status.type === 'reconnect') {
      const reason = whyUnsafe(nc.info, options.tls !== undefined);
      if (reason === undefined) options.logger?.info({}, 'broker connection is back');
      else options.logger?.error({ reason }, 'broker is refused');
      turn(reason === undefined);
    } else if (status.type === 'error') {
      options.logger?.warn({ err: status.error }, 'broker reported an error');
    }
  }
  if (link.isClosed) return;
  turn(false);
  await keepTrying(options, link, turn);
};

type Pause = { readonly over: Promise<'over'>; cancel(): void };

const pause = (ms: number): Pause => {
  const { promise, resolve } = Promise.withResolvers<'over'>();
  const timer = setTimeout(resolve, ms, 'over');
  return {
    over: promise,
    cancel: () => {
      clearTimeout(timer);
      resolve('over');
    },
  };
};
