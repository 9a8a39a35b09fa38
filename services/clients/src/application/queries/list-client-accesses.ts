import { refused } from '@tyovayla/kernel/result';
import type { Sql } from '@tyovayla/kernel/sql';
import { type AccessPageInput, accessPage, overseesLog, type RecordedAccess } from '@tyovayla/runtime/access-log';
import type { WithReason } from '@tyovayla/runtime/access-reason';
import type { Actor } from '@tyovayla/runtime/actor';
import type { Page } from '@tyovayla/runtime/page';
import type { Query } from '@tyovayla/runtime/query';
import type { ClientId } from '../../domain/client/client.ts';
import { type ClientRefusal, clientNotFound } from '../../domain/client/client-refusals.ts';
import { seesAccesses } from '../access.ts';
import { protectionRule } from '../access-rules/protection-rule.ts';
import { reasonRule } from '../access-rules/reason-rule.ts';
import type { ClientsPorts } from '../ports.ts';

export type ListClientAccessesInput = WithReason & AccessPageInput & { readonly clientId: ClientId };

type Looking = { readonly input: ListClientAccessesInput; readonly actor: Actor };

const refusalOf = async (
  { reader }: ClientsPorts,
  sql: Sql,
  { input, actor }: Looking,
): Promise<ClientRefusal | undefined> => {
  const client = await reader.protection(sql, input.clientId);
  if (client === undefined || !protectionRule(client, actor).allowed) return clientNotFound();
  return reasonRule(client, actor, input);
};

/** Lists who has seen or changed a client's data, the newest first: for the client page and for the client. */
export const listClientAccessesQuery = (ports: ClientsPorts): Query<ListClientAccessesInput, Page<RecordedAccess>> => ({
  name: 'ListClientAccesses',
  access: seesAccesses,
  missing: clientNotFound(),
  load: async (sql, input, { actor }) => {
    const no = overseesLog(actor) ? undefined : await refusalOf(ports, sql, { input, actor });
    return no === undefined ? accessPage(ports.accessLog, sql, input) : refused(no);
  },
  subjectOf: ({ clientId }) => clientId,
  accessReasonOf: ({ accessReason }) => accessReason,
});
