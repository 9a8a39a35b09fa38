/** SQLSTATE classes and socket codes that say "the database is away, busy or chose a victim", not "this event is bad". */
const awayCodes = /^(08|53|57P0|40001|40P01|25P03|55P03|58|XX|ECONN|EPIPE|ETIMEDOUT|EHOST|ENOTFOUND|EAI_)/;

const awayMessages =
  /connection terminated|connection error|timeout exceeded when trying to connect|after calling end|driver not connected|not queryable/i;

const codeOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return '';
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const inner = driverError?.code ?? code;
  return typeof inner === 'string' ? inner : '';
};

/**
 * True where the database could not be reached, was shut down or could not serve: trying the same again later is
 * right and no event is to blame.
 */
export const isDatabaseFault = (error: unknown): boolean =>
  awayCodes.test(codeOf(error)) || (error instanceof Error && awayMessages.test(error.message));
