import pg from 'pg';

/** Asks a service's database as its owner. For checks from outside: no code of the services is used. */
export const askDatabase = async <Row extends object>(url: string, text: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
};

export type OutboxCount = {
  readonly facts: number;
  readonly unpublished: number;
  readonly aggregates: number;
  readonly gaps: number;
};

/** How many facts a producer has written, and whether each aggregate's versions are 1, 2, 3 … */
export const countOutbox = async (url: string): Promise<OutboxCount> => {
  const [row] = await askDatabase<OutboxCount>(
    url,
    `SELECT sum(facts)::int AS facts, sum(unpublished)::int AS unpublished, count(*)::int AS aggregates,
            count(*) FILTER (WHERE newest <> facts OR oldest <> 1)::int AS gaps
     FROM (SELECT count(*) AS facts, count(*) FILTER (WHERE published_at IS NULL) AS unpublished,
                  max(aggregate_version) AS newest, min(aggregate_version) AS oldest
           FROM outbox GROUP BY aggregate_id) AS per_aggregate`,
  );
  if (row === undefined) throw new Error('the outbox could not be counted');
  return row;
};

export type InboxCount = { readonly applied: number; readonly other: number; readonly behind: number };

/** How many facts a receiver has applied, how many wait or are parked, and how many aggregates lag behind their facts. */
export const countInbox = async (url: string): Promise<InboxCount> => {
  const [row] = await askDatabase<InboxCount>(
    url,
    `SELECT (SELECT count(*) FROM inbox_event WHERE state = 'APPLIED')::int AS applied,
            (SELECT count(*) FROM inbox_event WHERE state <> 'APPLIED')::int AS other,
            (SELECT count(*) FROM inbox_cursor cursor
              WHERE applied_version <> (SELECT count(*) FROM inbox_event event
                WHERE event.aggregate_id = cursor.aggregate_id AND event.consumer = cursor.consumer))::int AS behind`,
  );
  if (row === undefined) throw new Error('the inbox could not be counted');
  return row;
};
