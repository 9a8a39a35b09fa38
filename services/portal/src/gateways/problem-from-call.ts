import { randomUUID } from 'node:crypto';
import type { CallError } from '@tyovayla/runtime/grpc/call-error';
import { type Problem, problem } from '../api/problem.ts';

/** gRPC status → HTTP status. What is not here is a fault. */
const statuses: Readonly<Record<string, number>> = {
  CANCELLED: 503,
  INVALID_ARGUMENT: 400,
  DEADLINE_EXCEEDED: 504,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  PERMISSION_DENIED: 403,
  RESOURCE_EXHAUSTED: 429,
  FAILED_PRECONDITION: 409,
  ABORTED: 409,
  UNAVAILABLE: 503,
  UNAUTHENTICATED: 401,
};

/** `contact.postal_code` as the contract spells it → `contact.postalCode` as this API does. */
export const fieldInApi = (field: string): string =>
  field.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

type CallFacts = Pick<CallError, 'code' | 'reason' | 'domain' | 'metadata' | 'violations'>;

/**
 * Problem details for a service's "no": the same reason and facts, fields in this API's spelling. A fault is told by
 * its incident alone.
 */
export const problemFromCall = ({ code, reason, domain, metadata, violations }: CallFacts): Problem => {
  const status = statuses[code] ?? 500;
  const whose = domain || 'portal';
  if (status === 500)
    return problem({ status, reason: 'FAULT', domain: whose, incident: metadata.incidentId ?? randomUUID() });
  return problem({
    status,
    reason,
    domain: whose,
    metadata,
    violations: violations.map((violation) => ({ ...violation, field: fieldInApi(violation.field) })),
  });
};
