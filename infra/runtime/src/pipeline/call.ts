import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Actor } from '../actor.ts';
import type { CallContext } from '../command.ts';
import { isRetryableConflict } from '../fault.ts';
import type { PipelinePorts } from '../ports.ts';

/** What every pipeline is told of a call, besides its input. */
export type CallFacts = {
  readonly actor: Actor;
  /** Ties together all that one user action led to; a new one where left out. */
  readonly correlationId?: string;
  readonly traceparent?: string;
  readonly deadline?: Date;
};

/** The context that commands, queries and feeds see. */
export const contextOf = (ports: PipelinePorts, facts: CallFacts): CallContext => ({
  actor: facts.actor,
  now: ports.clock.now(),
  today: ports.clock.today(),
  correlationId: facts.correlationId ?? ports.newId(),
  newId: ports.newId,
  ...(facts.traceparent === undefined ? {} : { traceparent: facts.traceparent }),
  ...(facts.deadline === undefined ? {} : { deadline: facts.deadline }),
});

/** Leaves a transaction without a trace because of an expected "no". Never leaves the pipelines. */
export class RolledBack extends Error {
  override readonly name = 'RolledBack';
  readonly refusal: Refusal;
  readonly subjectId: string | undefined;
  readonly rule: string | undefined;

  constructor(refusal: Refusal, subjectId?: string, rule?: string) {
    super(refusal.code);
    this.refusal = refusal;
    this.subjectId = subjectId;
    this.rule = rule;
  }
}

/** The caller has stopped waiting: nothing is saved that nobody gets an answer to. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

/** Throws where the call's deadline is over. */
export const keepDeadline = (context: CallContext): void => {
  if (context.deadline !== undefined && Date.now() > context.deadline.getTime()) throw new DeadlinePassed();
};

const maxTries = 3;

/** Runs a transaction again, at most three times in all, where Postgres says that it lost a race. */
export const withConflictRetry = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= maxTries || !isRetryableConflict(error)) throw error;
    }
  }
};
