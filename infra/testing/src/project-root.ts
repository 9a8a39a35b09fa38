import { join } from 'node:path';

/** Top folder of the checkout. */
export const projectRoot: string = join(import.meta.dirname, '..', '..', '..');
