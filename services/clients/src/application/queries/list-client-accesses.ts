import { accepted, refused } from '@tyovayla/kernel/result';
import type { Sql } from '@tyovayla/kernel/sql';
import type { Actor } from '@tyovayla/runtime/actor';
import type { Query } from '@tyovayla/runtime/query';
import type { ClientId } from '../../domain/client/client.ts';
import { clientNotFound } from '../../domain/client/client-refusals.ts';
import { seesAccesses } from '../access.ts';
import { protectionRule } from '../access-rules/protection-rule.ts';
import type { ClientsPorts } from '../ports.ts';
import type { AccessPosition, ClientAccess } from './client-access.ts';
import { type Page, pageOf, pageTokenInvalid } from './page.ts';

export type ListClientAccessesInput = {
  readonly clientId: ClientId;
  readonly pageSize: number;
  readonly pageToken?: string;
};

const tokenShape = /^(\d{13})_([0-9a-f-]{36})$/;

const tokenOf = ({ at, entryId }: ClientAccess): string => `${at.getTime()}_${entryId}`;

const positionOf = (token: string): AccessPosition | undefined => {
  const [, millis, entryId] = tokenShape.exec(token) ?? [];
  return millis === undefined || entryId === undefined ? undefined : { at: new Date(Number(millis)), entryId };
};

/** An auditor oversees the log of every client, and is shown nothing of the client. */
const overseesLog = (actor: Actor): boolean => actor.kind === 'STAFF' && actor.roles.includes('AUDITOR');

type Looking = { readonly clientId: ClientId; readonly actor: Actor };

const maySeeClient = async ({ reader }: ClientsPorts, sql: Sql, { clientId, actor }: Looking): Promise<boolean> => {
  const client = await reader.protection(sql, clientId);
  return client !== undefined && protectionRule(client, actor).allowed;
};

/** Lists who has seen or changed a client's data, the newest first: for the client page and for the client. */
export const listClientAccessesQuery = (ports: ClientsPorts): Query<ListClientAccessesInput, Page<ClientAccess>> => ({
  name: 'ListClientAccesses',
  access: seesAccesses,
  missing: clientNotFound(),
  load: async (sql, { clientId, pageSize, pageToken }, { actor }) => {
    const before = pageToken === undefined ? undefined : positionOf(pageToken);
    if (pageToken !== undefined && before === undefined) return refused(pageTokenInvalid);
    if (!overseesLog(actor) && !(await maySeeClient(ports, sql, { clientId, actor }))) return refused(clientNotFound());
    const page = { clientId, limit: pageSize + 1, ...(before && { before }) };
    return accepted(pageOf(await ports.accessLog.list(sql, page), pageSize, tokenOf));
  },
  subjectOf: ({ clientId }) => clientId,
});
