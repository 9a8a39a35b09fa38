import { addMonthsToDayNumber, fromDayNumber, type LocalDate, toDayNumber } from '@tyovayla/kernel/local-date';
import { type ClassParameters, defaultClassParameters } from './class-parameters.ts';
import { appendRange, type DayRanges, daysBefore, differenceOf, intersectionOf, unionOf } from './day-ranges.ts';
import { countsAsInService, countsAsUnemployed, type StatusSpell } from './status-spell.ts';

/** Classes of a person by their status spells alone. `structural` is the four before it together. */
export const classRows = [
  'unemployed',
  'broad',
  'longTerm',
  'ltuEquivalent',
  'fromServiceUnemployed',
  'serviceToService',
  'structural',
] as const;

export type ClassRow = (typeof classRows)[number];

/** The end of an interval that still runs, as a day number: later than any calendar day. */
export const openDay = 2 ** 30;

/** A status spell on day numbers (1970-01-01 is 0); `to` is the first day after it, `openDay` while it runs. */
export type DaySpell = { readonly status: string; readonly from: number; readonly to: number };

export type ClassDayInterval = { readonly row: ClassRow; readonly from: number; readonly to: number };

export type ClassInterval = {
  readonly row: ClassRow;
  readonly from: LocalDate;
  /** First day outside the class; absent where the class lasts for as long as the running spell does. */
  readonly to?: LocalDate;
};

const rangesOf = (spells: readonly DaySpell[], counts: (status: string) => boolean): DayRanges => {
  const ranges: number[] = [];
  for (const spell of spells) if (counts(spell.status)) appendRange(ranges, spell.from, spell.to);
  return ranges;
};

const longTermOf = (unemployed: DayRanges, parameters: ClassParameters): DayRanges => {
  const runs: number[] = [];
  for (let index = 0; index < unemployed.length; index += 2)
    appendRange(runs, unemployed[index] as number, unemployed[index + 1] as number, parameters.shortBreakDays);
  const reached: number[] = [];
  for (let index = 0; index < runs.length; index += 2)
    appendRange(
      reached,
      addMonthsToDayNumber(runs[index] as number, parameters.longTermMonths),
      runs[index + 1] as number,
    );
  return intersectionOf(reached, unemployed);
};

// Over k days of unemployment a person gains k days, while the window may drop k + 3 (it jumps at the ends of short
// months) and a leap day may raise the need by one.
const safeSurplus = 5;

const equivalentOf = (unemployed: DayRanges, candidates: DayRanges, parameters: ClassParameters): DayRanges => {
  const surplusOn = (day: number): number =>
    daysBefore(unemployed, day) -
    daysBefore(unemployed, addMonthsToDayNumber(day, -parameters.equivalentWithinMonths)) -
    (day - addMonthsToDayNumber(day, -parameters.equivalentMonths));
  const equivalent: number[] = [];
  for (let index = 0; index < candidates.length; index += 2) {
    const to = candidates[index + 1] as number;
    for (let day = candidates[index] as number; day < to; ) {
      const surplus = surplusOn(day);
      if (surplus >= safeSurplus) {
        appendRange(equivalent, day, to);
        break;
      }
      if (surplus >= 0) appendRange(equivalent, day, day + 1);
      // A lack of n days can't be made up in fewer than n − 1 days.
      day += surplus >= -2 ? 1 : -surplus - 1;
    }
  }
  return equivalent;
};

/** First day from which `months` back is `day` or later. Clamping makes it differ from `day + months` by some days. */
const firstDayReaching = (day: number, months: number): number => {
  let first = addMonthsToDayNumber(day, months);
  while (addMonthsToDayNumber(first, -months) < day) first += 1;
  while (addMonthsToDayNumber(first - 1, -months) >= day) first -= 1;
  return first;
};

const afterServiceOf = (service: DayRanges, parameters: ClassParameters): DayRanges => {
  const ranges: number[] = [];
  for (let index = 1; index < service.length; index += 2) {
    const ended = service[index] as number;
    if (ended >= openDay) continue;
    appendRange(
      ranges,
      firstDayReaching(ended, parameters.serviceEndedMonths),
      firstDayReaching(ended + 1, parameters.serviceWithinMonths),
    );
  }
  return ranges;
};

/**
 * The intervals of days during which one person is in each class, on day numbers, for the projection that counts table 1.
 * Spells in order of time without overlap; gaps (no job search) count nowhere, spells without a day are passed over.
 * Equal, day by day, to `classesOn`. Intervals come in the order of `classRows`, then of time.
 */
export const classDayIntervals = (
  spells: readonly DaySpell[],
  parameters: ClassParameters = defaultClassParameters,
): ClassDayInterval[] => {
  const unemployed = rangesOf(spells, countsAsUnemployed);
  const service = rangesOf(spells, countsAsInService);
  const longTerm = longTermOf(unemployed, parameters);
  const shorter = differenceOf(unemployed, longTerm);
  const ltuEquivalent = equivalentOf(unemployed, shorter, parameters);
  const afterService = afterServiceOf(service, parameters);
  const fromServiceUnemployed = intersectionOf(differenceOf(shorter, ltuEquivalent), afterService);
  const serviceToService = intersectionOf(service, afterService);
  const daysOf: Readonly<Record<ClassRow, DayRanges>> = {
    unemployed,
    broad: unionOf(unemployed, service),
    longTerm,
    ltuEquivalent,
    fromServiceUnemployed,
    serviceToService,
    structural: unionOf(unionOf(longTerm, ltuEquivalent), unionOf(fromServiceUnemployed, serviceToService)),
  };
  const intervals: ClassDayInterval[] = [];
  for (const row of classRows) {
    const ranges = daysOf[row];
    for (let index = 0; index < ranges.length; index += 2)
      intervals.push({ row, from: ranges[index] as number, to: ranges[index + 1] as number });
  }
  return intervals;
};

/** A status spell on day numbers. */
export const toDaySpell = (spell: StatusSpell): DaySpell => ({
  status: spell.status,
  from: toDayNumber(spell.from),
  to: spell.to === undefined ? openDay : toDayNumber(spell.to),
});

/** `classDayIntervals` on calendar dates. */
export const classIntervals = (
  spells: readonly StatusSpell[],
  parameters: ClassParameters = defaultClassParameters,
): ClassInterval[] =>
  classDayIntervals(spells.map(toDaySpell), parameters).map(({ row, from, to }) =>
    to >= openDay ? { row, from: fromDayNumber(from) } : { row, from: fromDayNumber(from), to: fromDayNumber(to) },
  );
