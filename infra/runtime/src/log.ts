import { type DestinationStream, type Logger as Pino, pino } from 'pino';
import { allowedFields } from './log-fields.ts';
import type { Logger } from './ports.ts';

export type LogOptions = {
  /** The service's short name. */
  readonly service: string;
  /** "debug", "info", "warn", "error"; info where left out. */
  readonly level?: string;
  /** Standard output where left out. */
  readonly destination?: DestinationStream;
};

const wrap = (log: Pino): Logger => ({
  debug: (fields, message) => {
    if (log.isLevelEnabled('debug')) log.debug(allowedFields(fields), message);
  },
  info: (fields, message) => log.info(allowedFields(fields), message),
  warn: (fields, message) => log.warn(allowedFields(fields), message),
  error: (fields, message) => log.error(allowedFields(fields), message),
  child: (component) => wrap(log.child({ component })),
});

/**
 * The service's log: JSON lines with a constant lower-case message and ids. Fields that are not on the
 * allow-list are left out, so that no personal data gets in by passing an object.
 */
export const createLogger = ({ service, level = 'info', destination }: LogOptions): Logger => {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    // Faults are told by faultFields already; pino's own way would look for messages again.
    serializers: { err: (fields: unknown) => fields },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return wrap(destination ? pino(options, destination) : pino(options));
};

/** A log that writes nothing, for tests and one-off tools. */
export const silentLogger: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => silentLogger,
};
