import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Sql } from '@tyovayla/kernel/sql';
import type { Access, Verdict } from '@tyovayla/runtime/access';
import type { WithReason } from '@tyovayla/runtime/access-reason';
import type { Actor } from '@tyovayla/runtime/actor';
import type { CallContext } from '@tyovayla/runtime/command';
import type { Query } from '@tyovayla/runtime/query';
import { clientCaseNotFound } from '../domain/client-case/case-refusals.ts';
import { type ClientCase, isProtected } from '../domain/client-case/client-case.ts';
import { caseRule } from './access-rules/case-rule.ts';
import { needReason } from './access-rules/need-reason.ts';
import { reasonRule } from './access-rules/reason-rule.ts';
import type { OnCase } from './case-command.ts';
import type { CasePorts } from './ports.ts';

/** What differs between the queries on a case. */
export type CaseQueryPlan<Input extends OnCase, View> = {
  readonly name: string;
  readonly access: Access;
  /** How a client without a case, and one whom the caller may not know of, is refused; CLIENT_CASE_NOT_FOUND else. */
  readonly missing?: Refusal;
  /** Who may; `caseRule` where left out. */
  rule?(clientCase: ClientCase | undefined, actor: Actor): Verdict;
  /** Loads what is shown; asked only for those who may see the client. A missing part is a refusal. */
  load(sql: Sql, input: Input, state: CaseQueryState): Promise<Result<View, Refusal>>;
};

export type CaseQueryState = { readonly clientCase: ClientCase; readonly context: CallContext };

/** What was found, behind the verdict on who asks. */
export type CaseView<View> = {
  readonly verdict: Verdict;
  readonly view: View | undefined;
  /** Why the caller sees the client, as a code: of a protected one the reason given, else the need, if one was stated. */
  readonly reason?: string;
};

export type CaseQuery<Input extends OnCase, View> = Query<Input & WithReason, CaseView<View>>;

/**
 * A query on one client: hidden by a protection order, refused to those who don't serve the client, and to the handler
 * of a protected one who gives no reason.
 */
export const caseQuery = <Input extends OnCase, View>(
  { cases }: Pick<CasePorts, 'cases'>,
  { name, access, missing = clientCaseNotFound, rule = caseRule, load }: CaseQueryPlan<Input, View>,
): CaseQuery<Input, View> => ({
  name,
  access,
  missing,
  load: async (sql, input, context) => {
    const clientCase = await cases.find(sql, input.clientId);
    if (clientCase === undefined) return refused(missing);
    const verdict = rule(clientCase, context.actor);
    if (!verdict.allowed) return accepted({ verdict, view: undefined });
    const unreasoned = reasonRule(isProtected(clientCase), input);
    if (unreasoned !== undefined) return refused(unreasoned);
    const view = await load(sql, input, { clientCase, context });
    if (!view.ok) return view;
    const reason = isProtected(clientCase) ? input.accessReason : needReason(clientCase, context.actor);
    return accepted({ verdict, view: view.value, ...(reason !== undefined && { reason }) });
  },
  maySee: ({ verdict }) => verdict,
  accessReasonOf: (_input, { reason }) => reason,
  subjectOf: ({ clientId }) => clientId,
});

/** What a case query shows, at the edge: the pipeline has let nobody through whose verdict was a no. */
export const shown = <View>({ view }: CaseView<View>): View => view as View;
