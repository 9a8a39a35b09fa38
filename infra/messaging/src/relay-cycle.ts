import type { Tx } from '@tyovayla/kernel/sql';
import { encodeHeaders } from './event-headers.ts';
import type { Logger } from './logger.ts';
import type { Outcome, WindowPublisher } from './publish-window.ts';
import { hasLateRows, lockRelay, type Mark, type OutboxRow, publishedWrites, readWindow } from './relay-store.ts';

/** What one cycle of the relay came to. */
export type CycleOutcome =
  /** Another relay is at work. */
  | { readonly kind: 'standby' }
  /** Nothing to do; `late`: rows wait for an older transaction. */
  | { readonly kind: 'idle'; readonly late: boolean }
  /** Published and marked; `full`: there may be more. */
  | { readonly kind: 'published'; readonly lastSeq: number; readonly rows: number; readonly full: boolean }
  /** The stream refused or did not answer for some; what was stored in order is marked. */
  | { readonly kind: 'failed'; readonly lastSeq: number; readonly reason: string }
  /** The broker changed under the window, or gave a number that it had given before: nothing is marked. */
  | { readonly kind: 'doubtful' };

export type CycleInput = {
  readonly publisher: WindowPublisher;
  readonly stream: string;
  readonly area: string;
  /** Highest sequence number known to be stored; a new message below it means that the stream lost its end. */
  readonly lastSeq: number;
  /** False as soon as the connection has changed since the last check for losses. */
  isUndisturbed(): boolean;
  readonly logger: Logger;
};

/** Rows in one transaction, and messages under way. The stream has two and a half seconds to answer. */
const rowsPerCycle = 1_000;
const window = { size: 256, withinMs: 2_500 };

/**
 * Reads rows, publishes them in windows, waits for the stream's answers and marks what it stored, all under the
 * relay's lock. Order within an aggregate holds also where a message fails: nothing after the failed one is marked,
 * so all of it goes out again; the broker drops what it has, and receivers hold what came too early.
 */
export const relayCycle = async (tx: Tx, input: CycleInput): Promise<CycleOutcome> => {
  // Both are sent at once; without the lock the rows are not looked at.
  const [isLocked, rows] = await Promise.all([lockRelay(tx), readWindow(tx, rowsPerCycle)]);
  if (!isLocked) return { kind: 'standby' };
  if (rows.length === 0) return { kind: 'idle', late: await hasLateRows(tx) };
  const destination = { stream: input.stream, area: input.area };
  const messages = rows.map((row) => ({
    subject: row.subject,
    headers: encodeHeaders(row, destination),
    body: row.body,
  }));
  const outcomes = await input.publisher.publish(messages, window);
  if (!input.isUndisturbed() || outcomes.some((outcome) => isGivenTwice(outcome, input.lastSeq)))
    return { kind: 'doubtful' };
  const { marks, failure } = sortOut(rows, outcomes);
  // Awaited by the transaction, together with its commit.
  if (marks.length > 0) void tx.write(publishedWrites(input.stream, marks));
  const lastSeq = marks.reduce((highest, mark) => Math.max(highest, mark.seq), input.lastSeq);
  if (failure === undefined)
    return { kind: 'published', lastSeq, rows: rows.length, full: rows.length === rowsPerCycle };
  input.logger.warn(
    { eventId: failure.row.eventId, reason: failure.reason, count: rows.length - marks.length },
    'events were not published',
  );
  return { kind: 'failed', lastSeq, reason: failure.reason };
};

const isGivenTwice = (outcome: Outcome, lastSeq: number): boolean =>
  outcome.stored && !outcome.isDuplicate && outcome.seq <= lastSeq;

type Sorted = {
  readonly marks: readonly Mark[];
  readonly failure: { readonly row: OutboxRow; readonly reason: string } | undefined;
};

/** Stored rows up to the first failure of each aggregate, and the first failure of all. */
const sortOut = (rows: readonly OutboxRow[], outcomes: readonly Outcome[]): Sorted => {
  const stopped = new Set<string>();
  const marks: Mark[] = [];
  let failure: Sorted['failure'];
  rows.forEach((row, index) => {
    const outcome = outcomes[index] ?? { stored: false, reason: 'not sent' };
    if (outcome.stored && !stopped.has(row.aggregateId)) marks.push({ row, seq: outcome.seq });
    if (outcome.stored) return;
    stopped.add(row.aggregateId);
    failure ??= { row, reason: outcome.reason };
  });
  return { marks, failure };
};
