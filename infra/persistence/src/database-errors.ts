type DriverError = { readonly code?: unknown; readonly constraint?: unknown; readonly driverError?: unknown };

/** TypeORM wraps the driver's error when a statement went through its manager. */
const driverErrorOf = (error: unknown): DriverError | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  const inner = (error as DriverError).driverError;
  return typeof inner === 'object' && inner !== null ? (inner as DriverError) : (error as DriverError);
};

/** SQLSTATE of an error from Postgres (or the socket's code), undefined for any other error. */
export const sqlStateOf = (error: unknown): string | undefined => {
  const code = driverErrorOf(error)?.code;
  return typeof code === 'string' ? code : undefined;
};

/** True when the error is a broken unique constraint or index of this name; repositories turn it into a refusal. */
export const isUniqueViolation = (error: unknown, constraint: string): boolean =>
  sqlStateOf(error) === '23505' && driverErrorOf(error)?.constraint === constraint;

/** True when Postgres chose this transaction as the victim: the same command may be tried again as it is. */
export const isRetryable = (error: unknown): boolean => ['40001', '40P01'].includes(sqlStateOf(error) ?? '');

const lostMessages = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  'Cannot use a pool after calling end',
];

/**
 * True when the database could not be reached, was shut down (57P0x) or broke the connection. Whether the
 * transaction was committed is then unknown: only the same request id sent again tells.
 */
export const isConnectionLost = (error: unknown): boolean => {
  const state = sqlStateOf(error) ?? '';
  if (/^(08|57P0|25P03|53300|ECONN|EPIPE|ETIMEDOUT|EHOST)/.test(state)) return true;
  return error instanceof Error && lostMessages.some((message) => error.message.includes(message));
};
