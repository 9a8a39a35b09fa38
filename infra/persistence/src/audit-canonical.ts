/**
 * A stored audit entry as text, column by column, in the order of `canonicalColumns`. Times are whole
 * microseconds since 1970-01-01T00:00:00Z, ids lower-case with hyphens, the rest as stored.
 */
export type CanonicalRow = Readonly<Record<(typeof canonicalColumns)[number], string | null>>;

/** The order is part of the form: a new column goes to the end, and changes the form's version. */
export const canonicalColumns = [
  'entry_id',
  'recorded_at',
  'actor_kind',
  'actor_id',
  'actor_role',
  'program',
  'action',
  'data_group',
  'purpose',
  'subject_id',
  'result',
  'rule',
  'request_id',
  'correlation_id',
  'stored_at',
  'xid',
] as const;

const times: readonly string[] = ['recorded_at', 'stored_at'];

/** The select list that gives a CanonicalRow. */
export const canonicalSelect = canonicalColumns
  .map((column) =>
    times.includes(column)
      ? `(extract(epoch FROM ${column}) * 1000000)::bigint::text AS ${column}`
      : `${column}::text AS ${column}`,
  )
  .join(', ');

/**
 * What the chain's hash is made over: for every column its length in UTF-8 bytes, a colon, the text and a
 * comma, or "~," for NULL. The lengths keep the border between columns from being moved.
 * scripts/verify-audit.ts has its own copy on purpose: a fault here must not hide itself there.
 */
export const canonicalEntry = (row: CanonicalRow): string => {
  let text = '';
  for (const column of canonicalColumns) {
    const value = row[column];
    text += value === null ? '~,' : `${Buffer.byteLength(value)}:${value},`;
  }
  return text;
};
