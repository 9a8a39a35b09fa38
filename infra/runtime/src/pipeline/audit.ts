import type { AuditEntry, AuditResult } from '@tyovayla/kernel/audit-entry';
import type { Refusal } from '@tyovayla/kernel/refusal';
import type { SessionActor } from '@tyovayla/kernel/sql';
import type { Access } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { CallContext } from '../command.ts';
import type { PipelinePorts } from '../ports.ts';
import type { Principal } from '../query.ts';
import { actingRole } from './access-check.ts';

/** What an audit entry is about: a declared command, query or feed. */
export type Audited = { readonly name: string; readonly access: Access };

/** The actor as row-level security knows them. */
export const sessionActorOf = (actor: Actor): SessionActor => ({
  actorId: actor.id,
  program: actor.program,
  roles: actor.roles,
});

export type AuditFacts = {
  readonly result: AuditResult;
  readonly subjectId?: string;
  readonly reason?: string;
  /** Whom it was shown to, where a program asked for a member of staff. */
  readonly shownTo?: Principal;
};

/** A command's context has a request id, a query's has none. */
type AuditedContext = CallContext & { readonly requestId?: string };

/** The one entry that an action of an actor leaves. */
export const auditEntryOf = (
  action: Audited,
  context: AuditedContext,
  { shownTo, ...facts }: AuditFacts,
): AuditEntry => ({
  entryId: context.newId(),
  time: context.now,
  actorKind: shownTo === undefined ? context.actor.kind : 'STAFF',
  actorId: shownTo?.staffId ?? context.actor.id,
  actorRole: shownTo?.role ?? actingRole(action.access, context.actor),
  program: context.actor.program,
  action: action.name,
  dataGroup: action.access.dataGroup,
  purpose: action.access.purpose,
  correlationId: context.correlationId,
  ...(context.requestId === undefined ? {} : { requestId: context.requestId }),
  ...facts,
});

/**
 * Refusals that enter the access log: denials, asking for what does not exist, and those that say something
 * about a person's affairs. A request that can't be read, lost a race or met a full house told nothing.
 */
const leavesTrace = (refusal: Refusal): boolean =>
  refusal.kind === 'unauthenticated' ||
  refusal.kind === 'forbidden' ||
  refusal.kind === 'missing' ||
  refusal.kind === 'duplicate' ||
  (refusal.kind === 'conflict' && refusal.code !== 'REQUEST_ID_REUSED');

export type RefusedFacts = { readonly refusal: Refusal; readonly subjectId?: string; readonly rule?: string };

/** Records a refusal in a transaction of its own, because the command's has been rolled back. */
export const auditRefusal = async (
  ports: PipelinePorts,
  call: { readonly action: Audited; readonly context: AuditedContext },
  { refusal, subjectId, rule }: RefusedFacts,
): Promise<void> => {
  if (!leavesTrace(refusal)) return;
  const facts: AuditFacts = {
    result: 'REFUSED',
    reason: rule ?? refusal.code,
    ...(subjectId === undefined ? {} : { subjectId }),
  };
  const entry = auditEntryOf(call.action, call.context, facts);
  await ports.transactions.transact(sessionActorOf(call.context.actor), (tx) => tx.write([ports.auditWrite(entry)]));
};
