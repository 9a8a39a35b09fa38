import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Result } from '@tyovayla/kernel/result';
import type { Tx, Write } from '@tyovayla/kernel/sql';
import type { Access, Verdict } from './access.ts';
import type { Actor } from './actor.ts';

/** What a command or query knows of its call. Time and new ids come from here, never from globals. */
export type CallContext = {
  readonly actor: Actor;
  readonly now: Date;
  /** Today in Europe/Helsinki by the service's clock. */
  readonly today: LocalDate;
  readonly correlationId: string;
  /** A new UUID v7. */
  newId(): string;
  /** W3C trace context, if the call is sampled. */
  readonly traceparent?: string;
  /** When the caller stops waiting, real time; calls to others must end before. Absent outside of calls. */
  readonly deadline?: Date;
};

export type CommandContext = CallContext & { readonly requestId: string };

/** What a decision gives when it says yes. */
export type Decision<Next, Fact, Answer> = {
  readonly next: Next;
  readonly facts: readonly Fact[];
  readonly answer: Answer;
};

/**
 * A command is a declaration; the pipeline does the rest in this order: access → transaction →
 * request id seen? → load (`FOR UPDATE`) → may this actor touch it → decide → save, outbox, audit,
 * stored answer and commit → answer. That takes two round trips: up to the load, and from the save on.
 */
export type Command<Input, State, Next, Fact, Answer> = {
  /** The verb, as in the contract: "RegisterJobSeeker". */
  readonly name: string;
  readonly access: Access;
  /** How a missing thing is refused; a hidden denial is refused in exactly the same way. */
  readonly missing?: Refusal;
  /** How a version that moved on is refused; without it the code is CHANGED_MEANWHILE. */
  readonly stale?: Refusal;
  /**
   * Where loading works long or writes: it then waits until the request id is known to be new. Any other load is sent
   * together with that question, and what it found for a request that was seen before is dropped.
   */
  readonly loadsWhenClaimed?: true;
  /** Loads what the decision needs, locked. A missing thing is a value of State, not a throw. */
  load(tx: Tx, input: Input, context: CommandContext): Promise<State>;
  /** Rules on the loaded thing. Left out only where the command creates from nothing. */
  mayTouch?(state: State, context: CommandContext, input: Input): Verdict;
  decide(state: State, input: Input, context: CommandContext): Result<Decision<Next, Fact, Answer>, Refusal>;
  /** Statements that store the new state; versioned updates carry `expectRows: 1`. */
  save(decision: Decision<Next, Fact, Answer>, state: State, context: CommandContext): readonly Write[];
  /** Facts as events, in order. Versions continue the aggregate's. */
  publish(decision: Decision<Next, Fact, Answer>, context: CommandContext): readonly OutgoingEvent[];
  /** The client or record in the access log; undefined where none is known. */
  subjectOf(state: State, decision: Decision<Next, Fact, Answer> | undefined): string | undefined;
  /** Why the actor may change it, as a code, where that is more than their role; stands in the access log beside the change. */
  accessReasonOf?(state: State, context: CommandContext, input: Input): string | undefined;
};

// biome-ignore lint/suspicious/noExplicitAny: a catalogue holds commands of every shape
export type AnyCommand = Command<any, any, any, any, any>;
