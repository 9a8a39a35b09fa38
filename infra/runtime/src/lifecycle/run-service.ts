import { setTimeout as delay } from 'node:timers/promises';
import type { GrpcServer } from '../grpc/server.ts';
import { newId } from '../new-id.ts';
import type { Logger } from '../ports.ts';
import type { Checks } from './readiness.ts';
import { type HealthWatch, watchHealth } from './watch-health.ts';

type Closing = () => Promise<unknown> | unknown;

/** A started service, as far as it has to be watched and ended. */
export type StartedService = {
  /** What it can't work without: "database", "relay", "consumer:clients". */
  readonly checks: Checks;
  /** Shows health and is drained; a program that serves something else says so in `drain`. */
  readonly server?: GrpcServer;
  /** Ends first, all at once: consumers, sweepers, whatever takes up new work by itself. */
  readonly stopIntake?: readonly Closing[];
  /** Ends serving of a program without a gRPC server; called in its place. */
  readonly drain?: (graceMs: number) => Promise<void>;
  /** Ends last, one after the other: relay, broker, clients of others, database, telemetry. */
  readonly close?: readonly Closing[];
  readonly onReadiness?: (ready: boolean) => void;
};

export type ServiceOptions = {
  readonly name: string;
  readonly logger: Logger;
  start(): Promise<StartedService>;
  /** Longest that calls in flight may take to end. */
  readonly drainMs?: number;
  /** Time between "not serving" and the end of intake, for balancers to look elsewhere. */
  readonly noticeMs?: number;
  /** Ends the process; for tests. */
  readonly exit?: (code: number) => void;
};

/** A service that runs; `stop` is what a signal does. */
export type ServiceRun = { stop(reason: string): Promise<void> };

const closeLimitMs = 5_000;

/** Ends one part; a part that fails or hangs does not keep the others from ending. */
const closeOne = async (closing: Closing, logger: Logger): Promise<void> => {
  const limit = new AbortController();
  try {
    await Promise.race([
      Promise.resolve(closing()),
      delay(closeLimitMs, undefined, { signal: limit.signal, ref: false }).then(() => {
        throw new Error('closing takes too long');
      }),
    ]);
  } catch (error) {
    logger.warn({ err: error }, 'part of the service not closed in order');
  } finally {
    limit.abort();
  }
};

const createStop = (service: StartedService, health: HealthWatch, options: ServiceOptions) => {
  const { logger, drainMs = 10_000, noticeMs = 0 } = options;
  let stopping: Promise<void> | undefined;
  const run = async (reason: string): Promise<void> => {
    logger.info({ reason }, 'service stopping');
    health.stop();
    if (noticeMs > 0) await delay(noticeMs);
    await Promise.all((service.stopIntake ?? []).map((part) => closeOne(part, logger)));
    await service.server?.drain(drainMs);
    await service.drain?.(drainMs);
    for (const part of service.close ?? []) await closeOne(part, logger);
    logger.info({}, 'service stopped');
  };
  return (reason: string): Promise<void> => {
    stopping ??= run(reason);
    return stopping;
  };
};

const logIncident = (logger: Logger, error: unknown, message: string): void =>
  logger.error({ err: error, incidentId: newId() }, message);

const exitOnFault = (logger: Logger, exit: (code: number) => void): void => {
  const die = (error: unknown): void => {
    logIncident(logger, error, 'unhandled fault, process ends');
    exit(1);
  };
  process.on('unhandledRejection', die);
  process.on('uncaughtException', die);
};

/**
 * Runs a service from start to end: shows readiness and liveness, and on SIGTERM or SIGINT says "not serving",
 * stops taking up work, lets calls in flight end, and closes the rest in order. A fault that nobody caught
 * is logged as an incident and ends the process: its state can't be trusted any more.
 */
export const runService = async (options: ServiceOptions): Promise<ServiceRun> => {
  const { logger, exit = (code: number) => process.exit(code) } = options;
  exitOnFault(logger, exit);
  let stop: ((reason: string) => Promise<void>) | undefined;
  let signalled = false;
  const onSignal = (signal: string): void => {
    // A second signal while starting or stopping means: now.
    if (signalled || !stop) {
      exit(signalled ? 1 : 0);
      return;
    }
    signalled = true;
    stop(signal).then(
      () => exit(0),
      () => exit(1),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  try {
    const service = await options.start();
    const { checks, server, onReadiness } = service;
    const health = watchHealth({
      checks,
      board: server?.health,
      serviceNames: server?.serviceNames,
      onReadiness,
      logger,
    });
    const end = createStop(service, health, options);
    stop = end;
    return { stop: end };
  } catch (error) {
    logIncident(logger, error, 'service did not start');
    exit(1);
    throw error;
  }
};
