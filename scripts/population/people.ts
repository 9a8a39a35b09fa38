import { createHash } from 'node:crypto';
import { checkCharacter } from '@tyovayla/kernel/identity-code';
import { addDays, addYears, type LocalDate } from '@tyovayla/kernel/local-date';
import { type AgeGroup, type MunicipalityTarget, type Place, placesOf } from './groups.ts';
import { historyOf, type Spell, withLastChangeOn } from './histories.ts';
import { familyNames, givenNames, otherCitizenships } from './names.ts';
import { type Random, seededRandom } from './random.ts';

/** A synthetic person as the registry is told of them. */
export type SyntheticPerson = {
  /** The same for the same seed and number: a registration sent twice happens once. */
  readonly requestId: string;
  readonly identityCode: string;
  readonly birthDate: LocalDate;
  readonly givenNames: string;
  readonly familyName: string;
  readonly municipalityCode: string;
  readonly swedish: boolean;
  readonly citizenship: string;
  readonly email: string;
  readonly spells: readonly Spell[];
  readonly subsidyDays: number;
  readonly subsidy300ReachedDate: LocalDate | '';
  readonly protectedPerson: boolean;
};

export type PopulationOptions = {
  readonly targets: readonly MunicipalityTarget[];
  readonly reference: LocalDate;
  readonly seed: number;
  /** Whole populations, one after the other: for load. Table 1 is then multiplied. */
  readonly scale: number;
  /** People with a protection order, on top of the table. */
  readonly protectedPeople: number;
};

/** Years of age at the reference day, far enough from 25 and 60 to stay in the group for the steady months. */
const ages: Readonly<Record<AgeGroup, readonly [number, number]>> = {
  UNDER_25: [19, 23],
  MIDDLE: [27, 58],
  OVER_60: [61, 64],
};

const individualNumbers = { first: 900, last: 999 } as const;

const uuidFrom = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const identityCodeFor = (birthDate: LocalDate, individual: number, round: number): string => {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const signs = Number(year) < 2000 ? '-YXWVU' : 'ABCDEF';
  const digits = `${day}${month}${year.slice(2)}${individual}`;
  return `${digits.slice(0, 6)}${signs[round]}${individual}${checkCharacter(digits)}`;
};

/** Gives each person a code of their own from the artificial range 900–999. */
const identityCodes = (random: Random) => {
  const used = new Set<string>();
  return (birthDate: LocalDate): string => {
    for (let attempt = 0; attempt < 2000; attempt += 1) {
      const individual = random.between(individualNumbers.first, individualNumbers.last);
      const code = identityCodeFor(birthDate, individual, Math.floor(attempt / 400));
      if (used.has(code)) continue;
      used.add(code);
      return code;
    }
    throw new RangeError('no artificial identity code is left for that day of birth');
  };
};

const birthDateFor = (age: AgeGroup, reference: LocalDate, random: Random): LocalDate => {
  const [youngest, oldest] = ages[age];
  return addDays(addYears(reference, -random.between(youngest, oldest)), -random.between(1, 360));
};

const subsidyOf = (
  place: Place,
  spells: readonly Spell[],
  random: Random,
): { days: number; reached: LocalDate | '' } => {
  const first = spells[0];
  if (!place.subsidy300 || first === undefined) return { days: random.between(0, 250), reached: '' };
  // Five paid days a week: the 300th is 420 days on.
  return { days: random.between(300, 900), reached: addDays(first.fromDate, 420) };
};

/** The halves of swaps meet: the n-th who leaves and the n-th who comes back change on the same day. */
const meetSwaps = (places: readonly Place[], histories: Spell[][]): Spell[][] => {
  const leavers = places.flatMap((place, index) => (place.kind === 'LEFT_UNEMPLOYMENT' ? [index] : []));
  const comers = places.flatMap((place, index) => (place.kind === 'BACK_TO_UNEMPLOYED' ? [index] : []));
  const met = [...histories];
  comers.forEach((comer, order) => {
    const day = histories[leavers[order] ?? -1]?.at(-1)?.fromDate;
    const own = histories[comer];
    if (day !== undefined && own !== undefined) met[comer] = withLastChangeOn(own, day);
  });
  return met;
};

/** Makes the population of an area: every row of the targets holds exactly, by municipality. */
export const makePeople = (options: PopulationOptions): SyntheticPerson[] => {
  const random = seededRandom(options.seed);
  const codeFor = identityCodes(random);
  const perScale = options.targets.flatMap((target) => placesOf(target));
  const places = Array.from({ length: options.scale }, () => perScale).flat();
  const histories = meetSwaps(
    places,
    places.map((place) => historyOf(place.kind, options.reference, random)),
  );
  const make = (place: Place, index: number, spells: readonly Spell[], protectedPerson: boolean): SyntheticPerson => {
    const birthDate = birthDateFor(place.age, options.reference, random);
    const subsidy = subsidyOf(place, spells, random);
    return {
      requestId: uuidFrom(
        `population ${options.seed} ${options.reference} ${protectedPerson ? 'protected' : ''}${index}`,
      ),
      identityCode: codeFor(birthDate),
      birthDate,
      givenNames: random.pick(givenNames),
      familyName: random.pick(familyNames),
      municipalityCode: place.municipalityCode,
      swedish: random.next() < 0.02,
      citizenship: place.foreign ? random.pick(otherCitizenships) : 'FI',
      email: `synthetic.${protectedPerson ? 'p' : ''}${index + 1}@example.invalid`,
      spells,
      subsidyDays: subsidy.days,
      subsidy300ReachedDate: subsidy.reached,
      protectedPerson,
    };
  };
  const people = places.map((place, index) => make(place, index, histories[index] ?? [], false));
  const hidden = Array.from({ length: options.protectedPeople }, (_, index): SyntheticPerson => {
    const place: Place = {
      ...firstPlace(places, index),
      kind: 'UNEMPLOYED',
      age: 'MIDDLE',
      foreign: false,
      subsidy300: false,
    };
    return make(place, index, historyOf('UNEMPLOYED', options.reference, random), true);
  });
  return [...people, ...hidden];
};

const firstPlace = (places: readonly Place[], index: number): Place => {
  const place = places[(index * 997) % places.length];
  if (place === undefined) throw new RangeError('no municipality to live in');
  return place;
};
