import type { Extracts, KeptRow } from '../../application/extract-ports.ts';
import { dataGroups } from '../../domain/data-groups.ts';
import { recordsOfClient } from './records-of.ts';

// Whole rows: a column that is added later is in the extract from its first day.
const rowsOf = (table: string): string =>
  `SELECT '${table}' AS kind, jsonb_strip_nulls(to_jsonb(t) - 'client_id') AS fields FROM ${table} t
    WHERE t.client_id = ANY (${recordsOfClient})`;

const allText = dataGroups.flatMap(({ kinds }) => kinds.map(rowsOf)).join('\nUNION ALL\n');

/** Everything of a client in Postgres, in one statement. */
export const extractQuery: Extracts = {
  ofClient: (sql, clientId) => sql.query<KeptRow>(allText, [clientId]),
};
