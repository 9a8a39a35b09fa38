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

/** Spans into a file, for runs on one machine: the whole SDK with its exporters would cost 20 MB in every process. */
const traceIntoFile = async (file: string, { service, traceRatio: ratio }: TelemetryOptions): Promise<Telemetry> => {
  const { BatchSpanProcessor, TracerProvider } = await import('@opentelemetry/sdk-trace');
  const { createTraceFileExporter } = await import('./trace-file-exporter.ts');
  const spanProcessors = [new BatchSpanProcessor({ exporter: createTraceFileExporter(file, service) })];
  const provider = new TracerProvider({ spanProcessors });
  recordSpans({ tracer: provider.getTracer('tyovayla'), ratio });
  return {
    stop: async () => {
      recordSpans(undefined);
      await provider.shutdown();
    },
  };
};

/** Spans and metrics to a collector. */
const sendToCollector = async (endpoint: string, options: TelemetryOptions): Promise<Telemetry> => {
  const { service, area, traceRatio: ratio } = options;
  const { NodeSDK } = await import('@opentelemetry/sdk-node');
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT ??= endpoint;
  process.env.OTEL_RESOURCE_ATTRIBUTES ??= `tyovayla.area=${area}`;
  const sdk = new NodeSDK({
    serviceName: service,
    autoDetectResources: true,
    // Nothing of the machine, the user or the command line goes out.
    resourceDetectors: [],
    logRecordProcessors: [],
    instrumentations: [],
  });
  sdk.start();
  recordSpans({ tracer: trace.getTracer('tyovayla'), ratio });
  recordMetrics(metrics.getMeter('tyovayla'));
  return {
    stop: async () => {
      recordSpans(undefined);
      recordMetrics(undefined);
      await sdk.shutdown();
    },
  };
};

/**
 * Starts tracing and metrics where an OTLP endpoint or a trace file is set. What is needed is only loaded then:
 * every span made from a call that isn't sampled would cost time.
 */
export const startTelemetry = async (options: TelemetryOptions): Promise<Telemetry> => {
  const { otlpEndpoint, traceFile, logger } = options;
  if (!otlpEndpoint && !traceFile) return idle;
  const telemetry = otlpEndpoint
    ? await sendToCollector(otlpEndpoint, options)
    : await traceIntoFile(traceFile ?? '', options);
  logger.info({ mode: otlpEndpoint ? 'otlp' : 'file' }, 'telemetry started');
  return {
    stop: () => telemetry.stop().catch((error: unknown) => logger.warn({ err: error }, 'telemetry not flushed')),
  };
};
