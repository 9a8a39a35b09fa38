import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Tx } from '@tyovayla/kernel/sql';
import type { CallContext } from '../command.ts';
import type { PipelinePorts } from '../ports.ts';
import type { Principal, Query } from '../query.ts';
import { accessDenial, likeMissing, verdictRefusal } from './access-check.ts';
import { type AuditFacts, auditEntryOf, auditRefusal, sessionActorOf } from './audit.ts';
import { type CallFacts, contextOf, RolledBack, withConflictRetry } from './call.ts';

/** One call of a query. */
export type QueryCall<Input> = CallFacts & {
  readonly input: Input;
  /** Used where the query itself doesn't say how a missing thing is refused. */
  readonly missing?: Refusal;
};

type Work<Input, View> = {
  readonly ports: PipelinePorts;
  readonly query: Query<Input, View>;
  readonly input: Input;
  readonly context: CallContext;
  readonly missing: Refusal | undefined;
};

/** Who stands in the access log as the one who was shown it: whom the program asks for, where it asks for somebody. */
const shownTo = (principal: Principal | undefined): Pick<AuditFacts, 'shownTo'> =>
  principal === undefined ? {} : { shownTo: principal };

const show = async <I, V>(tx: Tx, { ports, query, input, context, missing }: Work<I, V>): Promise<V> => {
  const loaded = await query.load(tx, input, context);
  if (!loaded.ok) {
    throw new RolledBack(likeMissing(loaded.refusal, missing), query.subjectOf?.(input, undefined));
  }
  const view = loaded.value;
  const verdict = query.maySee?.(view, context, input) ?? { allowed: true };
  const denial = verdictRefusal(verdict, missing);
  const subjectId = query.subjectOf?.(input, view);
  if (denial) throw new RolledBack(denial, subjectId, verdict.allowed ? undefined : verdict.rule);
  if (query.access.dataGroup !== 'none') {
    const reason = query.accessReasonOf?.(input, view);
    const principal = query.onBehalfOf?.(input);
    const facts = { result: 'SHOWN', ...(reason !== undefined && { reason }), ...shownTo(principal) } as const;
    const subjects = [subjectId, ...(query.othersShown?.(view) ?? [])];
    // Awaited by the transaction, together with its commit: the view is not given before.
    void tx.write(
      subjects.map((id) =>
        ports.auditWrite(auditEntryOf(query, context, { ...facts, ...(id === undefined ? {} : { subjectId: id }) })),
      ),
    );
  }
  return view;
};

/**
 * Runs a query for a caller: access, load under row-level security, rules, audit entry in the same transaction.
 * What can't be audited isn't shown: the call fails. Gives the view or the refusal; throws on a fault.
 */
export const runQuery = async <I, V>(
  ports: PipelinePorts,
  query: Query<I, V>,
  call: QueryCall<I>,
): Promise<Result<V, Refusal>> => {
  const context = contextOf(ports, call);
  const audited = { action: query, context };
  const denial = accessDenial(query.access, call.actor);
  if (denial) {
    await auditRefusal(ports, audited, { refusal: denial });
    return refused(denial);
  }
  const work = { ports, query, input: call.input, context, missing: query.missing ?? call.missing };
  try {
    const view = await withConflictRetry(() =>
      ports.transactions.transact(sessionActorOf(call.actor), (tx) => show(tx, work)),
    );
    return accepted(view);
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    const { refusal, subjectId, rule } = error;
    await auditRefusal(ports, audited, {
      refusal,
      ...(subjectId === undefined ? {} : { subjectId }),
      ...(rule === undefined ? {} : { rule }),
    });
    return refused(refusal);
  }
};
