/** SQLSTATE of a database error, also where a library has wrapped it; undefined for any other error. */
export const sqlStateOf = (error: unknown): string | undefined => {
  const outer = error as { code?: unknown; driverError?: { code?: unknown } } | undefined;
  const code = outer?.driverError?.code ?? outer?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
};

const connectionErrors = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

const databaseAway = /^(08|53|57P0|57014|55P03|25P03|25006)/;

const clientTimeouts =
  /timeout exceeded when trying to connect|connection terminated|query read timeout|client was closed|pool.* (ended|after calling end)/i;

const innermost = (error: unknown): { code?: unknown; message?: unknown; syscall?: unknown } => {
  const { driverError } = error as { driverError?: unknown };
  return (driverError ?? error) as { code?: unknown; message?: unknown; syscall?: unknown };
};

/**
 * Whether the database, or the way to it, is the cause: connection lost or refused, pool or statement
 * timeout, shutdown, disk full, read-only. The caller may try again later.
 */
export const isDatabaseAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const state = sqlStateOf(error);
  if (state !== undefined) return databaseAway.test(state);
  const { code, message, syscall } = innermost(error);
  if (typeof code === 'string' && connectionErrors.has(code)) return code !== 'ENOENT' || syscall === 'connect';
  return typeof message === 'string' && clientTimeouts.test(message);
};

/** Whether the transaction lost a race that a second try can win: serialization failure or deadlock. */
export const isRetryableConflict = (error: unknown): boolean => {
  const state = sqlStateOf(error);
  return state === '40001' || state === '40P01';
};

const frames = (stack: string | undefined): string =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n');

/** A message without what stood in quotes and without runs of digits: values of people end up there. */
const scrubbed = (message: string): string =>
  message
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"')
    .replace(/\d{3,}/g, '…')
    .replace(/\S+@\S+/g, '…')
    .slice(0, 200);

/**
 * What of an error may be logged. Postgres repeats values in its messages, so a database error is told by
 * its SQLSTATE and the names of the constraint and table only.
 */
export const faultFields = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { type: typeof error };
  const state = sqlStateOf(error);
  const source = innermost(error) as { constraint?: unknown; table?: unknown; code?: unknown };
  const named = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return {
    type: error.name,
    code: state ?? named(source.code),
    constraint: named(source.constraint),
    table: named(source.table),
    message: state === undefined ? scrubbed(error.message) : undefined,
    stack: frames(error.stack),
    cause: error.cause instanceof Error ? faultFields(error.cause) : undefined,
  };
};
