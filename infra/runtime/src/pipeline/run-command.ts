import { createHash } from 'node:crypto';
import type { Refusal } from '@tyovayla/kernel/refusal';
import type { RequestClaim } from '@tyovayla/kernel/request-claim';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { StaleWrite, type Tx } from '@tyovayla/kernel/sql';
import type { Command, CommandContext, Decision } from '../command.ts';
import type { PipelinePorts } from '../ports.ts';
import { accessDenial, likeMissing, verdictRefusal } from './access-check.ts';
import { auditEntryOf, auditRefusal, sessionActorOf } from './audit.ts';
import { type CallFacts, contextOf, keepDeadline, RolledBack, withConflictRetry } from './call.ts';

/** One call of a command. */
export type CommandCall<Input, Answer> = CallFacts & {
  readonly input: Input;
  /** UUID made by the caller; the same id and payload give the same answer, once done. */
  readonly requestId: string;
  /** The request's bytes as they came; with the command's name they are what "the same payload" means. */
  readonly payload: Uint8Array;
  /** The answer as it is stored and sent. */
  encode(answer: Answer): Uint8Array;
  /** Used where the command itself doesn't say how a missing thing is refused. */
  readonly missing?: Refusal;
};

const changedMeanwhile: Refusal = { kind: 'stale', code: 'CHANGED_MEANWHILE', data: {} };
const requestIdReused: Refusal = { kind: 'conflict', code: 'REQUEST_ID_REUSED', data: {} };

/** SHA-256 of the method's name and the request's bytes. */
export const payloadHashOf = (name: string, payload: Uint8Array): Uint8Array =>
  createHash('sha256').update(name).update('\0').update(payload).digest();

/** Everything that a transaction of a command needs, put together once and kept over retries. */
type Work<Input, State, Next, Fact, Answer> = {
  readonly ports: PipelinePorts;
  readonly command: Command<Input, State, Next, Fact, Answer>;
  readonly call: CommandCall<Input, Answer>;
  readonly context: CommandContext;
  readonly claim: RequestClaim;
  readonly missing: Refusal | undefined;
};

type Effect = { readonly answer: Uint8Array; readonly published: boolean };

const saveAll = <I, State, N, F, A>(
  tx: Tx,
  { ports, command, call, context, claim }: Work<I, State, N, F, A>,
  { state, decision }: { readonly state: State; readonly decision: Decision<N, F, A> },
): Effect => {
  const answer = call.encode(decision.answer);
  const { traceparent } = context;
  const facts = command.publish(decision, context);
  const events = traceparent === undefined ? facts : facts.map((fact) => ({ traceparent, ...fact }));
  const subjectId = command.subjectOf(state, decision);
  const reason = command.accessReasonOf?.(state, context, call.input);
  const entry = auditEntryOf(command, context, {
    result: 'CHANGED',
    ...(subjectId === undefined ? {} : { subjectId }),
    ...(reason === undefined ? {} : { reason }),
  });
  keepDeadline(context);
  // Awaited by the transaction, together with its commit.
  void tx.write([
    ...command.save(decision, state, context),
    ...(events.length > 0 ? ports.outboxWrites(events) : []),
    ports.auditWrite(entry),
    ports.idempotency.answerWrite(claim, answer),
  ]);
  return { answer, published: events.length > 0 };
};

const changeOnce = async <I, S, N, F, A>(tx: Tx, work: Work<I, S, N, F, A>): Promise<Effect> => {
  const { ports, command, call, context, claim, missing } = work;
  const load = () => command.load(tx, call.input, context);
  const claiming = ports.idempotency.claim(tx, claim);
  // Sent together: a request that was seen before is rare, and what was loaded for it is then dropped.
  const early = command.loadsWhenClaimed ? undefined : load();
  const [claimed] = await Promise.allSettled([claiming, early]);
  if (claimed.status === 'rejected') throw claimed.reason;
  const outcome = claimed.value;
  if (outcome.kind === 'other-payload') throw new RolledBack(requestIdReused);
  if (outcome.kind === 'seen') return { answer: outcome.answer, published: false };
  const state = await (early ?? load());
  const verdict = command.mayTouch?.(state, context, call.input) ?? { allowed: true };
  const denial = verdictRefusal(verdict, missing);
  if (denial) {
    throw new RolledBack(denial, command.subjectOf(state, undefined), verdict.allowed ? undefined : verdict.rule);
  }
  const decided = command.decide(state, call.input, context);
  if (!decided.ok) {
    throw new RolledBack(likeMissing(decided.refusal, missing), command.subjectOf(state, undefined));
  }
  return saveAll(tx, work, { state, decision: decided.value });
};

const refusalOf = (error: unknown, stale: Refusal): RolledBack | undefined => {
  if (error instanceof RolledBack) return error;
  return error instanceof StaleWrite ? new RolledBack(stale) : undefined;
};

/**
 * Runs a command for a caller: access, request id, load, rules, decision, and then state, events, audit entry
 * and stored answer in one write. Gives the answer's bytes, or the refusal; a refusal leaves nothing behind but
 * its audit entry. Throws on a fault.
 */
export const runCommand = async <I, S, N, F, A>(
  ports: PipelinePorts,
  command: Command<I, S, N, F, A>,
  call: CommandCall<I, A>,
): Promise<Result<Uint8Array, Refusal>> => {
  const context: CommandContext = { ...contextOf(ports, call), requestId: call.requestId };
  const audited = { action: command, context };
  const denial = accessDenial(command.access, call.actor);
  if (denial) {
    await auditRefusal(ports, audited, { refusal: denial });
    return refused(denial);
  }
  const { id: actorId, program } = call.actor;
  const payloadHash = payloadHashOf(command.name, call.payload);
  const claim = { program, actorId, requestId: call.requestId, payloadHash };
  const work = { ports, command, call, context, claim, missing: command.missing ?? call.missing };
  try {
    const effect = await withConflictRetry(() =>
      ports.transactions.transact(sessionActorOf(call.actor), (tx) => changeOnce(tx, work)),
    );
    if (effect.published) ports.wakeRelay();
    return accepted(effect.answer);
  } catch (error) {
    const no = refusalOf(error, command.stale ?? changedMeanwhile);
    if (!no) throw error;
    await auditRefusal(ports, audited, {
      refusal: no.refusal,
      ...(no.subjectId === undefined ? {} : { subjectId: no.subjectId }),
      ...(no.rule === undefined ? {} : { rule: no.rule }),
    });
    return refused(no.refusal);
  }
};
