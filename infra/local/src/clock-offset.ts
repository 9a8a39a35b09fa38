import { daysBetween, helsinkiDate, type LocalDate } from '@tyovayla/kernel/local-date';

/** Milliseconds that services add to real time so that today is `asOf`: whole days, the time of day stays. */
export const clockOffset = (asOf: LocalDate, now: Date): number => daysBetween(helsinkiDate(now), asOf) * 86_400_000;
