import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { StatusSpell } from '../statistical-class/status-spell.ts';

/** Age band at a date. No birth date is known here. */
export type AgeBand = 'UNDER_25' | '25_TO_59' | '60_OR_OVER';

/** One job search as far as counting needs it. `to` is the first day on which it no longer runs. */
export type CountedJobSearch = {
  readonly jobSearchId: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly citizenship: 'FINNISH' | 'FOREIGN';
  /** Oldest first, without gap or overlap. They begin before `from` where the search began in another area. */
  readonly spells: readonly StatusSpell[];
};

/** From a day on the person is counted in a municipality, or, where it is withheld, in the area's total only. */
export type Whereabouts = { readonly from: LocalDate; readonly municipality?: string };

/** From a day on the person is in an age band. */
export type AgeFrom = { readonly from: LocalDate; readonly band: AgeBand };

/**
 * What the situation picture knows of one person: opaque ids, dates and codes, nothing that names anybody.
 * All lists are in order of time. It is plain data, so that it can be stored as it is.
 */
export type PersonPicture = {
  readonly jobSearches: readonly CountedJobSearch[];
  readonly whereabouts: readonly Whereabouts[];
  readonly ageBands: readonly AgeFrom[];
  /** Day on which the 300th day of labour-market subsidy was reached. */
  readonly subsidy300From?: LocalDate;
};

/** A person of whom no fact has arrived yet. */
export const unknownPerson: PersonPicture = { jobSearches: [], whereabouts: [], ageBands: [] };
