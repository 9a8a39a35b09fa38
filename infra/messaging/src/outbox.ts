import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import { subjectOf } from '@tyovayla/kernel/event-name';
import type { Sql, Write } from '@tyovayla/kernel/sql';

export type OutboxContext = {
  /** The employment area's token in subjects, e.g. "meri-lappi". */
  readonly area: string;
  /** W3C trace context of the command, for events that carry none of their own. */
  readonly traceparent?: string;
};

const insertText = `INSERT INTO outbox (event_id, type, subject, aggregate_id, aggregate_version, occur_time, traceparent, body)
SELECT event_id, type, subject, aggregate_id, aggregate_version, occur_time, traceparent, body
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::timestamptz[], $7::text[], $8::bytea[])
  WITH ORDINALITY AS e(event_id, type, subject, aggregate_id, aggregate_version, occur_time, traceparent, body, place)
ORDER BY place`;

/** The broker takes messages of 256 KiB; headers need a part of that. */
const maxBodyBytes = 240 * 1024;
const idShape = /^[\x21-\x7e]{1,128}$/;

/** What could never be published must not be stored either: it would hold back all later events of its aggregate. */
const publishable = (event: OutgoingEvent): OutgoingEvent => {
  if (event.body.length > maxBodyBytes) throw new Error(`event is too large: ${event.type}`);
  if (!idShape.test(event.aggregateId)) throw new Error(`aggregate id can't stand in a header: ${event.type}`);
  return event;
};

/**
 * The events of one command as one write, to be sent with the command's other writes in its transaction. Gives no
 * write where there are no events. Throws where a type or concept isn't a name of ours, and where the broker could
 * never take the event.
 */
export const outboxWrites = (events: readonly OutgoingEvent[], context: OutboxContext): readonly Write[] => {
  if (events.length === 0) return [];
  const values = [
    events.map((event) => publishable(event).eventId),
    events.map((event) => event.type),
    events.map((event) => subjectOf(context.area, event.type, event.concept)),
    events.map((event) => event.aggregateId),
    events.map((event) => event.aggregateVersion),
    events.map((event) => event.occurTime.toISOString()),
    events.map((event) => event.traceparent ?? context.traceparent ?? null),
    events.map((event) => Buffer.from(event.body)),
  ];
  return [{ text: insertText, values, expectRows: events.length }];
};

/** Which events to publish again. */
export type ReplayRequest = {
  readonly aggregateId: string;
  /** First version to publish again, from 1. */
  readonly fromVersion: number;
};

/**
 * Marks published events of one aggregate as not published, so that the relay sends them again, and gives their
 * count. Each replay goes out under a message id of its own: the broker would take the old id for a duplicate and
 * drop it. Receivers act once on each event id, so asking twice harms nothing.
 */
export const replayOutbox = async (sql: Sql, { aggregateId, fromVersion }: ReplayRequest): Promise<number> => {
  const rows = await sql.query<{ count: number }>(
    `WITH again AS (
      UPDATE outbox SET published_at = NULL, stream_seq = NULL, replays = replays + 1
      WHERE aggregate_id = $1 AND aggregate_version >= $2 AND published_at IS NOT NULL RETURNING 1
    ) SELECT count(*)::integer AS count FROM again`,
    [aggregateId, fromVersion],
  );
  return rows[0]?.count ?? 0;
};
