import { type LocalDate, localDate, parseLocalDate, yearOf } from '@tyovayla/kernel/local-date';

/** Ages at which a client moves to another age band: under 25 and long-term under 60 are rows of the seed's table 1. */
export const turningAges = [25, 60] as const;

export type TurningAge = (typeof turningAges)[number];

export type AgeBand = 'UNDER_25' | 'FROM_25_TO_59' | 'FROM_60';

const fourDigits = (year: number): string => String(year).padStart(4, '0');

/**
 * The first day at an age: the birthday. A person born on 29 February turns on 1 March in a year without that day.
 * No source in the handbook says which day it is; the choice is the day on which the full year has passed, so that
 * nobody leaves an age band a day early.
 */
export const turnsOn = (birthDate: LocalDate, age: TurningAge): LocalDate => {
  const year = fourDigits(yearOf(birthDate) + age);
  return parseLocalDate(`${year}${birthDate.slice(4)}`) ?? localDate(`${year}-03-01`);
};

/** The age band of a person on a day. */
export const ageBandOn = (birthDate: LocalDate, day: LocalDate): AgeBand => {
  if (day < turnsOn(birthDate, 25)) return 'UNDER_25';
  return day < turnsOn(birthDate, 60) ? 'FROM_25_TO_59' : 'FROM_60';
};

/** A birthday on which a person moves to another age band. */
export type TurningDay = { readonly age: TurningAge; readonly turnsOn: LocalDate };

/** All of them, past and to come. */
export const turningDays = (birthDate: LocalDate): readonly TurningDay[] =>
  turningAges.map((age) => ({ age, turnsOn: turnsOn(birthDate, age) }));
