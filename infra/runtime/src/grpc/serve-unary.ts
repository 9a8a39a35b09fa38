import { type handleUnaryCall, status } from '@grpc/grpc-js';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { type Result, refused } from '@tyovayla/kernel/result';
import { recordCall } from '../telemetry/call-metrics.ts';
import { traceIncoming } from '../telemetry/spans.ts';
import type { UnaryBinding } from './binding.ts';
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
import { type CallStatus, deadlineStatus, refusalStatus } from './refusal-status.ts';

type UnaryHandler = handleUnaryCall<RawRequest, Uint8Array>;
type UnaryCall = Parameters<UnaryHandler>[0];
type Timing = { readonly deadline: Date; readonly traceparent: string | undefined };

const admitted = async (
  host: Host,
  method: ServedMethod<UnaryBinding>,
  { call, timing }: { readonly call: UnaryCall; readonly timing: Timing },
): Promise<Result<Uint8Array, Refusal>> => {
  const recognised = await recognise(host, call, { ...timing, binding: method.binding });
  if (!recognised.ok) return recognised;
  const read = await readCall(host, method, { facts: recognised.value.facts, request: call.request });
  return read.ok ? method.binding.answer(host.ports, read.value) : read;
};

const answer = async (
  host: Host,
  method: ServedMethod<UnaryBinding>,
  incoming: { readonly call: UnaryCall; readonly timing: Timing },
): Promise<Result<Uint8Array, Refusal>> => {
  const entering = host.admission.enter();
  const place = entering instanceof Promise ? await entering : entering;
  if (!place) return refused(overloaded);
  try {
    return await admitted(host, method, incoming);
  } finally {
    place.release();
  }
};

/** Serves a method with one answer. Every call ends by the caller's deadline or the server's own, whichever is first. */
export const serveUnary = (host: Host, method: ServedMethod<UnaryBinding>): UnaryHandler => {
  const { name, maxDeadlineMs = host.maxDeadlineMs } = method.binding;
  const { service } = host.ports;
  return (call, callback) => {
    const startedAt = performance.now();
    const { span, traceparent } = traceIncoming(name, textOf(call.metadata, 'traceparent'));
    const cap = Date.now() + maxDeadlineMs;
    const callersDeadline = Number(call.getDeadline());
    let open = true;
    const finish = (no: CallStatus | undefined, bytes?: Uint8Array): void => {
      if (!open) return;
      open = false;
      clearTimeout(timer);
      const code = no ? (status[no.code] ?? 'UNKNOWN') : 'OK';
      span?.end(code);
      recordCall({ side: 'server', method: name, code, durationMs: performance.now() - startedAt });
      if (no) callback(no);
      else callback(null, bytes);
    };
    // Where the caller's own deadline is nearer, grpc-js ends the call.
    const timer = callersDeadline > cap ? setTimeout(() => finish(deadlineStatus(service)), maxDeadlineMs) : undefined;
    const timing = { deadline: new Date(Math.min(cap, callersDeadline)), traceparent };
    answer(host, method, { call, timing }).then(
      (result) => {
        if (result.ok) return finish(undefined, result.value);
        logRefusal(host, name, result.refusal);
        finish(refusalStatus(service, result.refusal));
      },
      (error: unknown) => finish(thrownStatus(host, name, error)),
    );
  };
};
