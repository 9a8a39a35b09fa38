import type { Logger } from '@tyovayla/runtime/ports';

export type SweepOptions<Outcome> = {
  /** Does what is due now. */
  work(): Promise<Outcome>;
  readonly everyMs: number;
  readonly logger: Logger;
  /** What the log says where the work failed; the next round tries again. */
  readonly failed: string;
};

export type Sweep<Outcome> = {
  /** One round now, after the one that runs. Gives its outcome, and throws what it throws. */
  runOnce(): Promise<Outcome>;
  /** Ends after the round that runs. */
  stop(): Promise<void>;
};

/** Looks for work at once and every so often. One round at a time: within one process nothing is done twice at once. */
export const startSweep = <Outcome>({ work, everyMs, logger, failed }: SweepOptions<Outcome>): Sweep<Outcome> => {
  let running: Promise<unknown> = Promise.resolve();
  const runOnce = (): Promise<Outcome> => {
    const mine = running.then(work);
    running = mine.catch(() => undefined);
    return mine;
  };
  const look = (): void => {
    runOnce().catch((error: unknown) => logger.error({ err: error }, failed));
  };
  const interval = setInterval(look, everyMs);
  interval.unref();
  look();
  return {
    runOnce,
    stop: async () => {
      clearInterval(interval);
      await running;
    },
  };
};
