import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, refused } from '@tyovayla/kernel/result';
import type { Tx } from '@tyovayla/kernel/sql';
import type { Command } from '@tyovayla/runtime/command';
import type { RebuildStore } from '../ports.ts';
import { type Counting, countEverybody, countInto, foldInto } from '../reactions/count-facts.ts';
import { projectionCareAccess } from '../statistics-access.ts';

/** What was built beside the live projection, complete and compared, waiting to be made live. */
export type Rebuilt = {
  readonly live: number;
  readonly next: number;
  readonly events: number;
  readonly hashBefore: string;
  readonly hashAfter: string;
  readonly durationMs: number;
};

type State = { readonly kind: 'RUNS_ALREADY' } | { readonly kind: 'REBUILT'; readonly rebuilt: Rebuilt };

export type RebuildSources = {
  readonly counting: Counting;
  readonly store: RebuildStore;
  /** Milliseconds of a clock that only runs forward. */
  readonly elapsedMs: () => number;
  /** Facts, and people, that are taken in one go. */
  readonly pageSize: number;
};

const runsAlready: Refusal = { kind: 'conflict', code: 'REBUILD_RUNS_ALREADY', data: {} };

type Reached = { readonly events: number; readonly position: bigint };

type ReadPage = (position: bigint, limit: number) => Promise<readonly ReceivedEvent[]>;

/** Counts page after page into a generation; says how much it is by now and where it got. */
const countPages = async (
  readPage: ReadPage,
  from: Reached,
  { pageSize, count }: { readonly pageSize: number; count(events: readonly ReceivedEvent[]): Promise<void> },
): Promise<Reached> => {
  let { events: counted, position } = from;
  for (;;) {
    const events = await readPage(position, pageSize);
    if (events.length > 0) await count(events);
    counted += events.length;
    position = events.at(-1)?.position ?? position;
    if (events.length < pageSize) return { events: counted, position };
  }
};

const rebuild = async (tx: Tx, sources: RebuildSources, next: number): Promise<Rebuilt> => {
  const { counting, store, elapsedMs, pageSize } = sources;
  const startedAt = elapsedMs();
  const generation = next;
  const beside = {
    pageSize,
    count: (events: readonly ReceivedEvent[]) => foldInto(tx, counting, { generation, events }),
  };
  // Live counting goes on meanwhile; the second round leaves little for the end.
  const first = await countPages(store.factsAfter, { events: 0, position: 0n }, beside);
  const second = await countPages(store.factsAfter, first, beside);
  await countEverybody(tx, counting, { generation, pageSize });
  const { events } = await countPages((position, limit) => store.lastFactsAfter(tx, position, limit), second, {
    pageSize,
    count: (facts) => countInto(tx, counting, { generation, events: facts }),
  });
  const live = await counting.projection.lockLive(tx);
  const hashBefore = await store.hash(tx, live);
  const hashAfter = await store.hash(tx, next);
  return { live, next, events, hashBefore, hashAfter, durationMs: Math.round(elapsedMs() - startedAt) };
};

/**
 * Counts everything again from the service's own log of received facts, beside the live projection, and makes the
 * result live: one transaction, so a crash leaves the live projection as it was. Equal hashes say that nothing was
 * wrong. Live counting waits only for the last facts and the comparison. Refused while another rebuild runs.
 */
export const rebuildProjection = (sources: RebuildSources): Command<undefined, State, Rebuilt, never, Rebuilt> => ({
  name: 'RebuildProjection',
  access: projectionCareAccess,
  loadsWhenClaimed: true,
  load: async (tx) => {
    const next = await sources.store.begin(tx);
    return next === undefined
      ? { kind: 'RUNS_ALREADY' }
      : { kind: 'REBUILT', rebuilt: await rebuild(tx, sources, next) };
  },
  decide: (state) =>
    state.kind === 'RUNS_ALREADY'
      ? refused(runsAlready)
      : accepted({ next: state.rebuilt, facts: [], answer: state.rebuilt }),
  save: ({ next }) => sources.store.swapWrites(next.live, next.next),
  publish: () => [],
  subjectOf: () => undefined,
});
