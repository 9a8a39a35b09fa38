import { metrics, trace } from '@opentelemetry/api';
import type { Logger } from '../ports.ts';
import { recordMetrics } from './call-metrics.ts';
import { recordSpans } from './spans.ts';

export type TelemetryOptions = {
  readonly service: string;
  readonly area: string;
  /** OTLP collector; spans and metrics are sent there. */
  readonly otlpEndpoint?: string | undefined;
  /** File for spans as JSON lines, where there is no collector. */
  readonly traceFile?: string | undefined;
  /** Share of calls without a trace of their own that get one, 0 to 1. */
  readonly traceRatio: number;
  readonly logger: Logger;
};

export type Telemetry = { stop(): Promise<void> };

const idle: Telemetry = { stop: async () => {} };

/**
 * Starts tracing and metrics where an OTLP endpoint or a trace file is set. The SDK is only loaded then: it
 * costs 18 MB, and every span made from a call that isn't sampled would cost time.
 */
export const startTelemetry = async (options: TelemetryOptions): Promise<Telemetry> => {
  const { service, area, otlpEndpoint, traceFile, traceRatio, logger } = options;
  if (!otlpEndpoint && !traceFile) return idle;
  const { NodeSDK } = await import('@opentelemetry/sdk-node');
  const { createTraceFileExporter } = await import('./trace-file-exporter.ts');
  if (otlpEndpoint) process.env.OTEL_EXPORTER_OTLP_ENDPOINT ??= otlpEndpoint;
  process.env.OTEL_RESOURCE_ATTRIBUTES ??= `tyovayla.area=${area}`;
  const sdk = new NodeSDK({
    serviceName: service,
    autoDetectResources: true,
    // Nothing of the machine, the user or the command line goes out.
    resourceDetectors: [],
    logRecordProcessors: [],
    instrumentations: [],
    ...(otlpEndpoint ? {} : { metricReaders: [] }),
    ...(traceFile && !otlpEndpoint ? { traceExporter: createTraceFileExporter(traceFile, service) } : {}),
  });
  sdk.start();
  recordSpans({ tracer: trace.getTracer('tyovayla'), ratio: traceRatio });
  if (otlpEndpoint) recordMetrics(metrics.getMeter('tyovayla'));
  logger.info({ mode: otlpEndpoint ? 'otlp' : 'file' }, 'telemetry started');
  return {
    stop: async () => {
      recordSpans(undefined);
      recordMetrics(undefined);
      await sdk.shutdown().catch((error: unknown) => logger.warn({ err: error }, 'telemetry not flushed'));
    },
  };
};
