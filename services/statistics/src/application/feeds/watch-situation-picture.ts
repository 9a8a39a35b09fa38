import type { Clock } from '@tyovayla/kernel/clock';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import type { SessionActor, Transactions } from '@tyovayla/kernel/sql';
import type { Actor } from '@tyovayla/runtime/actor';
import type { Feed } from '@tyovayla/runtime/feed';
import { audienceOf } from '../audience.ts';
import type { PictureChanges } from '../picture-changes.ts';
import { type PictureSources, type PositionedPicture, pictureOf } from '../queries/get-situation-picture.ts';
import { figuresAccess } from '../statistics-access.ts';

/** A day, or undefined for today, whichever day that is. */
export type WatchInput = { readonly day: LocalDate | undefined };

export type WatchSources = PictureSources & {
  readonly transactions: Transactions;
  readonly changes: PictureChanges;
  readonly clock: Clock;
  /** Least time between two pictures, ms. */
  readonly throttleMs: number;
  /** How often to look for what another instance of the service has counted, and for midnight, ms. */
  readonly lookMs: number;
};

const sessionOf = ({ id, program, roles }: Actor): SessionActor => ({ actorId: id, program, roles });

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });

async function* pictures(
  sources: WatchSources,
  { actor, day: fixedDay }: { readonly actor: Actor; readonly day: LocalDate | undefined },
  signal: AbortSignal,
): AsyncGenerator<PositionedPicture> {
  const { reader, transactions, changes, clock } = sources;
  const session = sessionOf(actor);
  let shown: { readonly mark: string; readonly day: LocalDate } | undefined;
  while (!signal.aborted) {
    const day = fixedDay ?? clock.today();
    // Listening before reading: what is counted in between is not missed.
    const change = changes.next(signal, sources.lookMs);
    const mark = await transactions.transact(session, (tx) => reader.mark(tx));
    if (shown?.mark !== mark || shown.day !== day) {
      const counts = await transactions.transact(session, (tx) => reader.countsOn(tx, [day]));
      shown = { mark: counts.mark, day };
      yield pictureOf(counts, sources, audienceOf(actor));
      await pause(sources.throttleMs, signal);
    }
    await change;
  }
}

/**
 * The picture of a day, at once and after each change, for everybody in the portal. Several changes within the
 * throttle come as one picture, the newest. Ends when the caller leaves.
 */
export const watchSituationPicture = (sources: WatchSources): Feed<WatchInput, PositionedPicture> => ({
  name: 'WatchSituationPicture',
  access: figuresAccess,
  open: (input, { actor }, signal) => accepted(pictures(sources, { actor, day: input.day }, signal)),
});
