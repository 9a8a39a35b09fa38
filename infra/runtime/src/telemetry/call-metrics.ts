import type { Counter, Histogram, Meter } from '@opentelemetry/api';

type Instruments = { readonly calls: Counter; readonly durations: Histogram; readonly meter: Meter };

let instruments: Instruments | undefined;

/** Turns metrics on, for startTelemetry; without it recording costs one comparison. */
export const recordMetrics = (meter: Meter | undefined): void => {
  instruments = meter && {
    meter,
    calls: meter.createCounter('tyovayla.calls', { description: 'Calls by method, side and code.' }),
    durations: meter.createHistogram('tyovayla.call.duration', {
      unit: 'ms',
      description: 'Time from call to answer.',
    }),
  };
};

export type CallRecord = {
  readonly side: 'server' | 'client';
  readonly method: string;
  /** Name of the gRPC status. */
  readonly code: string;
  readonly durationMs: number;
};

/** Counts a finished call. Only method, side and code: never an id or anything of a person. */
export const recordCall = ({ side, method, code, durationMs }: CallRecord): void => {
  if (!instruments) return;
  instruments.calls.add(1, { side, method, code });
  instruments.durations.record(durationMs, { side, method });
};

/** Shows a figure that is read when metrics are collected, e.g. the age of the oldest unpublished event. */
export const observeFigure = (name: string, unit: string, read: () => number): void => {
  instruments?.meter.createObservableGauge(name, { unit }).addCallback((result) => result.observe(read()));
};
