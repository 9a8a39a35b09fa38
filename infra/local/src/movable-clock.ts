import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The clock of a local area's services, moved while they run. For simulations and tests. */
export type MovableClock = {
  /** What a service needs in its environment to follow. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Moves to a time of Helsinki, "2026-03-29T00:01"; from there it goes on. Whatever is asked of a service afterwards
   * is handled at the new time, and timers that have become due fire by themselves.
   */
  set(localTime: string): void;
};

/** So often do services look for due timers where the clock is moved: a day may last only moments. */
const timerEveryMs = 50;

export const openMovableClock = (stateDir: string, localTime: string): MovableClock => {
  const file = join(stateDir, 'clock-offset');
  const set = (to: string): void => {
    const offset = helsinkiInstant(to).getTime() - Date.now();
    // A reader sees the old number or the new one, never half of it.
    writeFileSync(`${file}.new`, String(offset));
    renameSync(`${file}.new`, file);
  };
  set(localTime);
  return { environment: { CLOCK_OFFSET_FILE: file, TIMER_EVERY_MS: String(timerEveryMs) }, set };
};

const summerAndWinter = [3, 2] as const;
const helsinki = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Helsinki',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The instant of a local time, "2026-03-29T00:01"; of an hour that comes twice, the first. Throws for one that never is. */
export const helsinkiInstant = (localTime: string): Date => {
  const asIfUtc = Date.parse(`${localTime}:00Z`);
  for (const hours of summerAndWinter) {
    const instant = new Date(asIfUtc - hours * 3_600_000);
    if (!Number.isNaN(asIfUtc) && helsinki.format(instant) === localTime.replace('T', ' ')) return instant;
  }
  throw new Error(`Helsinki has no time ${localTime}`);
};
