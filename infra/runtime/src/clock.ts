import type { Clock } from '@tyovayla/kernel/clock';
import { addDays, helsinkiDate, helsinkiMidnight } from '@tyovayla/kernel/local-date';

/** Milliseconds to add to real time: fixed, or asked for at each look. */
export type ClockOffset = number | (() => number);

/**
 * The service's clock, `offset` away from real time (`--as-of` runs the platform at another date).
 * The calendar date is worked out once a day, not once a call.
 */
export const createClock = (offset: ClockOffset = 0, realNow: () => number = Date.now): Clock => {
  const offsetMs = typeof offset === 'number' ? () => offset : offset;
  let date = helsinkiDate(new Date(realNow() + offsetMs()));
  let from = helsinkiMidnight(date).getTime();
  let until = helsinkiMidnight(addDays(date, 1)).getTime();
  const now = (): number => realNow() + offsetMs();
  return {
    now: () => new Date(now()),
    today: () => {
      const instant = now();
      if (instant >= until || instant < from) {
        date = helsinkiDate(new Date(instant));
        from = helsinkiMidnight(date).getTime();
        until = helsinkiMidnight(addDays(date, 1)).getTime();
      }
      return date;
    },
  };
};
