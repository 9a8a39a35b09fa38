// Plain JavaScript for any Node from 18: it runs before the pinned Node is there.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Top folder of the checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Progress goes to standard error, so that a script's output stays its own. */
export const say = (text) => process.stderr.write(`${text}\n`);
