import type { Write } from '@tyovayla/kernel/sql';

/** One statement that does the work of several writes, with its parameters. */
export type MergedWrite = { readonly text: string; readonly values: readonly unknown[] };

const mostCached = 500;
const cache = new Map<string, string>();

const renumber = (text: string, shift: number): string =>
  shift === 0 ? text : text.replace(/\$(\d+)/g, (_, digits: string) => `$${Number(digits) + shift}`);

const build = (writes: readonly Write[]): string => {
  const counts: string[] = [];
  const parts: string[] = [];
  let shift = 0;
  let last = '';
  writes.forEach(({ text, values, expectRows }, index) => {
    last = renumber(text, shift);
    shift += values.length;
    if (expectRows !== undefined) counts.push(`(SELECT count(*) FROM w${index})`);
    parts.push(`w${index} AS (${last}${expectRows === undefined ? '' : ' RETURNING 1'})`);
  });
  // Without a count to check, the last write is the statement itself and the rest hang on it: nothing is returned.
  const isCounted = counts.length > 0;
  if (!isCounted) parts.pop();
  const main = isCounted ? `SELECT expect_rows(ARRAY[${counts.join(', ')}], $${shift + 1})` : last;
  return parts.length === 0 ? main : `WITH ${parts.join(', ')} ${main}`;
};

/**
 * Joins the writes of one command into one statement of sibling CTEs, so that they cost one round trip. Where a write
 * touches another number of rows than it expects, the statement itself fails (SQLSTATE `staleWriteState`): a COMMIT
 * that was sent behind it then changes nothing.
 * All parts see the same snapshot and run in no promised order, therefore two writes must never touch the
 * same row, and no write sees what another one wrote; foreign keys are checked at the end, so a parent and
 * its child may be written together. `$n` in a text is always a parameter, never part of a string literal.
 */
export const mergeWrites = (writes: readonly Write[]): MergedWrite => {
  const key = writes
    .map(({ text, values, expectRows }) => `${text}\u0001${values.length}\u0001${expectRows !== undefined}`)
    .join('\u0000');
  const known = cache.get(key);
  const text = known ?? build(writes);
  if (cache.size >= mostCached) cache.clear();
  if (known === undefined) cache.set(key, text);
  const expected = writes.flatMap(({ expectRows }) => (expectRows === undefined ? [] : [expectRows]));
  const values = writes.flatMap((write) => write.values);
  return { text, values: expected.length === 0 ? values : [...values, expected] };
};

/** What `expect_rows` says; any state that Postgres itself doesn't use. */
export const staleWriteState = 'TW001';
