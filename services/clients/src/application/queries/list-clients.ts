import { accepted, refused } from '@tyovayla/kernel/result';
import type { WithReason } from '@tyovayla/runtime/access-reason';
import { type Page, pageOf, pageTokenInvalid } from '@tyovayla/runtime/page';
import type { Query } from '@tyovayla/runtime/query';
import type { ClientId } from '../../domain/client/client.ts';
import { seesClients } from '../access.ts';
import { protectionRule } from '../access-rules/protection-rule.ts';
import type { ClientsPorts } from '../ports.ts';
import { servingStaff } from '../serving-ports.ts';
import type { ClientListFilter, ClientListRow } from './client-record.ts';

export type ListClientsInput = WithReason &
  Omit<ClientListFilter, 'limit' | 'after' | 'servedBy'> & {
    readonly pageSize: number;
    /** From the page before: the last client's id and nothing else of them. */
    readonly pageToken?: string;
  };

const isProtected = ({ protectionOrder }: ClientListRow): boolean => protectionOrder !== undefined;

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Lists the clients whom the actor serves, and to managers all, by family name, given names, id. Who served on a need is
 * in it too. Protected clients are simply not there; to
 * their handler neither, unless a reason is stated: then each of them has an entry of their own in the access log.
 */
export const listClientsQuery = ({ reader }: ClientsPorts): Query<ListClientsInput, Page<ClientListRow>> => ({
  name: 'ListClients',
  access: seesClients,
  load: async (sql, { pageSize, pageToken, accessReason, ...filter }, context) => {
    const { actor } = context;
    if (pageToken !== undefined && !idShape.test(pageToken)) return refused(pageTokenInvalid);
    const after = pageToken === undefined ? {} : { after: pageToken as ClientId };
    const servedBy = servingStaff(context);
    const found = await reader.list(sql, { ...filter, ...after, ...(servedBy && { servedBy }), limit: pageSize + 1 });
    if (found === undefined) return refused(pageTokenInvalid);
    const page = pageOf(found, pageSize, ({ clientId }) => clientId);
    const shown = (row: ClientListRow): boolean =>
      protectionRule(row, actor).allowed && (row.protectionOrder === undefined || accessReason !== undefined);
    return accepted({ ...page, rows: page.rows.filter(shown) });
  },
  accessReasonOf: ({ accessReason }, { rows }) => (rows.some(isProtected) ? accessReason : undefined),
  othersShown: ({ rows }) => rows.filter(isProtected).map(({ clientId }) => clientId),
});
