import type { AuditEntry } from '@tyovayla/kernel/audit-entry';
import type { Clock } from '@tyovayla/kernel/clock';
import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import type { ClaimOutcome, RequestClaim } from '@tyovayla/kernel/request-claim';
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

/** Remembers answered requests; claim and answer are part of the command's transaction. */
export type Idempotency = {
  claim(tx: Tx, claim: RequestClaim): Promise<ClaimOutcome>;
  answerWrite(claim: RequestClaim, answer: Uint8Array): Write;
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
