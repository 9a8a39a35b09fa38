import { useTranslation } from 'react-i18next';

export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

const localeOf: Readonly<Record<string, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** Days, instants and numbers as people write them in a language. Days are Helsinki's calendar days. */
export const formats = (language: string) => {
  const locale = localeOf[language] ?? 'fi-FI';
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' });
  const longDay = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'numeric',
    timeZone: 'UTC',
  });
  const shortWeekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const shortMonth = new Intl.DateTimeFormat(locale, { month: 'numeric', year: 'numeric', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(locale, {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: 'Europe/Helsinki',
  });
  const minute = new Intl.DateTimeFormat(locale, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Helsinki',
  });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone: 'Europe/Helsinki' });
  const number = (value: number, decimals: number): string =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
  return {
    day: (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? day.format(noon(text)) : text),
    /** With the day of the week in full, e.g. for a heading. */
    longDay: (text: string): string => longDay.format(noon(text)),
    /** With the day of the week, without the year: for days that are near. */
    nearDay: (text: string): string => weekday.format(noon(text)),
    /** Short name of a day of the week: 1 is Monday, 7 is Sunday. */
    weekdayShort: (number: number): string => shortWeekday.format(new Date(Date.UTC(2024, 0, number))),
    month: (text: string): string => month.format(noon(`${text.slice(0, 7)}-15`)),
    shortMonth: (text: string): string => shortMonth.format(noon(`${text.slice(0, 7)}-15`)),
    instant: (text: string): string => (Number.isNaN(Date.parse(text)) ? text : instant.format(new Date(text))),
    /** An instant without its seconds. */
    minute: (text: string): string => (Number.isNaN(Date.parse(text)) ? text : minute.format(new Date(text))),
    clock: (at: Date): string => clock.format(at),
    /** A count: whole where it is whole, one decimal where it is a mean. */
    count: (value: number): string => number(value, Number.isInteger(value) ? 0 : 1),
    /** Cents as euros. */
    euros: (cents: number): string => `${number(cents / 100, 2)} €`,
    percent: (value: number): string => number(value, 1),
    signed: (value: number, decimals: number): string => `${value > 0 ? '+' : '−'}${number(Math.abs(value), decimals)}`,
  };
};

export type Formats = ReturnType<typeof formats>;

/** The formats of the language shown. */
export const useFormats = (): Formats => formats(useTranslation().i18n.language);
