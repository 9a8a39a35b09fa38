import type { LocalDate } from './local-date.ts';

/** The service's clock. With `--as-of` it shows another date; nobody else reads the time. */
export type Clock = {
  now(): Date;
  /** Today in Europe/Helsinki. */
  today(): LocalDate;
};
