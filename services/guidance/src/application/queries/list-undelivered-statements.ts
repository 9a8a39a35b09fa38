import { accepted } from '@tyovayla/kernel/result';
import type { Actor } from '@tyovayla/runtime/actor';
import type { Query } from '@tyovayla/runtime/query';
import { servesClients } from '../access.ts';
import type { StatementPorts, Undelivered, UndeliveredFilter } from '../statement-ports.ts';

export type ListUndeliveredInput = {
  /** Rows on a page. */
  readonly pageSize: number;
  /** Id of the last statement of the page before. */
  readonly after?: string;
};

export type UndeliveredPage = { readonly rows: readonly Undelivered[]; readonly nextAfter?: string };

const scopeOf = (actor: Actor): UndeliveredFilter['scope'] =>
  (actor.roles as readonly string[]).includes('SERVICE_MANAGER')
    ? { kind: 'AREA' }
    : { kind: 'HANDLER', handlerId: actor.id };

/**
 * The pile of statements that have not reached their payer. The manager sees the area's; of protected clients nobody but
 * the assigned handler, who sees those and no others.
 */
export const listUndeliveredStatementsQuery = ({
  deliveries,
}: Pick<StatementPorts, 'deliveries'>): Query<ListUndeliveredInput, UndeliveredPage> => ({
  name: 'ListUndeliveredStatements',
  access: servesClients('statement', ['SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER']),
  load: async (sql, { pageSize, after }, { actor }) => {
    const found = await deliveries.undelivered(sql, {
      scope: scopeOf(actor),
      limit: pageSize + 1,
      ...(after !== undefined && { after }),
    });
    const rows = found.slice(0, pageSize);
    const last = found.length > pageSize ? rows.at(-1) : undefined;
    return accepted({ rows, ...(last !== undefined && { nextAfter: last.statement.statementId }) });
  },
});
