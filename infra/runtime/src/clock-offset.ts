import { readFileSync } from 'node:fs';
import type { ClockOffset } from './clock.ts';

type OffsetConfig = { readonly CLOCK_OFFSET_MS: number; readonly CLOCK_OFFSET_FILE: string | undefined };

/**
 * How far a program's clock is from real time. Where a file says it, the file is read at each look at the clock: whoever
 * has moved it may count on the next request being handled at the new time. Throws for a file without a number.
 */
export const clockOffsetOf = ({ CLOCK_OFFSET_MS, CLOCK_OFFSET_FILE: file }: OffsetConfig): ClockOffset =>
  file === undefined ? CLOCK_OFFSET_MS : () => readOffset(file);

const readOffset = (file: string): number => {
  const text = readFileSync(file, 'utf8').trim();
  if (!/^-?\d{1,13}$/.test(text)) throw new Error('the file that moves the clock holds no number');
  return Number(text);
};
