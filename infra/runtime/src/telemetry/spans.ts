import { type Attributes, ROOT_CONTEXT, type SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import { formatTraceparent, parseTraceparent, type TraceContext } from './trace-context.ts';

/** A span that is being recorded. */
export type OpenSpan = {
  /** Trace context for what this span leads to. */
  readonly traceparent: string;
  /** Ends the span with the call's code, e.g. "OK" or "NOT_FOUND". */
  end(code: string): void;
};

type Sampling = { readonly tracer: Tracer; readonly ratio: number };

let sampling: Sampling | undefined;

/** Turns spans on, for startTelemetry; without it no span is ever made and the paths below cost nothing. */
export const recordSpans = (next: Sampling | undefined): void => {
  sampling = next;
};

// Numbers of SpanKind: the enum's own values would load at run time only through the API's object.
const serverKind: SpanKind = 1;
const clientKind: SpanKind = 2;
const consumerKind: SpanKind = 4;

type SpanAsk = {
  readonly name: string;
  readonly kind: SpanKind;
  readonly parent: TraceContext | undefined;
  readonly attributes: Attributes;
};

const open = ({ tracer }: Sampling, { name, kind, parent, attributes }: SpanAsk): OpenSpan => {
  const context = parent
    ? trace.setSpanContext(ROOT_CONTEXT, {
        traceId: parent.traceId,
        spanId: parent.spanId,
        traceFlags: 1,
        isRemote: true,
      })
    : ROOT_CONTEXT;
  const span = tracer.startSpan(name, { kind, attributes }, context);
  const { traceId, spanId } = span.spanContext();
  return {
    traceparent: formatTraceparent({ traceId, spanId, sampled: true }),
    end: (code) => {
      span.setAttribute('rpc.code', code);
      if (code === 'INTERNAL' || code === 'FAULT') span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
};

const isSampled = ({ ratio }: Sampling, parent: TraceContext | undefined): boolean =>
  parent ? parent.sampled : Math.random() < ratio;

/** What an edge learns of an incoming call's trace: a span where it is recorded, and what to pass on. */
export type IncomingTrace = { readonly span?: OpenSpan; readonly traceparent?: string };

const untraced: IncomingTrace = {};

/**
 * The trace of an incoming call. The caller's choice is followed; without one, the ratio decides. Where this
 * process records nothing, a sampled context is passed on as it came.
 */
export const traceIncoming = (method: string, header: string | undefined): IncomingTrace => {
  if (!sampling && header === undefined) return untraced;
  const parent = parseTraceparent(header);
  if (!sampling) return parent?.sampled && header !== undefined ? { traceparent: header } : untraced;
  if (!isSampled(sampling, parent)) return untraced;
  const span = open(sampling, { name: method, kind: serverKind, parent, attributes: { 'rpc.method': method } });
  return { span, traceparent: span.traceparent };
};

/** The span of an outgoing call, only inside a sampled trace. */
export const spanOfOutgoing = (method: string, traceparent: string | undefined): OpenSpan | undefined => {
  if (!sampling || traceparent === undefined) return undefined;
  const parent = parseTraceparent(traceparent);
  if (!parent?.sampled) return undefined;
  return open(sampling, { name: method, kind: clientKind, parent, attributes: { 'rpc.method': method } });
};

/** The span of a reaction to a received event, only inside a sampled trace. */
export const spanOfReaction = (name: string, received: ReceivedEvent): OpenSpan | undefined => {
  if (!sampling || received.traceparent === undefined) return undefined;
  const parent = parseTraceparent(received.traceparent);
  if (!parent?.sampled) return undefined;
  const attributes = { 'messaging.type': received.type, 'messaging.event_id': received.eventId };
  return open(sampling, { name, kind: consumerKind, parent, attributes });
};
