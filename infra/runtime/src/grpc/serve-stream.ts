import { once } from 'node:events';
import { type handleServerStreamingCall, status } from '@grpc/grpc-js';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { recordCall } from '../telemetry/call-metrics.ts';
import { traceIncoming } from '../telemetry/spans.ts';
import type { StreamBinding } from './binding.ts';
import {
  type Host,
  logRefusal,
  overloaded,
  type RawRequest,
  readCall,
  recognise,
  type ServedMethod,
  textOf,
  thrownStatus,
} from './host.ts';
import { type CallStatus, refusalStatus } from './refusal-status.ts';

type StreamHandler = handleServerStreamingCall<RawRequest, Uint8Array>;
type StreamCall = Parameters<StreamHandler>[0];

const serviceDraining: Refusal = { kind: 'unavailable', code: 'SERVICE_DRAINING', data: {} };
const tokenExpired: Refusal = { kind: 'unauthenticated', code: 'TOKEN_EXPIRED', data: {} };

const aborted = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });

/** Writes items as fast as the caller takes them, until they end or the signal fires. */
const pump = async (call: StreamCall, items: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<void> => {
  const iterator = items[Symbol.asyncIterator]();
  const stop = aborted(signal);
  try {
    for (;;) {
      const step = await Promise.race([iterator.next(), stop]);
      if (!step || step.done || signal.aborted) return;
      if (!call.write(step.value)) await Promise.race([once(call, 'drain', { signal }).catch(() => {}), stop]);
    }
  } finally {
    // Not awaited: a feed that is waiting for its next item could take its time.
    Promise.resolve(iterator.return?.()).catch(() => {});
  }
};

/** Ends a stream for reasons that lie outside of it; `refusal` says which one it was. */
const createEnding = (host: Host, call: StreamCall) => {
  const controller = new AbortController();
  let refusal: Refusal | undefined;
  const end = (reason?: Refusal): void => {
    if (controller.signal.aborted) return;
    refusal = reason;
    controller.abort();
  };
  const drain = (): void => end(serviceDraining);
  let timer: NodeJS.Timeout | undefined;
  call.on('cancelled', () => end());
  host.draining.addEventListener('abort', drain, { once: true });
  if (host.draining.aborted) drain();
  return {
    signal: controller.signal,
    refusal: () => refusal,
    endAt: (instant: number | undefined): void => {
      if (instant !== undefined) timer = setTimeout(() => end(tokenExpired), Math.max(0, instant - Date.now()));
    },
    close: (): void => {
      clearTimeout(timer);
      host.draining.removeEventListener('abort', drain);
      end();
    },
  };
};

type Ending = ReturnType<typeof createEnding>;

const run = async (
  host: Host,
  method: ServedMethod<StreamBinding>,
  { call, ending, traceparent }: { call: StreamCall; ending: Ending; traceparent: string | undefined },
): Promise<CallStatus | undefined> => {
  const { service } = host.ports;
  const say = (refusal: Refusal): CallStatus => {
    logRefusal(host, method.binding.name, refusal);
    return refusalStatus(service, refusal);
  };
  const recognised = await recognise(host, call, { binding: method.binding, deadline: undefined, traceparent });
  if (!recognised.ok) return say(recognised.refusal);
  const { facts, expiresAt } = recognised.value;
  const read = await readCall(host, method, { facts, request: call.request });
  if (!read.ok) return say(read.refusal);
  ending.endAt(expiresAt);
  const opened = await method.binding.open(host.ports, read.value, ending.signal);
  if (!opened.ok) return say(opened.refusal);
  await pump(call, opened.value, ending.signal);
  const reason = ending.refusal();
  return reason && refusalStatus(service, reason);
};

/**
 * Serves a method with a stream of answers. It ends when the feed does, the caller leaves, the caller's token
 * expires or the service drains; the last two are told, so that the caller opens it again.
 */
export const serveStream = (host: Host, method: ServedMethod<StreamBinding>, maxOpen: number): StreamHandler => {
  const { name } = method.binding;
  let open = 0;
  return (call) => {
    const startedAt = performance.now();
    const { span, traceparent } = traceIncoming(name, textOf(call.metadata, 'traceparent'));
    const finish = (no: CallStatus | undefined): void => {
      const code = no ? (status[no.code] ?? 'UNKNOWN') : 'OK';
      span?.end(code);
      recordCall({ side: 'server', method: name, code, durationMs: performance.now() - startedAt });
      if (no) call.emit('error', no);
      else call.end();
    };
    if (open >= maxOpen) return finish(refusalStatus(host.ports.service, overloaded));
    open += 1;
    const ending = createEnding(host, call);
    void run(host, method, { call, ending, traceparent })
      .catch((error: unknown) => thrownStatus(host, name, error))
      .then(finish)
      .finally(() => {
        open -= 1;
        ending.close();
      });
  };
};
