import type { HealthBoard } from '../grpc/health.ts';
import type { Logger } from '../ports.ts';
import { type Checks, type Readiness, readinessOf } from './readiness.ts';

export type HealthWatch = {
  /** Settles when the first round of checks is done. */
  readonly first: Promise<Readiness>;
  /** Shows "not serving" from now on and asks no more. */
  stop(): void;
};

export type HealthWatchOptions = {
  readonly checks: Checks;
  /** Where the result is shown; a program without gRPC has none. */
  readonly board?: HealthBoard | undefined;
  readonly serviceNames?: readonly string[] | undefined;
  readonly onReadiness?: ((ready: boolean) => void) | undefined;
  readonly logger: Logger;
  readonly everyMs?: number;
  readonly timeoutMs?: number;
};

/** The process is not alive when its event loop stood still this long. */
const maxLagMs = 5_000;

/**
 * Looks once a second whether the service can work, and shows it: readiness by dependency and as a whole, and
 * apart from it whether the process itself is alive. A database that is gone makes a service unready, never dead.
 */
export const watchHealth = (options: HealthWatchOptions): HealthWatch => {
  const { checks, board, serviceNames = [], onReadiness, logger, everyMs = 1_000, timeoutMs = 2_000 } = options;
  let stopped = false;
  let wasReady: boolean | undefined;
  let timer: NodeJS.Timeout | undefined;

  const show = ({ ready, results }: Readiness): void => {
    if (stopped) return;
    for (const [name, passed] of Object.entries(results)) board?.set(`check:${name}`, passed);
    for (const name of ['', ...serviceNames]) board?.set(name, ready);
    if (ready === wasReady) return;
    wasReady = ready;
    onReadiness?.(ready);
    const failed = Object.keys(results).filter((name) => !results[name]);
    if (ready) logger.info({}, 'service ready');
    else logger.warn({ checks: failed }, 'service not ready');
  };
  const round = async (): Promise<Readiness> => {
    const dueAt = performance.now() + everyMs;
    const readiness = await readinessOf(checks, timeoutMs);
    show(readiness);
    if (!stopped) timer = setTimeout(() => void next(dueAt), Math.max(0, dueAt - performance.now()));
    timer?.unref();
    return readiness;
  };
  const next = (dueAt: number): Promise<Readiness> => {
    board?.set('liveness', performance.now() - dueAt < maxLagMs);
    return round();
  };
  return {
    first: round(),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      for (const name of ['', ...serviceNames]) board?.set(name, false);
      onReadiness?.(false);
    },
  };
};
