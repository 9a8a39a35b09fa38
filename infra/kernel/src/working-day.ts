import { dayNumberOf, fromDayNumber, type LocalDate, toDayNumber, weekdayOfDayNumber, yearOf } from './local-date.ts';

/** Days on which the authority doesn't work beside Saturdays and Sundays (handbook 2.1). */
export const closedDays = [
  'NEW_YEARS_DAY',
  'EPIPHANY',
  'GOOD_FRIDAY',
  'EASTER_MONDAY',
  'MAY_DAY',
  'ASCENSION_DAY',
  'MIDSUMMER_EVE',
  'INDEPENDENCE_DAY',
  'CHRISTMAS_EVE',
  'CHRISTMAS_DAY',
  'SECOND_CHRISTMAS_DAY',
] as const;

export type ClosedDay = (typeof closedDays)[number];

export type NonWorkingReason = ClosedDay | 'SATURDAY' | 'SUNDAY';

/** Which of the closed days count. The area may set them: parameter `calendar.workingDay`. */
export type WorkingCalendar = { readonly closedOn: readonly ClosedDay[] };

/** Midsummer Eve and Christmas Eve count as closed by the time-limit act 150/1930, section 5. */
export const finnishCalendar: WorkingCalendar = { closedOn: closedDays };

const friday = 5;

/** Easter Sunday of a year as a day number, by the anonymous Gregorian computus (Meeus, Jones, Butcher). */
const easterSunday = (year: number): number => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const dominical = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * dominical) / 451);
  const sinceMarch = epact + dominical - 7 * shift + 114;
  return dayNumberOf(year, Math.floor(sinceMarch / 31), (sinceMarch % 31) + 1);
};

/** Midsummer Eve is the Friday between 19 and 25 June. */
const midsummerEve = (year: number): number => {
  const first = dayNumberOf(year, 6, 19);
  return first + ((friday - weekdayOfDayNumber(first) + 7) % 7);
};

type YearsClosedDays = ReadonlyMap<number, readonly ClosedDay[]>;

const closedDaysOf = (year: number): YearsClosedDays => {
  const easter = easterSunday(year);
  const dayNumbers: Readonly<Record<ClosedDay, number>> = {
    NEW_YEARS_DAY: dayNumberOf(year, 1, 1),
    EPIPHANY: dayNumberOf(year, 1, 6),
    GOOD_FRIDAY: easter - 2,
    EASTER_MONDAY: easter + 1,
    MAY_DAY: dayNumberOf(year, 5, 1),
    ASCENSION_DAY: easter + 39,
    MIDSUMMER_EVE: midsummerEve(year),
    INDEPENDENCE_DAY: dayNumberOf(year, 12, 6),
    CHRISTMAS_EVE: dayNumberOf(year, 12, 24),
    CHRISTMAS_DAY: dayNumberOf(year, 12, 25),
    SECOND_CHRISTMAS_DAY: dayNumberOf(year, 12, 26),
  };
  return Map.groupBy(closedDays, (day) => dayNumbers[day]);
};

const byYear = new Map<number, YearsClosedDays>();
const rememberedYears = 400;

const closedDaysIn = (year: number): YearsClosedDays => {
  const known = byYear.get(year);
  if (known !== undefined) return known;
  if (byYear.size >= rememberedYears) byYear.clear();
  const computed = closedDaysOf(year);
  byYear.set(year, computed);
  return computed;
};

/**
 * Why nobody works on a day; undefined on a working day. A closed day keeps its own reason on a weekend, and of two on
 * one date the first of `closedDays` stands. Computed for any year by today's calendar: the years in which the feasts
 * lay on other days (before 1992) are not followed, since no rule of the platform counts in them.
 */
export const nonWorkingReason = (
  date: LocalDate,
  calendar: WorkingCalendar = finnishCalendar,
): NonWorkingReason | undefined => {
  const dayNumber = toDayNumber(date);
  const closed = closedDaysIn(yearOf(date))
    .get(dayNumber)
    ?.find((day) => calendar.closedOn.includes(day));
  if (closed !== undefined) return closed;
  const weekday = weekdayOfDayNumber(dayNumber);
  if (weekday === 6) return 'SATURDAY';
  return weekday === 7 ? 'SUNDAY' : undefined;
};

/** Whether the authority works on a day: Monday to Friday without the closed days. */
export const isWorkingDay = (date: LocalDate, calendar: WorkingCalendar = finnishCalendar): boolean =>
  nonWorkingReason(date, calendar) === undefined;

/** A weekday that a count of working days passed over. */
export type SkippedWeekday = { readonly date: LocalDate; readonly reason: ClosedDay };

export type WorkingDayCount = {
  readonly date: LocalDate;
  /** Mondays to Fridays that did not count, in order of time. */
  readonly skipped: readonly SkippedWeekday[];
};

const isOnWeekday = (reason: NonWorkingReason, dayNumber: number): reason is ClosedDay =>
  weekdayOfDayNumber(dayNumber) < 6;

/**
 * The day that many working days after `from`, which is day 0 and doesn't count (150/1930, section 2). With 0 days:
 * `from`, or the next working day where it is none. `days` is a whole number, 0 or more; throws otherwise.
 */
export const countWorkingDays = (
  from: LocalDate,
  days: number,
  calendar: WorkingCalendar = finnishCalendar,
): WorkingDayCount => {
  if (!Number.isInteger(days) || days < 0) throw new RangeError('working days are counted forward, in whole days');
  const skipped: SkippedWeekday[] = [];
  let dayNumber = days === 0 ? toDayNumber(from) - 1 : toDayNumber(from);
  for (let left = Math.max(days, 1); left > 0; ) {
    dayNumber += 1;
    const date = fromDayNumber(dayNumber);
    const reason = nonWorkingReason(date, calendar);
    if (reason === undefined) left -= 1;
    else if (isOnWeekday(reason, dayNumber)) skipped.push({ date, reason });
  }
  return { date: fromDayNumber(dayNumber), skipped };
};

/** `countWorkingDays` without what was skipped. */
export const addWorkingDays = (from: LocalDate, days: number, calendar: WorkingCalendar = finnishCalendar): LocalDate =>
  countWorkingDays(from, days, calendar).date;

/** The day itself where it is a working day, else the next one: where a party's last day falls on a closed day. */
export const nextWorkingDay = (date: LocalDate, calendar: WorkingCalendar = finnishCalendar): LocalDate =>
  addWorkingDays(date, 0, calendar);

/** The day itself where it is a working day, else the one before: the authority's own duty doesn't move later. */
export const previousWorkingDay = (date: LocalDate, calendar: WorkingCalendar = finnishCalendar): LocalDate => {
  let dayNumber = toDayNumber(date);
  while (!isWorkingDay(fromDayNumber(dayNumber), calendar)) dayNumber -= 1;
  return fromDayNumber(dayNumber);
};
