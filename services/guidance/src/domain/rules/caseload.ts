import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { type RuleBook, type RuleVersion, versionOn } from '@tyovayla/kernel/rule-book';

export type CaseloadParameters = {
  /** Most clients that one specialist should have. */
  readonly most: number;
  /** Clients from which on a specialist's load is warned of. */
  readonly warningFrom: number;
  /** A specialist of the client's own place is chosen with up to this many clients more than the least loaded one. */
  readonly placeMargin: number;
  /** Days back over which a manager sees how many meetings were held in time. */
  readonly punctualityDays: number;
};

/**
 * How many clients a specialist should have at most. Seed, chapter 3: "at most 120"; the word that follows is damaged
 * there, and the next line speaks of clients. Warning level and margin are the area's own to set.
 */
const sinceTheAreaBegan: RuleVersion<CaseloadParameters> = {
  validFrom: localDate('2025-01-01'),
  basis: { act: 'Meri-Lappi organisation plan', section: 'chapter 3', source: 'seed, chapter 3; handbook 10.2' },
  confidence: 'M',
  params: { most: 120, warningFrom: 110, placeMargin: 3, punctualityDays: 90 },
};

export const caseloadBook: RuleBook<CaseloadParameters> = { id: 'caseload', versions: [sinceTheAreaBegan] };

/** The version in force on a day. Before the area began, its first: records may be older than the area. */
export const caseloadOn = (date: LocalDate): RuleVersion<CaseloadParameters> =>
  versionOn(caseloadBook, date) ?? sinceTheAreaBegan;

/** The version that the rule desk answers by: the question bears no date. */
export const newestCaseload = (): RuleVersion<CaseloadParameters> => caseloadBook.versions.at(-1) ?? sinceTheAreaBegan;

export type SpecialistsNeeded = {
  /** Specialists for all clients of the area together. */
  readonly pooled: number;
  /** Specialists where each municipality has its own, by municipality code. */
  readonly perMunicipality: Readonly<Record<string, number>>;
  readonly perMunicipalityTotal: number;
};

/**
 * How many specialists so many clients need, with at most `most` clients each: pooled over the area, and where each
 * municipality stands alone. `clients`: whole numbers by municipality code.
 */
export const specialistsNeeded = (clients: Readonly<Record<string, number>>, most: number): SpecialistsNeeded => {
  const needed = (count: number): number => Math.ceil(count / most);
  const perMunicipality = Object.fromEntries(Object.entries(clients).map(([code, count]) => [code, needed(count)]));
  const sum = (counts: Readonly<Record<string, number>>): number =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  return { pooled: needed(sum(clients)), perMunicipality, perMunicipalityTotal: sum(perMunicipality) };
};
