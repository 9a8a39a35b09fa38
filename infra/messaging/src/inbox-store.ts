import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { Sql } from '@tyovayla/kernel/sql';
import type { IncomingEvent } from './event-headers.ts';
import type { AggregateStand, InboxPlan, WaitingEvent, WaitingState } from './inbox-plan.ts';

/** Whose inbox: one consumer's, for one producer's events. */
export type InboxId = { readonly consumer: string; readonly producer: string };

/** Events that take effect in one transaction at most: each transaction takes a block of so many places in the log. */
export const placesPerBlock = 1_000;

/**
 * Waits for this inbox's turn, takes a block of places in the log and gives the first, and makes a stopped process
 * let go after ten seconds. One batch at a time per inbox: two copies of a service share a consumer, and their batches
 * may touch the same new aggregate, which has no row to lock. The shared lock lets a reader of the log wait for
 * batches under way.
 */
export const lockInbox = async (sql: Sql, { consumer, producer }: InboxId): Promise<bigint> => {
  const rows = await sql.query<{ block: bigint | string }>(
    `WITH turn AS MATERIALIZED (
      SELECT set_config('idle_in_transaction_session_timeout', '10000', true),
        pg_advisory_xact_lock(hashtextextended('tyovayla.inbox ' || $1 || ' ' || $2, 0)),
        pg_advisory_xact_lock_shared(hashtextextended('tyovayla.inbox-log ' || $1, 0))
    )
    SELECT nextval('inbox_event_block') AS block FROM turn`,
    [consumer, producer],
  );
  return BigInt(rows[0]?.block ?? 0) * BigInt(placesPerBlock);
};

/** Columns of an event as they come from the table. */
export type EventRow = {
  readonly event_id: string;
  readonly position: bigint | string;
  readonly producer: string;
  readonly type: string;
  readonly aggregate_id: string;
  readonly aggregate_version: number;
  readonly occur_time: Date;
  readonly traceparent: string | null;
  readonly body: Uint8Array;
};

export const receivedFrom = (row: EventRow): ReceivedEvent => ({
  eventId: row.event_id,
  position: BigInt(row.position),
  producer: row.producer,
  type: row.type,
  aggregateId: row.aggregate_id,
  aggregateVersion: row.aggregate_version,
  occurTime: row.occur_time,
  body: row.body,
  ...(row.traceparent === null ? {} : { traceparent: row.traceparent }),
});

type StandRow = Omit<EventRow, 'event_id' | 'aggregate_id'> & {
  readonly id: string;
  readonly applied: number;
  /** Null where nothing waits. */
  readonly event_id: string | null;
  readonly state: WaitingState;
  readonly is_due: boolean;
};

/** At most so many waiting events of one aggregate are looked at in one transaction; the rest follow in the next. */
const waitingPerAggregate = 100;

/** What is known of these aggregates: their applied versions and what waits. Looks for waiting ones only where there are any. */
export const readStands = async (
  sql: Sql,
  { consumer, producer }: InboxId,
  aggregateIds: readonly string[],
): Promise<ReadonlyMap<string, AggregateStand>> => {
  const rows = await sql.query<StandRow>(
    `SELECT a.id, coalesce(c.applied_version, 0) AS applied, w.*
    FROM unnest($3::text[]) AS a(id)
    LEFT JOIN inbox_cursor c ON c.consumer = $1 AND c.producer = $2 AND c.aggregate_id = a.id
    LEFT JOIN LATERAL (
      SELECT event_id, position, producer, type, aggregate_version, occur_time, traceparent, body, state,
        coalesce(next_attempt_at <= clock_timestamp(), true) AS is_due
      FROM inbox_event e
      WHERE (SELECT EXISTS (SELECT FROM inbox_event WHERE consumer = $1 AND producer = $2 AND state <> 'APPLIED'))
        AND e.consumer = $1 AND e.producer = $2 AND e.aggregate_id = a.id AND e.state <> 'APPLIED'
        AND e.aggregate_version > coalesce(c.applied_version, 0)
      ORDER BY e.aggregate_version LIMIT ${waitingPerAggregate}
    ) w ON true`,
    [consumer, producer, aggregateIds],
  );
  const stands = new Map<string, { appliedVersion: number; waiting: WaitingEvent[] }>();
  for (const row of rows) {
    const stand = stands.get(row.id) ?? { appliedVersion: row.applied, waiting: [] };
    stands.set(row.id, stand);
    if (row.event_id === null) continue;
    const event = receivedFrom({ ...row, event_id: row.event_id, aggregate_id: row.id });
    stand.waiting.push({ ...event, state: row.state, isDue: row.is_due });
  }
  return stands;
};

type Entry = { readonly event: IncomingEvent; readonly position: bigint; readonly state: 'APPLIED' | 'HELD' };

const insertText = `INSERT INTO inbox_event
  (consumer, producer, event_id, position, type, aggregate_id, aggregate_version, occur_time, traceparent, body, state)
SELECT $1, $2, e.* FROM unnest($3::uuid[], $4::bigint[], $5::text[], $6::text[], $7::integer[], $8::timestamptz[],
  $9::text[], $10::bytea[], $11::text[]) AS e`;
const unlessKnown = ' ON CONFLICT (consumer, event_id) DO NOTHING';

/** True where an event id was applied before under another version: a producer's mistake, which costs a second look. */
export const isKnownEvent = (error: unknown): boolean =>
  error instanceof Error && (error as { readonly constraint?: unknown }).constraint === 'inbox_event_pk';

const insertValues = ({ consumer, producer }: InboxId, entries: readonly Entry[]): readonly unknown[] => [
  consumer,
  producer,
  entries.map(({ event }) => event.eventId),
  entries.map(({ position }) => position),
  entries.map(({ event }) => event.type),
  entries.map(({ event }) => event.aggregateId),
  entries.map(({ event }) => event.aggregateVersion),
  entries.map(({ event }) => event.occurTime.toISOString()),
  entries.map(({ event }) => event.traceparent ?? null),
  entries.map(({ event }) => Buffer.from(event.body.buffer, event.body.byteOffset, event.body.byteLength)),
  entries.map(({ state }) => state),
];

const moveText = `INSERT INTO inbox_cursor (consumer, producer, aggregate_id, applied_version)
SELECT $1, $2, m.* FROM unnest($3::text[], $4::integer[]) AS m
ON CONFLICT (consumer, producer, aggregate_id) DO UPDATE SET applied_version = excluded.applied_version`;

const settleText = `UPDATE inbox_event e
SET state = 'APPLIED', position = s.position, next_attempt_at = NULL, last_error = NULL
FROM unnest($2::uuid[], $3::bigint[]) AS s(event_id, position)
WHERE e.consumer = $1 AND e.event_id = s.event_id`;

export type PlanWrite = {
  readonly plan: InboxPlan;
  readonly firstPosition: bigint;
  /** Leaves out events whose id the log knows already; without it they are an error (isKnownEvent). */
  readonly isCareful: boolean;
};

/** A plan on its way into the log. */
export type WrittenPlan = {
  /** The events to apply, with their positions, for those who take the log's word that they are new. */
  readonly events: readonly ReceivedEvent[];
  /** Resolves when the log is written: the events that were not known before. */
  readonly logged: Promise<readonly ReceivedEvent[]>;
};

/**
 * Writes a plan down: new events into the log, waiting ones that now take effect to their place in it, and the
 * aggregates' new versions.
 */
export const writePlan = (sql: Sql, id: InboxId, write: PlanWrite): WrittenPlan => {
  const { plan, firstPosition, isCareful } = write;
  const placed = plan.apply.map((step, index) => ({ ...step, position: firstPosition + BigInt(index) }));
  const fresh = placed.filter((step) => step.isNew);
  const settled = placed.filter((step) => !step.isNew);
  // Sent together; the driver runs them in order on the one connection.
  const sent: Promise<unknown>[] = [];
  if (fresh.length > 0) {
    const values = insertValues(
      id,
      fresh.map((step) => ({ ...step, state: 'APPLIED' })),
    );
    sent.push(sql.query(isCareful ? `${insertText}${unlessKnown}` : insertText, values));
  }
  if (plan.hold.length > 0) {
    const values = insertValues(
      id,
      plan.hold.map((event) => ({ event, position: 0n, state: 'HELD' })),
    );
    sent.push(sql.query(`${insertText}${unlessKnown}`, values));
  }
  if (settled.length > 0) {
    const values = [id.consumer, settled.map((step) => step.event.eventId), settled.map((step) => step.position)];
    sent.push(sql.query(settleText, values));
  }
  if (plan.moved.size > 0) {
    sent.push(sql.query(moveText, [id.consumer, id.producer, [...plan.moved.keys()], [...plan.moved.values()]]));
  }
  const events = placed.map(({ event, position }) => ({ ...event, position }));
  const logged = Promise.all(sent).then(() => (isCareful ? withoutKnown(sql, id, events) : events));
  return { events, logged };
};

/** Those events that the log holds at the place which they were just given. */
const withoutKnown = async (
  sql: Sql,
  { consumer }: InboxId,
  events: readonly ReceivedEvent[],
): Promise<readonly ReceivedEvent[]> => {
  const rows = await sql.query<{ event_id: string; position: bigint | string }>(
    'SELECT event_id, position FROM inbox_event WHERE consumer = $1 AND event_id = ANY ($2::uuid[])',
    [consumer, events.map((event) => event.eventId)],
  );
  const places = new Map(rows.map((row) => [row.event_id, BigInt(row.position)]));
  return events.filter((event) => places.get(event.eventId) === event.position);
};

/** How often a failing event is tried, and how long after the first failure; each next wait is four times as long. */
export type RetryPolicy = { readonly tries: number; readonly firstDelayMs: number };

/** Notes that an event could not be applied: RETRY with a growing delay, PARKED after the last try. Gives the new state. */
export const noteFailure = async (
  sql: Sql,
  id: InboxId,
  failure: { readonly event: IncomingEvent; readonly reason: string; readonly policy: RetryPolicy },
): Promise<{ readonly state: WaitingState; readonly attempts: number }> => {
  const { event, reason, policy } = failure;
  await sql.query(`${insertText}${unlessKnown}`, insertValues(id, [{ event, position: 0n, state: 'HELD' }]));
  const rows = await sql.query<{ state: WaitingState; attempts: number }>(
    `UPDATE inbox_event SET attempts = attempts + 1, last_error = $3,
      state = CASE WHEN state = 'REDRIVE' OR attempts + 1 >= $4 THEN 'PARKED' ELSE 'RETRY' END,
      next_attempt_at = clock_timestamp() + make_interval(secs => $5::float8 / 1000 * power(4, least(attempts, 8)))
    WHERE consumer = $1 AND event_id = $2 AND state <> 'APPLIED'
    RETURNING state, attempts`,
    [id.consumer, event.eventId, reason, policy.tries, policy.firstDelayMs],
  );
  return rows[0] ?? { state: 'RETRY', attempts: 0 };
};
