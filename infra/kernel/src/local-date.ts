declare const localDateBrand: unique symbol;

/** A calendar day in Europe/Helsinki as 'YYYY-MM-DD', years 0001–9999. Compares and sorts as text. */
export type LocalDate = string & { readonly [localDateBrand]: true };

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const daysPerEra = 146_097;
const daysFromYearZeroTo1970 = 719_468;
const msPerDay = 86_400_000;
const msPerHour = 3_600_000;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month (1–12) of a year. */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

/** Whether year, month and day name a day that exists in the Gregorian calendar, years 1–9999. */
export const isCalendarDay = (year: number, month: number, day: number): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** Day number of a civil date: 1970-01-01 is 0. The year is counted from March, so that the leap day comes last. */
export const dayNumberOf = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - daysFromYearZeroTo1970;
};

type Civil = { readonly year: number; readonly month: number; readonly day: number };

const civilOf = (dayNumber: number): Civil => {
  const shifted = dayNumber + daysFromYearZeroTo1970;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
};

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

const textOf = ({ year, month, day }: Civil): LocalDate => {
  if (year < 1 || year > 9999) throw new RangeError('the calendar reaches from year 1 to year 9999');
  const fourDigits = year > 999 ? `${year}` : `${year}`.padStart(4, '0');
  return `${fourDigits}-${twoDigits(month)}-${twoDigits(day)}` as LocalDate;
};

const digitsAt = (text: string, at: number, count: number): number => {
  let value = 0;
  for (let index = at; index < at + count; index += 1) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
};

/** Year of a date. */
export const yearOf = (date: LocalDate): number => digitsAt(date, 0, 4);

/** Month of a date, 1–12. */
export const monthOf = (date: LocalDate): number => digitsAt(date, 5, 2);

/** Day of the month, 1–31. */
export const dayOf = (date: LocalDate): number => digitsAt(date, 8, 2);

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** Reads 'YYYY-MM-DD'; undefined where the text has another shape or names a day that doesn't exist (2026-02-30). */
export const parseLocalDate = (text: string): LocalDate | undefined => {
  if (!shape.test(text)) return undefined;
  const date = text as LocalDate;
  return isCalendarDay(yearOf(date), monthOf(date), dayOf(date)) ? date : undefined;
};

/** A date literal of our own, for constants and tests. Throws on a bad one; input goes through `parseLocalDate`. */
export const localDate = (text: string): LocalDate => {
  const date = parseLocalDate(text);
  if (date === undefined) throw new RangeError(`not a calendar date: ${text}`);
  return date;
};

/** Days since 1970-01-01, for counting without text. */
export const toDayNumber = (date: LocalDate): number => dayNumberOf(yearOf(date), monthOf(date), dayOf(date));

/** The date of a day number. Throws outside the years 1–9999. */
export const fromDayNumber = (dayNumber: number): LocalDate => textOf(civilOf(dayNumber));

/** The day `days` later; earlier where negative. */
export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(toDayNumber(date) + days);

const monthsLater = (civil: Civil, months: number): Civil => {
  const count = civil.year * 12 + civil.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return { year, month, day: Math.min(civil.day, daysInMonth(year, month)) };
};

/**
 * The same day of the month `months` later (earlier where negative), or that month's last day where it is shorter:
 * 31 January + 1 month is 28 or 29 February (handbook 2.1).
 */
export const addMonths = (date: LocalDate, months: number): LocalDate =>
  textOf(monthsLater({ year: yearOf(date), month: monthOf(date), day: dayOf(date) }, months));

/** `addMonths` on day numbers, for counting over many people. */
export const addMonthsToDayNumber = (dayNumber: number, months: number): number => {
  const { year, month, day } = monthsLater(civilOf(dayNumber), months);
  return dayNumberOf(year, month, day);
};

/** The same day `years` later; 29 February becomes 28 February where the year has none. */
export const addYears = (date: LocalDate, years: number): LocalDate => addMonths(date, years * 12);

/** Days from `from` to `to`, `from` itself not counted; negative where `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => toDayNumber(to) - toDayNumber(from);

/** Whether `date` is earlier than `other`. */
export const isBefore = (date: LocalDate, other: LocalDate): boolean => date < other;

/** Weekday of a day number: 1970-01-01 was a Thursday. */
export const weekdayOfDayNumber = (dayNumber: number): Weekday => {
  const sinceMonday = (dayNumber + 3) % 7;
  return ((sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1) as Weekday;
};

/** Weekday of a date: Monday 1 … Sunday 7. */
export const weekday = (date: LocalDate): Weekday => weekdayOfDayNumber(toDayNumber(date));

/** Last day of the date's month. */
export const monthEnd = (date: LocalDate): LocalDate => {
  const [year, month] = [yearOf(date), monthOf(date)];
  return textOf({ year, month, day: daysInMonth(year, month) });
};

const helsinki = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Helsinki', timeZoneName: 'longOffset' });

const offsetShape = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

const askOffset = (instantMs: number): number => {
  const name = helsinki.formatToParts(instantMs).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = offsetShape.exec(name);
  if (match === null) throw new Error(`the time zone data gives no offset for Europe/Helsinki: ${name}`);
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match;
  const size = Number(hours) * msPerHour + Number(minutes) * 60_000 + Number(seconds) * 1000;
  return sign === '-' ? -size : size;
};

// Asking Intl costs microseconds, and since 1921 Helsinki has changed its clocks on full UTC hours only.
const offsetByHour = new Map<number, number>();
const rememberedHours = 20_000;

const helsinkiOffset = (instantMs: number): number => {
  const hour = Math.floor(instantMs / msPerHour);
  const known = offsetByHour.get(hour);
  if (known !== undefined) return known;
  const offset = askOffset(instantMs);
  if (offsetByHour.size >= rememberedHours) offsetByHour.clear();
  offsetByHour.set(hour, offset);
  return offset;
};

/**
 * The calendar day in Helsinki at an instant, whatever the zone of the machine: a registration at 23:59 local time
 * counts for that day (handbook R1.2). Exact from 1921 on. Throws on an invalid Date.
 */
export const helsinkiDate = (instant: Date): LocalDate => {
  const instantMs = instant.getTime();
  return fromDayNumber(Math.floor((instantMs + helsinkiOffset(instantMs)) / msPerDay));
};

/** The instant at which a calendar day begins in Helsinki: 22:00 UTC of the day before in winter, 21:00 in summer. */
export const helsinkiMidnight = (date: LocalDate): Date => {
  const asIfUtc = toDayNumber(date) * msPerDay;
  // Two hours before is within an hour of the truth all year; the clocks change hours after midnight.
  return new Date(asIfUtc - helsinkiOffset(asIfUtc - 2 * msPerHour));
};
