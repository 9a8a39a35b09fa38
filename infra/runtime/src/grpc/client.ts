import { setTimeout as delay } from 'node:timers/promises';
import { Client, type MethodDefinition, type ServiceDefinition } from '@grpc/grpc-js';
import { ConsecutiveBreaker, circuitBreaker, ExponentialBackoff, handleWhen, isBrokenCircuitError } from 'cockatiel';
import { recordCall } from '../telemetry/call-metrics.ts';
import { spanOfOutgoing } from '../telemetry/spans.ts';
import { CallError, localCallError } from './call-error.ts';
import { createRetryBudget } from './retry-budget.ts';
import { channelCredentials, type TlsIdentity } from './tls.ts';
import { type CallOptions, type Outgoing, openStream, sendOnce } from './transport.ts';

export type GrpcClientOptions = {
  readonly tls: TlsIdentity;
  /** Longest wait for an answer, ms; a call's own deadline may be nearer. */
  readonly deadlineMs?: number;
  /** Name that the server's certificate must bear: `programName('clients', area)`. The address's host where left out. */
  readonly serverName?: string;
  /** Which methods only read and may therefore be tried again; by default those named Get, List, Find, Describe, Explain. */
  readonly isQuery?: (method: string) => boolean;
};

type RequestOf<Method> = Method extends { requestSerialize: (value: infer Request) => Buffer } ? Request : never;
type ResponseOf<Method> = Method extends { responseDeserialize: (bytes: Buffer) => infer Response } ? Response : never;

/** The methods of a contract as promises; a stream of answers as an async iterable. */
export type GrpcCalls<Definition> = {
  readonly [Method in keyof Definition]: Definition[Method] extends { responseStream: true }
    ? (request: RequestOf<Definition[Method]>, options?: CallOptions) => AsyncIterable<ResponseOf<Definition[Method]>>
    : (request: RequestOf<Definition[Method]>, options?: CallOptions) => Promise<ResponseOf<Definition[Method]>>;
};

/** Calls and the connection's end. */
export type GrpcClient<Definition> = GrpcCalls<Definition> & { close(): void };

const maxTries = 3;
const defaultDeadlineMs = 5_000;
const queryName = /^(Get|List|Find|Describe|Explain)/;

/** Waits before a second and third try: 20–100 ms, 60–300 ms, so that callers don't come back in step. */
const pauseMs = (attempt: number): number => (0.2 + 0.8 * Math.random()) * 100 * 3 ** (attempt - 1);

const channelOptions = (serverName: string | undefined) => ({
  'grpc.max_receive_message_length': 4 * 1024 * 1024,
  'grpc.max_send_message_length': 256 * 1024,
  'grpc.enable_retries': 0,
  'grpc.enable_channelz': 0,
  // Slower than a server's drain; see the server's setting.
  'grpc.keepalive_time_ms': 60_000,
  'grpc.keepalive_timeout_ms': 10_000,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.min_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1_000,
  'grpc.enable_http_proxy': 0,
  ...(serverName === undefined ? {} : { 'grpc.ssl_target_name_override': serverName }),
});

/** A dependency that is gone: failures that say nothing of the request. */
const isSick = (error: unknown): boolean =>
  error instanceof CallError && (error.code === 'UNAVAILABLE' || error.code === 'DEADLINE_EXCEEDED');

const hasRequestId = (request: unknown): boolean => {
  const { requestId } = (request ?? {}) as { requestId?: unknown };
  return typeof requestId === 'string' && requestId !== '';
};

/** What all calls of one client share. */
const createShared = (client: Client, isQuery: (method: string) => boolean) => {
  const budget = createRetryBudget();
  const breaker = circuitBreaker(handleWhen(isSick), {
    breaker: new ConsecutiveBreaker(8),
    halfOpenAfter: new ExponentialBackoff({ initialDelay: 500, maxDelay: 5_000 }),
  });

  const once = async (outgoing: Outgoing): Promise<unknown> => {
    try {
      return await breaker.execute(() => sendOnce(client, outgoing));
    } catch (error) {
      throw isBrokenCircuitError(error) ? localCallError('UNAVAILABLE', 'CIRCUIT_OPEN') : error;
    }
  };

  const mayRetry = (outgoing: Outgoing, error: unknown, attempt: number): boolean =>
    attempt < maxTries &&
    error instanceof CallError &&
    error.code === 'UNAVAILABLE' &&
    error.reason !== 'CIRCUIT_OPEN' &&
    (isQuery(outgoing.name) || hasRequestId(outgoing.request)) &&
    budget.withdraw();

  return async (outgoing: Outgoing): Promise<unknown> => {
    budget.deposit();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(outgoing);
      } catch (error) {
        const pause = pauseMs(attempt);
        const timeLeft = outgoing.deadline - Date.now() > pause;
        if (!timeLeft || !mayRetry(outgoing, error, attempt)) throw error;
        await delay(pause);
      }
    }
  };
};

const traced = async (outgoing: Outgoing, call: (outgoing: Outgoing) => Promise<unknown>): Promise<unknown> => {
  const startedAt = performance.now();
  const span = spanOfOutgoing(outgoing.name, outgoing.options.traceparent);
  const options = span ? { ...outgoing.options, traceparent: span.traceparent } : outgoing.options;
  let code = 'OK';
  try {
    return await call({ ...outgoing, options });
  } catch (error) {
    code = error instanceof CallError ? error.code : 'FAULT';
    throw error;
  } finally {
    span?.end(code);
    recordCall({ side: 'client', method: outgoing.name, code, durationMs: performance.now() - startedAt });
  }
};

type AnyMethod = MethodDefinition<unknown, unknown>;

/**
 * A client of another program over mutual TLS. Every call has a deadline; a call waits for the connection
 * until then, so that a restart of the other side loses nothing. Tried again, three times at most and within a
 * budget of a tenth, are only queries and changes with a request id, and only where the other side was not
 * there. After eight such failures in a row calls fail at once for a while. Throws CallError.
 */
export const grpcClient = <Definition extends ServiceDefinition>(
  contract: { readonly service: Definition },
  address: string,
  options: GrpcClientOptions,
): GrpcClient<Definition> => {
  const { tls, deadlineMs = defaultDeadlineMs, serverName } = options;
  const isQuery = options.isQuery ?? ((method: string) => queryName.test(method));
  const client = new Client(address, channelCredentials(tls), channelOptions(serverName));
  const send = createShared(client, isQuery);
  const calls: Record<string, unknown> = { close: () => client.close() };
  for (const [key, method] of Object.entries<AnyMethod>(contract.service)) {
    const name = method.path.split('/')[2] ?? key;
    calls[key] = (request: unknown, callOptions: CallOptions = {}) => {
      const latest = Date.now() + deadlineMs;
      const deadline = Math.min(callOptions.deadline?.getTime() ?? latest, latest);
      const outgoing: Outgoing = { name, method, request, options: callOptions, deadline };
      return method.responseStream ? openStream(client, outgoing) : traced(outgoing, send);
    };
  }
  return calls as GrpcClient<Definition>;
};
