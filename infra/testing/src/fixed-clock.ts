import type { Clock } from '@tyovayla/kernel/clock';
import { helsinkiDate } from '@tyovayla/kernel/local-date';

/** A clock that stands still until the test moves it. */
export type FixedClock = Clock & {
  /** Moves to this instant, e.g. "2026-03-29T00:59:59Z". */
  set(instant: string): void;
  advance(by: { readonly days?: number; readonly hours?: number; readonly ms?: number }): void;
};

/** A clock that shows `instant` (ISO 8601 with its offset) for as long as nobody moves it. */
export const fixedClock = (instant: string): FixedClock => {
  let now = new Date(instant).getTime();
  return {
    now: () => new Date(now),
    today: () => helsinkiDate(new Date(now)),
    set: (to) => {
      now = new Date(to).getTime();
    },
    advance: ({ days = 0, hours = 0, ms = 0 }) => {
      now += (days * 24 + hours) * 3_600_000 + ms;
    },
  };
};
