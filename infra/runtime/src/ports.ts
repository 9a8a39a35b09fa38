import type { Clock } from '@tyovayla/kernel/clock';
import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import type { Transactions, Tx, Write } from '@tyovayla/kernel/sql';

/** Ids and figures of a log line. What is not on the allow-list of log-fields.ts does not get in. */
export type LogFields = Readonly<Record<string, unknown>>;

/** A log for one component. The message is constant and lower-case, the fields are ids. */
export type Logger = {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  child(component: string): Logger;
};

/** Names one change once and for all: the same caller may send it again, another payload may not use it. */
export type IdempotencyClaim = {
  readonly program: string;
  readonly actorId: string;
  readonly requestId: string;
  /** SHA-256 of the method's name and the request's bytes. */
  readonly payloadHash: Uint8Array;
};

export type ClaimOutcome =
  | { readonly kind: 'new' }
  | { readonly kind: 'seen'; readonly answer: Uint8Array }
  | { readonly kind: 'other-payload' };

/** Remembers answered requests; claim and answer are part of the command's transaction. */
export type Idempotency = {
  claim(tx: Tx, claim: IdempotencyClaim): Promise<ClaimOutcome>;
  answerWrite(claim: IdempotencyClaim, answer: Uint8Array): Write;
};

export type AuditResult = 'SHOWN' | 'CHANGED' | 'REFUSED';

/** One action of one actor: who, through what, on which client, for what, with what result. No personal data. */
export type AuditEntry = {
  /** UUID v7. */
  readonly entryId: string;
  readonly time: Date;
  readonly actorKind: 'STAFF' | 'PROGRAM';
  readonly actorId: string;
  /** Role on whose strength it was done; "PROGRAM" where a program acts alone, "NONE" where no role suffices. */
  readonly actorRole: string;
  readonly program: string;
  /** Name of the command, query or feed: "GetClient". */
  readonly action: string;
  /** The client or record; absent for lists, figures and where none is known. */
  readonly subjectId?: string;
  readonly dataGroup: string;
  readonly purpose: string;
  readonly result: AuditResult;
  /** Code of the refusal or of the rule that denied; absent where nothing was refused. */
  readonly reason?: string;
  /** Id of the request, for a change. */
  readonly requestId?: string;
  readonly correlationId: string;
};

/** Everything that the pipelines stand on. Put together in main.ts, from persistence and messaging. */
export type PipelinePorts = {
  readonly transactions: Transactions;
  readonly idempotency: Idempotency;
  outboxWrites(events: readonly OutgoingEvent[]): readonly Write[];
  /** Tells the relay, after commit, that there is something to publish. */
  wakeRelay(): void;
  auditWrite(entry: AuditEntry): Write;
  readonly clock: Clock;
  /** A new UUID v7. */
  newId(): string;
  readonly logger: Logger;
  /** The service's short name, e.g. "clients". */
  readonly service: string;
};
