import { hash } from 'node:crypto';

/** Statements that get a name per process; a caller that builds ever new texts must not fill the server's memory. */
const mostNames = 400;
const names = new Map<string, string>();
const seenOnce = new Set<string>();

/**
 * A stable name for a statement that comes back, so that the server parses it once per connection;
 * undefined for a text that is seen for the first time, or when too many are named already.
 */
export const statementName = (text: string): string | undefined => {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (!seenOnce.has(text)) {
    if (seenOnce.size >= mostNames) seenOnce.clear();
    seenOnce.add(text);
    return undefined;
  }
  if (names.size >= mostNames) return undefined;
  const name = `s_${hash('sha256', text, 'hex').slice(0, 24)}`;
  names.set(text, name);
  seenOnce.delete(text);
  return name;
};
