import type { Sql } from '@tyovayla/kernel/sql';
import { malformedType } from './waiting-room.ts';

/** An event that waits for an operator. */
export type ParkedEvent = {
  readonly consumer: string;
  readonly producer: string;
  readonly eventId: string;
  readonly type: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly attempts: number;
  readonly lastError: string;
  readonly receivedAt: Date;
};

/** Which parked events: all, or those of one consumer, or one event. */
export type ParkedFilter = { readonly consumer?: string; readonly eventId?: string };

const filterText = `state = 'PARKED' AND ($1::text IS NULL OR consumer = $1) AND ($2::uuid IS NULL OR event_id = $2)`;

type Row = {
  readonly consumer: string;
  readonly producer: string;
  readonly event_id: string;
  readonly type: string;
  readonly aggregate_id: string;
  readonly aggregate_version: number;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly received_at: Date;
};

/** Parked events, oldest first, at most 1 000. */
export const listParked = async (
  sql: Sql,
  { consumer, eventId }: ParkedFilter = {},
): Promise<readonly ParkedEvent[]> => {
  const rows = await sql.query<Row>(
    `SELECT consumer, producer, event_id, type, aggregate_id, aggregate_version, attempts, last_error, received_at
    FROM inbox_event WHERE ${filterText} ORDER BY received_at, aggregate_version LIMIT 1000`,
    [consumer ?? null, eventId ?? null],
  );
  return rows.map((row) => ({
    consumer: row.consumer,
    producer: row.producer,
    eventId: row.event_id,
    type: row.type,
    aggregateId: row.aggregate_id,
    aggregateVersion: row.aggregate_version,
    attempts: row.attempts,
    lastError: row.last_error ?? '',
    receivedAt: row.received_at,
  }));
};

/**
 * Asks for another try of parked events and gives their count. The running consumer takes them up within a second,
 * in order and by its own way of applying; one that fails again is parked again at once. Messages whose envelope
 * can't be read stay (see dismissMalformed).
 */
export const redriveParked = async (sql: Sql, { consumer, eventId }: ParkedFilter = {}): Promise<number> => {
  const rows = await sql.query<{ count: number }>(
    `WITH again AS (
      UPDATE inbox_event SET state = 'REDRIVE', next_attempt_at = NULL WHERE ${filterText} AND type <> $3 RETURNING 1
    ) SELECT count(*)::integer AS count FROM again`,
    [consumer ?? null, eventId ?? null, malformedType],
  );
  return rows[0]?.count ?? 0;
};

/**
 * Puts messages whose envelope can't be read out of the way after an operator has looked at them, and gives their
 * count. They stay in the table. Events proper are never dismissed: their aggregate could not go on without them.
 */
export const dismissMalformed = async (sql: Sql, { consumer, eventId }: ParkedFilter = {}): Promise<number> => {
  const rows = await sql.query<{ count: number }>(
    `WITH gone AS (UPDATE inbox_event SET state = 'DISMISSED' WHERE ${filterText} AND type = $3 RETURNING 1)
    SELECT count(*)::integer AS count FROM gone`,
    [consumer ?? null, eventId ?? null, malformedType],
  );
  return rows[0]?.count ?? 0;
};

/**
 * Asks producers to publish the aggregates of parked events again, each once from its lowest parked version, then asks
 * for another try, and gives the count of events. For parked events around which others may be missing; where nothing
 * is missing `redriveParked` is enough.
 */
export const replayParked = async (
  sql: Sql,
  filter: ParkedFilter,
  request: (producer: string, aggregateId: string, fromVersion: number) => Promise<void> | void,
): Promise<number> => {
  const lowest = new Map<string, ParkedEvent>();
  for (const event of await listParked(sql, filter)) {
    if (event.type === malformedType) continue;
    const key = `${event.producer} ${event.aggregateId}`;
    const known = lowest.get(key);
    if (known === undefined || event.aggregateVersion < known.aggregateVersion) lowest.set(key, event);
  }
  for (const event of lowest.values()) await request(event.producer, event.aggregateId, event.aggregateVersion);
  return redriveParked(sql, filter);
};
