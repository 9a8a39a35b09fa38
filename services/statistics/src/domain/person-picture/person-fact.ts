import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { StatusSpell } from '../statistical-class/status-spell.ts';
import type { AgeBand, AgeFrom, CountedJobSearch, Whereabouts } from './person-picture.ts';

/** What the picture hears of a person, in the words of the counting. */
export type PersonFact =
  | { readonly kind: 'ClientRegistered' }
  | {
      readonly kind: 'JobSearchStarted';
      readonly jobSearchId: string;
      readonly startedOn: LocalDate;
      /** From the first day on, without gap; the last runs. */
      readonly spells: readonly StatusSpell[];
      /** Absent where it is withheld. */
      readonly municipality?: string;
      readonly citizenship: 'FINNISH' | 'FOREIGN';
      /** On the first day. */
      readonly ageBand: AgeBand;
    }
  | {
      readonly kind: 'EmploymentStatusRecorded';
      readonly jobSearchId: string;
      /** National employment status code. */
      readonly status: string;
      readonly from: LocalDate;
    }
  | {
      readonly kind: 'JobSearchEnded';
      readonly jobSearchId: string;
      /** The last day, still counted. */
      readonly lastDay: LocalDate;
    }
  | {
      readonly kind: 'JobSearchTransferredOut';
      readonly jobSearchId: string;
      /** First day with the other area, no longer counted here. */
      readonly on: LocalDate;
    }
  | {
      readonly kind: 'JobSearchTakenIn';
      readonly jobSearchId: string;
      /** First day with this area. */
      readonly takenInOn: LocalDate;
      /** First day, wherever it began. */
      readonly startedOn: LocalDate;
      /** From the first day on, without gap; the last runs. */
      readonly spells: readonly StatusSpell[];
      /** Absent where it is withheld. */
      readonly municipality?: string;
      readonly citizenship: 'FINNISH' | 'FOREIGN';
      /** On the first day with this area. */
      readonly ageBand: AgeBand;
    }
  | { readonly kind: 'AgeBandReached'; readonly band: AgeBand; readonly on: LocalDate }
  | { readonly kind: 'AgeBandCorrected'; readonly band: AgeBand; readonly from: LocalDate }
  | { readonly kind: 'SubsidyDays300Reached'; readonly on: LocalDate }
  | { readonly kind: 'MunicipalityWithheld'; readonly from: LocalDate }
  | { readonly kind: 'MunicipalityDisclosed'; readonly from: LocalDate; readonly municipality: string }
  | { readonly kind: 'MunicipalityChanged'; readonly from: LocalDate; readonly municipality: string }
  | {
      /** Records of one person became one, or two again: what is told takes the place of what was known. */
      readonly kind: 'HistoryReplaced';
      readonly jobSearches: readonly CountedJobSearch[];
      /** Days before the first, and all where there is none, are withheld. */
      readonly residences: readonly Whereabouts[];
      readonly ageBands: readonly AgeFrom[];
      readonly subsidy300From?: LocalDate;
    }
  /** The record went into another one of the same person: the person is counted there. */
  | { readonly kind: 'MergedAway' };
