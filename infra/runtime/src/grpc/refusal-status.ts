import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { FieldViolation, Refusal, RefusalKind } from '@tyovayla/kernel/refusal';
import { ErrorDetail } from '@tyovayla/proto/tyovayla/common/v1/error_detail';

/** Trailing metadata that carries the ErrorDetail. */
export const errorDetailKey = 'tyovayla-error-bin';

/** How each kind of "no" is told; the table "Saying no at the edge" of services/README.md. */
export const statusOfKind: Readonly<Record<RefusalKind, status>> = {
  invalid: status.INVALID_ARGUMENT,
  unauthenticated: status.UNAUTHENTICATED,
  forbidden: status.PERMISSION_DENIED,
  missing: status.NOT_FOUND,
  conflict: status.FAILED_PRECONDITION,
  duplicate: status.ALREADY_EXISTS,
  stale: status.ABORTED,
  limit: status.RESOURCE_EXHAUSTED,
  unavailable: status.UNAVAILABLE,
};

/** A gRPC status as grpc-js takes it. */
export type CallStatus = { readonly code: status; readonly details: string; readonly metadata: Metadata };

/** An answer may carry this many violations: a hostile request could hold tens of thousands. */
const maxViolations = 100;

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const detailMetadata = (domain: string, refusal: Refusal): Metadata => {
  const violations: FieldViolation[] = (refusal.violations ?? []).slice(0, maxViolations);
  const detail = ErrorDetail.encode({
    reason: refusal.code,
    domain,
    metadata: { ...refusal.data },
    fieldViolations: violations,
  });
  const metadata = new Metadata();
  metadata.set(errorDetailKey, bufferOf(detail.finish()));
  return metadata;
};

/** A refusal as a status: the message is the reason's code and nothing else. */
export const refusalStatus = (domain: string, refusal: Refusal): CallStatus => ({
  code: statusOfKind[refusal.kind],
  details: refusal.code,
  metadata: detailMetadata(domain, refusal),
});

/** A fault as a status: the caller learns the incident's id, the log the rest. */
export const faultStatus = (domain: string, incidentId: string): CallStatus => ({
  code: status.INTERNAL,
  details: `incident ${incidentId}`,
  metadata: detailMetadata(domain, { kind: 'unavailable', code: 'INTERNAL_FAULT', data: { incidentId } }),
});

/** The caller's time, or the longest that the service works on a call, is over. */
export const deadlineStatus = (domain: string): CallStatus => ({
  code: status.DEADLINE_EXCEEDED,
  details: 'DEADLINE_EXCEEDED',
  metadata: detailMetadata(domain, { kind: 'unavailable', code: 'DEADLINE_EXCEEDED', data: {} }),
});

/** The detail that came with an error, if any and if readable. */
export const errorDetailOf = (error: Pick<ServiceError, 'metadata'>): ErrorDetail | undefined => {
  const [bytes] = error.metadata?.get(errorDetailKey) ?? [];
  if (!Buffer.isBuffer(bytes)) return undefined;
  try {
    return ErrorDetail.decode(bytes);
  } catch {
    return undefined;
  }
};
