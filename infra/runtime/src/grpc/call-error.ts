import { type ServiceError, status } from '@grpc/grpc-js';
import type { FieldViolation } from '@tyovayla/kernel/refusal';
import { errorDetailOf } from './refusal-status.ts';

/** Name of a gRPC status: "NOT_FOUND". */
export type StatusName = keyof typeof status;

/** A call to another program that did not succeed, with what its ErrorDetail says. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: StatusName;
  /** Permanent code of the refusal; the status's name where the other side gave none. */
  readonly reason: string;
  /** Who refused: the service's short name; empty where the call did not get there. */
  readonly domain: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly violations: readonly FieldViolation[];

  constructor(facts: Pick<CallError, 'code' | 'reason' | 'domain' | 'metadata' | 'violations'>) {
    super(facts.reason);
    this.code = facts.code;
    this.reason = facts.reason;
    this.domain = facts.domain;
    this.metadata = facts.metadata;
    this.violations = facts.violations;
  }
}

/** An error that arose on this side of the wire: no connection, a circuit that is open, time that is over. */
export const localCallError = (code: StatusName, reason: string): CallError =>
  new CallError({ code, reason, domain: '', metadata: {}, violations: [] });

const lostConnection = /RST_STREAM|ECONN|EPIPE|[Ss]ocket|GOAWAY/;

/**
 * Whether the other side went away in the middle of a call. grpc-js calls that INTERNAL or CANCELLED, by how the
 * connection broke; for the caller it is one thing: nobody knows whether the call had an effect.
 */
const isConnectionLost = ({ code, details }: ServiceError): boolean =>
  (code === status.INTERNAL && lostConnection.test(details)) || code === status.CANCELLED;

/** What grpc-js reports, as a CallError. `givenUp` says that the caller itself has cancelled. */
export const callErrorOf = (error: ServiceError, givenUp = false): CallError => {
  const code = (status[error.code] ?? 'UNKNOWN') as StatusName;
  const detail = errorDetailOf(error);
  if (!detail && !givenUp && isConnectionLost(error)) return localCallError('UNAVAILABLE', 'CONNECTION_LOST');
  if (!detail) return localCallError(code, code);
  const violations = detail.fieldViolations.map(({ field, code: rule, description }) => ({
    field,
    code: rule,
    description,
  }));
  return new CallError({ code, reason: detail.reason, domain: detail.domain, metadata: detail.metadata, violations });
};
