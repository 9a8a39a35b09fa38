import { createHash } from 'node:crypto';
import type { Sql } from '@tyovayla/kernel/sql';
import type { InboxId } from './inbox-store.ts';

/** How many events wait in an inbox. */
export type WaitingCounts = {
  /** For an operator. */
  readonly parked: number;
  /** For an earlier version, or for their next try. */
  readonly held: number;
};

export const countWaiting = async (sql: Sql, { consumer, producer }: InboxId): Promise<WaitingCounts> => {
  const rows = await sql.query<WaitingCounts>(
    `SELECT count(*) FILTER (WHERE state = 'PARKED')::integer AS parked,
      count(*) FILTER (WHERE state IN ('HELD', 'RETRY', 'REDRIVE'))::integer AS held
    FROM inbox_event WHERE consumer = $1 AND producer = $2 AND state <> 'APPLIED'`,
    [consumer, producer],
  );
  return rows[0] ?? { parked: 0, held: 0 };
};

const mostAtOnce = 500;

/** Aggregates whose next version waits and may have its turn now. */
export const dueAggregates = async (sql: Sql, { consumer, producer }: InboxId): Promise<readonly string[]> => {
  const rows = await sql.query<{ id: string }>(
    `SELECT e.aggregate_id AS id
    FROM inbox_event e LEFT JOIN inbox_cursor c USING (consumer, producer, aggregate_id)
    WHERE e.consumer = $1 AND e.producer = $2 AND e.state <> 'APPLIED'
      AND e.aggregate_version = coalesce(c.applied_version, 0) + 1
      AND (e.state IN ('HELD', 'REDRIVE') OR (e.state = 'RETRY' AND e.next_attempt_at <= clock_timestamp()))
    ORDER BY e.received_at LIMIT ${mostAtOnce}`,
    [consumer, producer],
  );
  return rows.map((row) => row.id);
};

/** An aggregate of which an event has not come, though later ones have. */
export type Gap = { readonly aggregateId: string; readonly fromVersion: number };

/** Gaps that have lasted longer than `graceMs`; what is only out of order closes by itself sooner. */
export const findGaps = async (sql: Sql, { consumer, producer }: InboxId, graceMs: number): Promise<readonly Gap[]> => {
  const rows = await sql.query<{ id: string; from_version: number }>(
    `SELECT w.aggregate_id AS id, coalesce(c.applied_version, 0) + 1 AS from_version
    FROM (
      SELECT consumer, producer, aggregate_id, min(aggregate_version) AS lowest, min(received_at) AS since
      FROM inbox_event WHERE consumer = $1 AND producer = $2 AND state <> 'APPLIED'
      GROUP BY consumer, producer, aggregate_id
    ) w LEFT JOIN inbox_cursor c USING (consumer, producer, aggregate_id)
    WHERE w.lowest > coalesce(c.applied_version, 0) + 1
      AND w.since < clock_timestamp() - make_interval(secs => $3::float8 / 1000)
    ORDER BY w.since LIMIT ${mostAtOnce}`,
    [consumer, producer, graceMs],
  );
  return rows.map((row) => ({ aggregateId: row.id, fromVersion: row.from_version }));
};

/** Type of a parked message whose envelope could not be read; it can be looked at, but never applied. */
export const malformedType = 'malformed';

export type MalformedMessage = {
  /** Where it lies, so that it is parked once: stream, number and time of storing. */
  readonly place: string;
  /** Name of the header that could not be read. */
  readonly header: string;
  readonly body: Uint8Array;
};

/** Parks a message that can't be an event of ours, so that it is seen and stops nobody. */
export const parkMalformed = async (
  sql: Sql,
  { consumer, producer }: InboxId,
  message: MalformedMessage,
): Promise<void> => {
  const id = createHash('sha256').update(message.place).digest('hex').slice(0, 32);
  await sql.query(
    `INSERT INTO inbox_event (consumer, producer, event_id, position, type, aggregate_id, aggregate_version, occur_time, body, state, last_error)
    VALUES ($1, $2, $3, 0, $4, $5, 1, clock_timestamp(), $6, 'PARKED', $7)
    ON CONFLICT (consumer, event_id) DO NOTHING`,
    [
      consumer,
      producer,
      id,
      malformedType,
      `${malformedType}-${id}`,
      Buffer.from(message.body),
      `malformed header ${message.header}`,
    ],
  );
};
