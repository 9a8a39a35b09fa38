import type { Write } from '@tyovayla/kernel/sql';

/** One statement that does the work of several writes. */
export type MergedWrite = {
  readonly text: string;
  /** Index of the write whose count is the statement's own row count; -1 where the counts come as columns. */
  readonly main: number;
  /** Indexes of writes whose counts come back as columns c0, c1 … of one row. */
  readonly counted: readonly number[];
};

const mostCached = 500;
const cache = new Map<string, MergedWrite>();

const renumber = (text: string, shift: number): string =>
  shift === 0 ? text : text.replace(/\$(\d+)/g, (_, digits: string) => `$${Number(digits) + shift}`);

const build = (writes: readonly Write[]): MergedWrite => {
  const expecting = writes.flatMap((write, index) => (write.expectRows === undefined ? [] : [index]));
  // With at most one count to check, that write is the statement itself and the rest hang on it: nothing is returned.
  const main = expecting.length > 1 ? -1 : (expecting[0] ?? writes.length - 1);
  const counted = main === -1 ? expecting : [];
  const parts: string[] = [];
  let mainText = '';
  let shift = 0;
  writes.forEach((write, index) => {
    const text = renumber(write.text, shift);
    shift += write.values.length;
    if (index === main) mainText = text;
    else parts.push(`w${index} AS (${text}${counted.includes(index) ? ' RETURNING 1' : ''})`);
  });
  if (main === -1)
    mainText = `SELECT ${counted.map((index) => `(SELECT count(*) FROM w${index}) AS c${index}`).join(', ')}`;
  return { text: parts.length === 0 ? mainText : `WITH ${parts.join(', ')} ${mainText}`, main, counted };
};

/**
 * Joins the writes of one command into one statement of sibling CTEs, so that they cost one round trip.
 * All parts see the same snapshot and run in no promised order, therefore two writes must never touch the
 * same row, and no write sees what another one wrote; foreign keys are checked at the end, so a parent and
 * its child may be written together. `$n` in a text is always a parameter, never part of a string literal.
 */
export const mergeWrites = (writes: readonly Write[]): MergedWrite => {
  const key = writes
    .map((write) => `${write.text}\u0001${write.values.length}\u0001${write.expectRows !== undefined}`)
    .join('\u0000');
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= mostCached) cache.clear();
  const merged = build(writes);
  cache.set(key, merged);
  return merged;
};
