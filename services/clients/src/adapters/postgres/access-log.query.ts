import type { Sql } from '@tyovayla/kernel/sql';
import { listAccesses } from '@tyovayla/persistence/audit';
import type { ClientsPorts } from '../../application/ports.ts';

const sameText = 'SELECT same_person($1) AS id';

/** Ids that have stood for the person: entries of records that went into theirs are about them too. */
const idsOf = async (sql: Sql, clientId: string): Promise<readonly string[]> => {
  const rows = await sql.query<{ readonly id: string }>(sameText, [clientId]);
  return [...new Set([clientId, ...rows.map(({ id }) => id)])];
};

/** The service's own access log, which persistence writes in the transactions of the pipelines. */
export const accessLog: ClientsPorts['accessLog'] = {
  list: async (sql, { clientId, ...page }) => listAccesses(sql, await idsOf(sql, clientId), page),
};
