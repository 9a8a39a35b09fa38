import { addDays, addMonths, type LocalDate } from '@tyovayla/kernel/local-date';
import type { HistoryKind } from './groups.ts';
import type { Random } from './random.ts';

/** A status spell as the contract has it: `toDate` empty for the running one. */
export type Spell = { readonly statusCode: string; readonly fromDate: LocalDate; readonly toDate: LocalDate | '' };

/**
 * Histories hold for every day from six months before the reference day to thirty days after it:
 * the table stands still while the people in it do not.
 */
export const STEADY_MONTHS = 6;

type Leg = { readonly code: string; readonly from: LocalDate };

const joined = (legs: readonly Leg[]): Spell[] =>
  legs.map((leg, index) => ({ statusCode: leg.code, fromDate: leg.from, toDate: legs[index + 1]?.from ?? '' }));

const unemployedCode = (random: Random): string => (random.next() < 0.06 ? '03' : '02');
const serviceCode = (random: Random): string => (random.next() < 0.2 ? '00' : '07');
const otherCodes = ['01', '09', '08', '05', '04'] as const;

/** A day that lies `months` before the reference day, moved back by up to `spread` days. */
const before = (reference: LocalDate, months: number, spread: number): LocalDate =>
  addDays(addMonths(reference, -months), -spread);

type Make = (reference: LocalDate, random: Random) => Leg[];

const makers: Readonly<Record<HistoryKind, Make>> = {
  // Unemployed without a break for 24 months to nine years.
  LONG_TERM: (reference, random) => [
    { code: unemployedCode(random), from: before(reference, 24, random.between(0, 2500)) },
  ],
  // Twice unemployed with three weeks of work between: 12 of 16 months, never 12 on end.
  EQUIVALENT: (reference, random) => {
    const workEnded = before(reference, STEADY_MONTHS + 1, random.between(5, 90));
    return [
      { code: '02', from: addDays(workEnded, -random.between(600, 1500)) },
      { code: '01', from: addDays(workEnded, -21) },
      { code: unemployedCode(random), from: workEnded },
    ];
  },
  // A long service that ended ten to ten and a half months ago, unemployed since.
  FROM_SERVICE: (reference, random) => {
    const ended = before(reference, 10, random.between(0, 18));
    return [
      { code: serviceCode(random), from: addDays(ended, -random.between(270, 500)) },
      { code: unemployedCode(random), from: ended },
    ];
  },
  // Came from work seven to ten months ago.
  UNEMPLOYED: (reference, random) => [
    { code: unemployedCode(random), from: before(reference, STEADY_MONTHS + 1, random.between(0, 90)) },
  ],
  // A service, two months without, and a service again.
  SERVICE_TO_SERVICE: (reference, random) => {
    const ended = before(reference, 10, random.between(0, 18));
    return [
      { code: serviceCode(random), from: addDays(ended, -random.between(270, 500)) },
      { code: '02', from: ended },
      { code: serviceCode(random), from: addDays(ended, random.between(40, 75)) },
    ];
  },
  // Unemployed for a while, then one long service.
  IN_SERVICE: (reference, random) => {
    const started = before(reference, STEADY_MONTHS + 1, random.between(0, 200));
    return [
      { code: '02', from: addDays(started, -random.between(30, 300)) },
      { code: serviceCode(random), from: started },
    ];
  },
  OTHER: (reference, random) => [
    { code: random.pick(otherCodes), from: before(reference, STEADY_MONTHS + 1, random.between(0, 900)) },
  ],
  // The two halves of a swap: on the same day one starts part-time work and another's ends. See people.ts.
  BACK_TO_UNEMPLOYED: (reference, random) => [
    { code: '09', from: before(reference, STEADY_MONTHS + 1, random.between(0, 300)) },
    { code: '02', from: addDays(reference, -random.between(1, 150)) },
  ],
  LEFT_UNEMPLOYMENT: (reference, random) => [
    { code: '02', from: before(reference, STEADY_MONTHS + 1, random.between(0, 60)) },
    { code: random.pick(['01', '09']), from: addDays(reference, -random.between(1, 150)) },
  ],
};

/** A person's status history of the wanted kind, oldest spell first. */
export const historyOf = (kind: HistoryKind, reference: LocalDate, random: Random): Spell[] =>
  joined(makers[kind](reference, random));

/** Moves the last change of a two-spell history to a day: how the halves of a swap meet. */
export const withLastChangeOn = (spells: readonly Spell[], day: LocalDate): Spell[] =>
  spells.map((spell, index) => {
    if (index === spells.length - 1) return { ...spell, fromDate: day };
    return index === spells.length - 2 ? { ...spell, toDate: day } : spell;
  });
