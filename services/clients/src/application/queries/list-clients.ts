import { accepted, refused } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import type { ClientId } from '../../domain/client/client.ts';
import { seesClients } from '../access.ts';
import { protectionRule } from '../access-rules/protection-rule.ts';
import type { ClientsPorts } from '../ports.ts';
import type { ClientListFilter, ClientListRow } from './client-record.ts';
import { type Page, pageOf, pageTokenInvalid } from './page.ts';

export type ListClientsInput = Omit<ClientListFilter, 'limit' | 'after'> & {
  readonly pageSize: number;
  /** From the page before: the last client's id and nothing else of them. */
  readonly pageToken?: string;
};

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Lists the clients that the actor may see by family name, given names, id. Protected clients are simply not there. */
export const listClientsQuery = ({ reader }: ClientsPorts): Query<ListClientsInput, Page<ClientListRow>> => ({
  name: 'ListClients',
  access: seesClients,
  load: async (sql, { pageSize, pageToken, ...filter }, { actor }) => {
    if (pageToken !== undefined && !idShape.test(pageToken)) return refused(pageTokenInvalid);
    const after = pageToken === undefined ? {} : { after: pageToken as ClientId };
    const found = await reader.list(sql, { ...filter, ...after, limit: pageSize + 1 });
    if (found === undefined) return refused(pageTokenInvalid);
    const page = pageOf(found, pageSize, ({ clientId }) => clientId);
    return accepted({ ...page, rows: page.rows.filter((row) => protectionRule(row, actor).allowed) });
  },
});
