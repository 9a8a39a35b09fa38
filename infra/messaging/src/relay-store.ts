import type { Sql, Write } from '@tyovayla/kernel/sql';
import type { OutboxEnvelope } from './event-headers.ts';

/** A row of the outbox on its way to the broker. */
export type OutboxRow = OutboxEnvelope & {
  readonly position: bigint;
  readonly subject: string;
  readonly body: Uint8Array;
};

/** What the relay remembers of its stream. */
export type RelayState = { readonly created: string; readonly lastSeq: number; readonly lastEventId?: string };

/**
 * Takes the relay's lock for this transaction; false where another relay holds it. One lock per cycle, let go with
 * the transaction: a killed relay's lock goes with its connection, and a stopped one's (SIGSTOP, a dead machine) when
 * Postgres ends its idle transaction after six seconds, so that a standby takes over within ten. What the stopped
 * one does when it wakes up can't be committed: its marks belong to the transaction that is gone. Marks may be lost
 * in a crash of Postgres without harm (they are only sent again), so commits need not wait for the disk.
 */
export const lockRelay = async (sql: Sql): Promise<boolean> => {
  const rows = await sql.query<{ locked: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended('tyovayla.outbox-relay', 0)) AS locked,
      set_config('idle_in_transaction_session_timeout', '6000', true), set_config('synchronous_commit', 'off', true)`,
  );
  return rows[0]?.locked === true;
};

/**
 * Rows to publish, oldest first: only of transactions older than every running one, and none before an earlier
 * version of its aggregate. Within an aggregate `position` grows with the version, but a transaction may hold an
 * older id than the one before it, so a version whose predecessor is not below the watermark yet waits for it.
 * `tx_id >= xmax`: rows from a restored dump, with ids of another cluster.
 */
const windowText = `WITH mark AS (
  SELECT pg_snapshot_xmin(pg_current_snapshot()) AS xmin, pg_snapshot_xmax(pg_current_snapshot()) AS xmax
), late AS (
  SELECT aggregate_id, min(aggregate_version) AS version FROM outbox
  WHERE published_at IS NULL AND tx_id >= (SELECT xmin FROM mark) AND tx_id < (SELECT xmax FROM mark)
  GROUP BY aggregate_id
)
SELECT position, event_id, type, subject, aggregate_id, aggregate_version, occur_time, traceparent, body, replays
FROM outbox o
WHERE published_at IS NULL AND (tx_id < (SELECT xmin FROM mark) OR tx_id >= (SELECT xmax FROM mark))
  AND NOT EXISTS (SELECT FROM late l WHERE l.aggregate_id = o.aggregate_id AND l.version < o.aggregate_version)
ORDER BY position LIMIT $1`;

type WindowRow = {
  readonly position: bigint | string;
  readonly event_id: string;
  readonly type: string;
  readonly subject: string;
  readonly aggregate_id: string;
  readonly aggregate_version: number;
  readonly occur_time: Date;
  readonly traceparent: string | null;
  readonly body: Uint8Array;
  readonly replays: number;
};

export const readWindow = async (sql: Sql, limit: number): Promise<readonly OutboxRow[]> => {
  const rows = await sql.query<WindowRow>(windowText, [limit]);
  return rows.map((row) => ({
    position: BigInt(row.position),
    eventId: row.event_id,
    type: row.type,
    subject: row.subject,
    aggregateId: row.aggregate_id,
    aggregateVersion: row.aggregate_version,
    occurTime: row.occur_time.toISOString(),
    body: row.body,
    replays: row.replays,
    ...(row.traceparent === null ? {} : { traceparent: row.traceparent }),
  }));
};

/** True where committed rows wait for an older transaction that still runs. */
export const hasLateRows = async (sql: Sql): Promise<boolean> => {
  const rows = await sql.query<{ late: boolean }>(
    'SELECT EXISTS (SELECT FROM outbox WHERE published_at IS NULL AND tx_id >= pg_snapshot_xmin(pg_current_snapshot())) AS late',
  );
  return rows[0]?.late === true;
};

/** A row that the stream stored, and where. */
export type Mark = { readonly row: OutboxRow; readonly seq: number };

const markText = `UPDATE outbox o SET published_at = now(), stream_seq = m.seq
  FROM unnest($1::bigint[], $2::bigint[]) AS m(position, seq)
  WHERE o.position = m.position AND o.published_at IS NULL`;

const lastText = `UPDATE relay_state SET last_seq = $1::bigint, last_event_id = $2::uuid, updated_at = now()
  WHERE stream = $3 AND last_seq < $1::bigint`;

/** Marks rows as published and remembers the last message. */
export const publishedWrites = (stream: string, marks: readonly Mark[]): readonly Write[] => {
  const last = marks.reduce((highest, mark) => (mark.seq > highest.seq ? mark : highest));
  return [
    { text: markText, values: [marks.map((mark) => mark.row.position), marks.map((mark) => mark.seq)] },
    { text: lastText, values: [last.seq, last.row.eventId, stream] },
  ];
};

export const readRelayState = async (sql: Sql, stream: string): Promise<RelayState | undefined> => {
  const rows = await sql.query<{ created: string; last_seq: bigint | string; last_event_id: string | null }>(
    'SELECT created, last_seq, last_event_id FROM relay_state WHERE stream = $1',
    [stream],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const state = { created: row.created, lastSeq: Number(row.last_seq) };
  return row.last_event_id === null ? state : { ...state, lastEventId: row.last_event_id };
};

export const writeRelayState = async (sql: Sql, stream: string, state: RelayState): Promise<void> => {
  await sql.query(
    `INSERT INTO relay_state (stream, created, last_seq, last_event_id) VALUES ($1, $2, $3, $4)
    ON CONFLICT (stream) DO UPDATE SET created = excluded.created, last_seq = excluded.last_seq,
      last_event_id = excluded.last_event_id, updated_at = now()`,
    [stream, state.created, state.lastSeq, state.lastEventId ?? null],
  );
};

/**
 * Marks all rows that were stored after `seq` as not published, and gives their count. They go out under new message
 * ids. A month of rows takes its time: the transaction has no time limit on statements.
 */
export const unpublishAfter = async (sql: Sql, seq: number): Promise<number> => {
  await sql.query("SELECT set_config('statement_timeout', '0', true)");
  const rows = await sql.query<{ count: number }>(
    `WITH lost AS (
      UPDATE outbox SET published_at = NULL, stream_seq = NULL, replays = replays + 1
      WHERE published_at IS NOT NULL AND stream_seq > $1 RETURNING 1
    ) SELECT count(*)::integer AS count FROM lost`,
    [seq],
  );
  return rows[0]?.count ?? 0;
};

/** Where rows lie in the stream, newest first, below a sequence number. */
export const storedBelow = async (
  sql: Sql,
  seq: number,
  limit: number,
): Promise<readonly { readonly seq: number; readonly eventId: string }[]> => {
  const rows = await sql.query<{ stream_seq: bigint | string; event_id: string }>(
    'SELECT stream_seq, event_id FROM outbox WHERE stream_seq < $1 ORDER BY stream_seq DESC LIMIT $2',
    [seq, limit],
  );
  return rows.map((row) => ({ seq: Number(row.stream_seq), eventId: row.event_id }));
};

/** How much waits: rows (counted to 10 000) and the age of the oldest that was never sent, in milliseconds. */
export type Backlog = { readonly unpublished: number; readonly oldestMs: number };

export const readBacklog = async (sql: Sql): Promise<Backlog> => {
  const rows = await sql.query<{ unpublished: number; oldest_ms: number }>(
    `SELECT count(*)::integer AS unpublished,
      coalesce(extract(epoch FROM clock_timestamp() - min(stored_at) FILTER (WHERE replays = 0)) * 1000, 0)::float8 AS oldest_ms
    FROM (SELECT stored_at, replays FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT 10000) w`,
  );
  return { unpublished: rows[0]?.unpublished ?? 0, oldestMs: rows[0]?.oldest_ms ?? 0 };
};
