import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { StatusSpell } from '../statistical-class/status-spell.ts';
import type { AgeBand } from './person-picture.ts';

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
  | { readonly kind: 'AgeBandReached'; readonly band: AgeBand; readonly on: LocalDate }
  | { readonly kind: 'SubsidyDays300Reached'; readonly on: LocalDate }
  | { readonly kind: 'MunicipalityWithheld'; readonly from: LocalDate }
  | { readonly kind: 'MunicipalityDisclosed'; readonly from: LocalDate; readonly municipality: string };
