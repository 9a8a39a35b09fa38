import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { daysFrom, type LivingArea } from './living-area.ts';
import { downtime } from './stories.ts';
import { type Life, liveDayOf } from './story.ts';

/** The day before the first story begins: a Sunday. */
export const firstDay = localDate('2025-06-01');

/** All reforms of the handbook's timeline lie in between (0.7). */
export const lastDay = localDate('2026-11-30');

export type Living = {
  readonly lives: readonly Life[];
  readonly until: LocalDate;
  /** Heard at the beginning of each day; what it throws ends the simulation. */
  onDay?(day: LocalDate): void;
};

/** Turns a day: the services come back on one day after they were killed, and live through every other. */
const turnTo = async (area: LivingArea, day: LocalDate): Promise<readonly string[]> => {
  if (day === downtime.backOn) return area.dieUntil(day);
  await area.goTo(day);
  return [];
};

/** Lives day by day from the first; gives the kinds of timers that became due while the services were down. */
export const liveThrough = async (
  area: LivingArea,
  { lives, until, onDay = () => undefined }: Living,
): Promise<readonly string[]> => {
  const overslept: string[] = [];
  for (const day of daysFrom(firstDay, until)) {
    if (day === downtime.from) continue;
    onDay(day);
    overslept.push(...(await turnTo(area, day)));
    for (const life of lives) await liveDayOf(area, life);
  }
  return overslept;
};
