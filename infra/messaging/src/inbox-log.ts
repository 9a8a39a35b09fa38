import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { Sql } from '@tyovayla/kernel/sql';
import { type EventRow, receivedFrom } from './inbox-store.ts';

export type InboxLogPage = {
  readonly consumer: string;
  /** 0n for the beginning, then the position of the last event of the page before. */
  readonly afterPosition: bigint;
  readonly limit: number;
};

/**
 * A page of the facts that took effect for a consumer, in the order in which they did: of all producers, without
 * holes for one who reads on from the last position. For rebuilding a projection without the broker. Waits for
 * batches under way and keeps new ones waiting until the transaction ends, so use a short one for each page.
 */
export const readInboxLog = async (
  sql: Sql,
  { consumer, afterPosition, limit }: InboxLogPage,
): Promise<readonly ReceivedEvent[]> => {
  await sql.query("SELECT pg_advisory_xact_lock(hashtextextended('tyovayla.inbox-log ' || $1, 0))", [consumer]);
  const rows = await sql.query<EventRow>(
    `SELECT event_id, position, producer, type, aggregate_id, aggregate_version, occur_time, traceparent, body
    FROM inbox_event WHERE consumer = $1 AND position > $2 AND state = 'APPLIED' ORDER BY position LIMIT $3`,
    [consumer, afterPosition, limit],
  );
  return rows.map(receivedFrom);
};
