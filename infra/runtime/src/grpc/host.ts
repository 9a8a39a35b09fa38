import type { Metadata, ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Actor } from '../actor.ts';
import { isDatabaseAway } from '../fault.ts';
import { type Caller, callerOf } from '../identity/caller.ts';
import type { Peer } from '../identity/peer.ts';
import type { TokenVerifier } from '../identity/token.ts';
import { accessDenial } from '../pipeline/access-check.ts';
import { auditRefusal } from '../pipeline/audit.ts';
import { type CallFacts, contextOf, DeadlinePassed } from '../pipeline/call.ts';
import type { PipelinePorts } from '../ports.ts';
import type { Admission } from './admission.ts';
import type { BoundCall, MethodBinding } from './binding.ts';
import { type CallStatus, deadlineStatus, faultStatus, refusalStatus } from './refusal-status.ts';
import type { InspectRequest } from './validation.ts';

/** A request as it came. */
export type RawRequest = Uint8Array;

/** A method of the contract with what is needed to serve it. */
export type ServedMethod<Binding extends MethodBinding = MethodBinding> = {
  readonly binding: Binding;
  readonly inspect: InspectRequest;
};

/** What all methods of a server share. */
export type Host = {
  readonly ports: PipelinePorts;
  readonly tokenVerifier: TokenVerifier;
  readonly admission: Admission;
  readonly maxDeadlineMs: number;
  readonly peerOf: (call: AnyCall) => Peer | undefined;
  /** Fires when the server drains. */
  readonly draining: AbortSignal;
};

type AnyCall = ServerUnaryCall<RawRequest, Uint8Array> | ServerWritableStream<RawRequest, Uint8Array>;

export const overloaded: Refusal = { kind: 'limit', code: 'OVERLOADED', data: { retryAfterMs: '1000' } };

const malformed: Refusal = { kind: 'invalid', code: 'MALFORMED_REQUEST', data: {} };
const databaseAway: Refusal = { kind: 'unavailable', code: 'DATABASE_UNAVAILABLE', data: {} };

/** The first value of a text metadata key. */
export const textOf = (metadata: Metadata, key: string): string | undefined => {
  const [value] = metadata.get(key);
  return typeof value === 'string' ? value : undefined;
};

const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const correlationOf = (metadata: Metadata, newId: () => string): string => {
  const given = textOf(metadata, 'tyovayla-correlation-id');
  // An id and nothing else: whatever stood here would get into the access log and events.
  return given !== undefined && uuidShape.test(given) ? given : newId();
};

/** A denial is a line for whoever watches the area; any other refusal is everyday business. */
export const logRefusal = ({ ports }: Host, method: string, { kind, code }: Refusal): void => {
  const level = kind === 'unauthenticated' || kind === 'forbidden' ? 'warn' : 'debug';
  ports.logger[level]({ method, code }, 'call refused');
};

/** A recognised call: what pipelines are told, and until when the caller's authority lasts. */
export type Recognised = { readonly facts: CallFacts; readonly expiresAt?: number };

/** What is known of a call before its caller is. */
export type Incoming = {
  readonly binding: MethodBinding;
  readonly deadline: Date | undefined;
  readonly traceparent: string | undefined;
};

/** The program that brought a call whose caller could not be recognised, for the access log. */
const bringerOf = (peer: Peer | undefined): Actor => {
  const program = peer?.program ?? 'unknown';
  return { kind: 'PROGRAM', id: program, program, roles: [] };
};

/** Finds out who calls and for what context; refuses unknown programs and bad tokens, and audits that. */
export const recognise = async (
  host: Host,
  call: AnyCall,
  { binding, deadline, traceparent }: Incoming,
): Promise<Result<Recognised, Refusal>> => {
  const { metadata } = call;
  const peer = host.peerOf(call);
  const correlationId = correlationOf(metadata, host.ports.newId);
  const found: Result<Caller, Refusal> = await callerOf(peer, textOf(metadata, 'authorization'), host.tokenVerifier);
  if (!found.ok) {
    const context = contextOf(host.ports, { actor: bringerOf(peer), correlationId });
    await auditRefusal(host.ports, { action: binding, context }, { refusal: found.refusal });
    return found;
  }
  const { actor, expiresAt } = found.value;
  const facts: CallFacts = {
    actor,
    correlationId,
    ...(deadline === undefined ? {} : { deadline }),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
  return accepted(expiresAt === undefined ? { facts } : { facts, expiresAt });
};

/** The message that the rules have seen, with what they say of it; undefined where the bytes are no message. */
const readMessage = (
  { binding, inspect }: ServedMethod,
  bytes: RawRequest,
): Pick<BoundCall, 'message' | 'violations'> | undefined => {
  try {
    const { canonical, violations } = inspect(bytes);
    return { message: binding.decode(canonical), violations };
  } catch (error) {
    // A rule that can't be evaluated is our fault; bytes that are no message are the caller's.
    const { name } = error as Error;
    if (name === 'RuntimeError' || name === 'CompilationError') throw error;
    return undefined;
  }
};

/**
 * Lets a recognised caller as far as the method: role and program first, so that others learn nothing of the
 * contract's rules, then the bytes.
 */
export const readCall = async (
  host: Host,
  method: ServedMethod,
  { facts, request }: { readonly facts: CallFacts; readonly request: RawRequest },
): Promise<Result<BoundCall, Refusal>> => {
  const { binding } = method;
  const denial = accessDenial(binding.access, facts.actor);
  if (denial) {
    const context = contextOf(host.ports, facts);
    await auditRefusal(host.ports, { action: binding, context }, { refusal: denial });
    return refused(denial);
  }
  const read = readMessage(method, request);
  return read ? accepted({ ...facts, payload: request, ...read }) : refused(malformed);
};

/** Tells the caller about something thrown: a lost database and a deadline by their names, a fault by its incident. */
export const thrownStatus = (host: Host, method: string, error: unknown): CallStatus => {
  const { service, logger, newId } = host.ports;
  if (error instanceof DeadlinePassed) return deadlineStatus(service);
  if (isDatabaseAway(error)) {
    logger.warn({ err: error, method }, 'database not available');
    return refusalStatus(service, databaseAway);
  }
  const incidentId = newId();
  logger.error({ err: error, incidentId, method }, 'call failed');
  return faultStatus(service, incidentId);
};
