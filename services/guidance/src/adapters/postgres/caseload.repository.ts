import type { Caseloads } from '../../application/assignment-ports.ts';

type Row = { readonly clients: number };

const loadText = 'SELECT coalesce(sum(clients), 0)::integer AS clients FROM specialist_load WHERE staff_id = $1';

// Named by the specialist; whoever comes second waits until the first has stored who got the client.
const lockText = "SELECT pg_advisory_xact_lock(hashtextextended('caseload ' || $1, 0))";

// In one order by everybody, so that two hand-overs between the same two people don't wait for each other.
const changeText = `INSERT INTO specialist_load (staff_id, lane, clients)
  SELECT staff_id, $3, step FROM unnest($1::text[], $2::integer[]) AS changed (staff_id, step) ORDER BY staff_id
  ON CONFLICT (staff_id, lane) DO UPDATE SET clients = specialist_load.clients + excluded.clients`;

/** How many clients each specialist has, in Postgres. */
export const caseloadRepository: Caseloads = {
  lockLoad: async (tx, staffId) => {
    // Locked by one statement and read by the next, which sees what the one before us has stored.
    const [, [row]] = await Promise.all([tx.query(lockText, [staffId]), tx.query<Row>(loadText, [staffId])]);
    return row?.clients ?? 0;
  },
  change: ({ gains, loses }, lane) => {
    const steps = [
      ...(gains === undefined ? [] : [{ staffId: gains, step: 1 }]),
      ...(loses === undefined ? [] : [{ staffId: loses, step: -1 }]),
    ];
    if (steps.length === 0) return [];
    const values = [steps.map(({ staffId }) => staffId), steps.map(({ step }) => step), lane];
    return [{ text: changeText, values, expectRows: steps.length }];
  },
};
