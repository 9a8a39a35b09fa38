import { PermissionViolationError } from '@nats-io/transport-node';

/** True where the broker does not let this program ask that; the client hides the reason one level down. */
export const isDenied = (error: unknown): boolean =>
  error instanceof PermissionViolationError ||
  (error instanceof Error && error.cause instanceof PermissionViolationError);
