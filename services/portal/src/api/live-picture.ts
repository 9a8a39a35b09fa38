import type { PictureView } from './picture-schemas.ts';
import type { Caller, StatisticsService } from './ports.ts';
import { ProblemError } from './problem.ts';

/** Where the stream goes: an open response, or a test's list. */
export type EventSink = {
  /** Writes; resolves when the browser has room for more. */
  write(text: string): Promise<void>;
  readonly signal: AbortSignal;
};

type Live = {
  readonly statistics: StatisticsService;
  readonly caller: Caller;
  /** YYYY-MM-DD; empty for today, whichever day that is. */
  readonly dayDate: string;
  readonly heartbeatMs: number;
  /** First wait before asking again; doubled up to sixteen times as long while the service stays away. */
  readonly retryMs: number;
};

const event = (name: string, data: unknown, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });

/** A token runs out while its stream is open: the next is opened with a new one, and nobody needs to know. */
const isExpiry = (error: unknown): boolean => error instanceof ProblemError && error.problem.reason === 'TOKEN_EXPIRED';

/** A "no" that asking again does not change: the stream ends and the page says why. */
const isFinal = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && [400, 401, 403, 404].includes(error.problem.status) && !isExpiry(error);

const beat = async (sink: EventSink, everyMs: number): Promise<void> => {
  while (!sink.signal.aborted) {
    await pause(everyMs, sink.signal);
    if (!sink.signal.aborted) await sink.write(': still here\n\n');
  }
};

const follow = async (live: Live, sink: EventSink, onPicture: () => void): Promise<void> => {
  for await (const picture of live.statistics.watch(live.caller, live.dayDate, sink.signal)) {
    if (sink.signal.aborted) return;
    onPicture();
    await sink.write(event('picture', picture satisfies PictureView, picture.position));
  }
};

/**
 * Keeps a page's situation picture live until the browser leaves: the picture at once, again after each change, a
 * heartbeat in between. Where the service goes away the page is told and the service asked again.
 */
export const streamPictures = async (live: Live, sink: EventSink): Promise<void> => {
  const beating = beat(sink, live.heartbeatMs);
  let waitMs = live.retryMs;
  while (!sink.signal.aborted) {
    try {
      await follow(live, sink, () => {
        waitMs = live.retryMs;
      });
    } catch (error) {
      if (isFinal(error)) {
        await sink.write(event('refused', { reason: error.problem.reason, status: error.problem.status }));
        return;
      }
      if (!sink.signal.aborted && !isExpiry(error)) await sink.write(event('interrupted', {}));
    }
    await pause(waitMs, sink.signal);
    waitMs = Math.min(waitMs * 2, live.retryMs * 16);
  }
  await beating;
};
