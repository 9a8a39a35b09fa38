import type pg from 'pg';
import type { Finding } from './findings.ts';
import type { Walk } from './walk-chain.ts';

type Row = { readonly below: string; readonly late: string; readonly recent: string; readonly example: string | null };

/**
 * Entries that no link points to. Below the chain's end there can be none: the writer takes entries in the order
 * (xid, entry_id) and only when nothing can appear there any more. Above it, they wait for the next run.
 */
const unchainedText = `SELECT
    count(*) FILTER (WHERE below)::text AS below,
    count(*) FILTER (WHERE NOT below AND late)::text AS late,
    count(*) FILTER (WHERE NOT below AND NOT late)::text AS recent,
    (array_agg(entry_id::text ORDER BY entry_id) FILTER (WHERE below))[1] AS example
  FROM (
    SELECT e.entry_id, (e.xid, e.entry_id) <= ($1::xid8, $2::uuid) AS below, e.stored_at < now() - interval '1 minute' AS late
    FROM audit_entry e LEFT JOIN audit_chain c ON c.entry_id = e.entry_id
    WHERE c.entry_id IS NULL
  ) unchained`;

/** Counts the entries outside the chain and tells which of them are wrong. */
export const checkUnchained = async (
  client: pg.ClientBase,
  end: Walk['end'],
): Promise<{ readonly findings: readonly Finding[]; readonly recent: number }> => {
  const { rows } = await client.query<Row>(unchainedText, [end.xid, end.entryId]);
  const counts = rows[0];
  const findings: Finding[] = [];
  if (counts && counts.below !== '0') {
    findings.push({
      kind: 'INSERTED',
      text: `${counts.below} entries stand among chained ones but were never chained, e.g. ${counts.example}`,
    });
  }
  if (counts && counts.late !== '0') {
    findings.push({
      kind: 'UNCHAINED_TOO_LONG',
      text: `${counts.late} entries are older than a minute and not chained`,
    });
  }
  return { findings, recent: Number(counts?.recent ?? 0) };
};
