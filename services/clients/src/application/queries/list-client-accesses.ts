import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Sql } from '@tyovayla/kernel/sql';
import { type AccessPageInput, accessPage, overseesLog, type RecordedAccess } from '@tyovayla/runtime/access-log';
import type { WithReason } from '@tyovayla/runtime/access-reason';
import type { CallContext } from '@tyovayla/runtime/command';
import type { Page } from '@tyovayla/runtime/page';
import type { Query } from '@tyovayla/runtime/query';
import type { ClientId } from '../../domain/client/client.ts';
import { type ClientRefusal, clientNotFound, needNotStated } from '../../domain/client/client-refusals.ts';
import { seesAccesses } from '../access.ts';
import { reasonRule, reasonShown } from '../access-rules/reason-rule.ts';
import { serviceRule } from '../access-rules/service-rule.ts';
import type { ClientsPorts } from '../ports.ts';

export type ListClientAccessesInput = WithReason & AccessPageInput & { readonly clientId: ClientId };

/** A page of the log; the reason why the actor sees it, where that is more than their role. */
export type ClientAccessPage = Page<RecordedAccess> & { readonly reason?: string };

const reasonOf = async (
  { reader }: ClientsPorts,
  sql: Sql,
  { input, context }: { readonly input: ListClientAccessesInput; readonly context: CallContext },
): Promise<Result<string | undefined, ClientRefusal>> => {
  const { actor } = context;
  if (overseesLog(actor)) return accepted(input.accessReason);
  const client = await reader.guarded(sql, input.clientId, context);
  if (client === undefined) return refused(clientNotFound());
  const verdict = serviceRule(client, actor);
  if (!verdict.allowed) return refused(verdict.hidden ? clientNotFound() : needNotStated());
  const unreasoned = reasonRule(client, actor, input);
  return unreasoned === undefined ? accepted(reasonShown(client, input)) : refused(unreasoned);
};

/** Lists who has seen or changed a client's data, the newest first: for the client page and for the client. */
export const listClientAccessesQuery = (ports: ClientsPorts): Query<ListClientAccessesInput, ClientAccessPage> => ({
  name: 'ListClientAccesses',
  access: seesAccesses,
  missing: clientNotFound(),
  load: async (sql, input, context) => {
    const reason = await reasonOf(ports, sql, { input, context });
    if (!reason.ok) return reason;
    const page = await accessPage(ports.accessLog, sql, input);
    if (!page.ok) return page;
    return accepted({ ...page.value, ...(reason.value !== undefined && { reason: reason.value }) });
  },
  subjectOf: ({ clientId }) => clientId,
  accessReasonOf: (_input, { reason }) => reason,
});
