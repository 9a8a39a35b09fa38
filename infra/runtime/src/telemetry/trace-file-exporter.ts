import { createWriteStream, type WriteStream } from 'node:fs';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';

const nanos = ([seconds, rest]: readonly [number, number]): string =>
  (BigInt(seconds) * 1_000_000_000n + BigInt(rest)).toString();

const lineOf = (service: string, span: ReadableSpan): string => {
  const { traceId, spanId } = span.spanContext();
  return JSON.stringify({
    traceId,
    spanId,
    parentSpanId: span.parentSpanContext?.spanId,
    service,
    name: span.name,
    kind: span.kind,
    startNanos: nanos(span.startTime),
    endNanos: nanos(span.endTime),
    attributes: span.attributes,
  });
};

const written = (stream: WriteStream, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });

/** Appends finished spans to a file as JSON lines, for runs on one machine without a collector. */
export const createTraceFileExporter = (file: string, service: string): SpanExporter => {
  const stream = createWriteStream(file, { flags: 'a' });
  stream.on('error', () => {});
  return {
    export: (spans, done) => {
      const text = spans.map((span) => `${lineOf(service, span)}\n`).join('');
      written(stream, text).then(
        () => done({ code: 0 }),
        (error: Error) => done({ code: 1, error }),
      );
    },
    forceFlush: () => written(stream, ''),
    shutdown: () =>
      new Promise<void>((resolve) => {
        stream.end(resolve);
      }),
  };
};
