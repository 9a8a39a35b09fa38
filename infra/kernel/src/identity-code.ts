import { isCalendarDay, type LocalDate, localDate } from './local-date.ts';
import { accepted, type Result, refused } from './result.ts';

declare const identityCodeBrand: unique symbol;

/**
 * A valid Finnish personal identity code (henkilötunnus) in upper case, all 11 characters. The century sign is part of
 * the identity: two people may differ by it alone. Personal data: never in a log, URL, event or search index.
 */
export type IdentityCode = string & { readonly [identityCodeBrand]: true };

/** Why a text is no identity code; the first that holds, in this order. */
export const identityCodeReasons = ['FORMAT', 'DATE', 'INDIVIDUAL_NUMBER', 'CHECK_CHARACTER'] as const;

export type IdentityCodeReason = (typeof identityCodeReasons)[number];

export type IdentityCodeParts = {
  readonly code: IdentityCode;
  readonly birthDate: LocalDate;
  /** Individual number 900–999: given to nobody for life; test and temporary codes. */
  readonly artificial: boolean;
};

const centuryBySign: Readonly<Record<string, number>> = {
  '+': 1800,
  '-': 1900,
  Y: 1900,
  X: 1900,
  W: 1900,
  V: 1900,
  U: 1900,
  A: 2000,
  B: 2000,
  C: 2000,
  D: 2000,
  E: 2000,
  F: 2000,
};

/** Signs that tell the century of birth; the letters beside A came into force on 1 January 2023. */
export const centurySigns: readonly string[] = Object.keys(centuryBySign);

const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';

// Upper-casing first would let "ſ" pass as "S".
const elevenAscii = /^[!-~]{11}$/;
const shape =
  /^(?<day>0[1-9]|[12]\d|3[01])(?<month>0[1-9]|1[0-2])(?<year>\d{2})(?<sign>[+\-YXWVUABCDEF])(?<number>\d{3})(?<check>[0-9A-FHJ-NPR-Y])$/;

/** Check character of the nine digits DDMMYYZZZ (birth date and individual number; the century sign has no part in it). */
export const checkCharacter = (nineDigits: string): string => checkCharacters.charAt(Number(nineDigits) % 31);

/**
 * Reads a personal identity code as people write it, in upper or lower case; nothing is trimmed or guessed. A birth
 * date in the future is left to the caller, who knows the day. Source: handbook 1.4 (dvv.fi/hetu-uudistus).
 */
export const parseIdentityCode = (text: string): Result<IdentityCodeParts, IdentityCodeReason> => {
  if (!elevenAscii.test(text)) return refused('FORMAT');
  const code = text.toUpperCase();
  const parts = shape.exec(code)?.groups;
  if (parts === undefined) return refused('FORMAT');
  const { day = '', month = '', year = '', sign = '', number = '', check = '' } = parts;
  const fullYear = (centuryBySign[sign] ?? 0) + Number(year);
  if (!isCalendarDay(fullYear, Number(month), Number(day))) return refused('DATE');
  if (Number(number) < 2) return refused('INDIVIDUAL_NUMBER');
  if (checkCharacter(day + month + year + number) !== check) return refused('CHECK_CHARACTER');
  return accepted({
    code: code as IdentityCode,
    birthDate: localDate(`${fullYear}-${month}-${day}`),
    artificial: Number(number) >= 900,
  });
};
