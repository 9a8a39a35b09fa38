import type { LocalDate } from '@tyovayla/kernel/local-date';

/** A colleague of the team serves an absent specialist's clients, from a first to a last day. */
export type Substitution = {
  readonly substitutionId: string;
  readonly version: number;
  readonly absentId: string;
  readonly substituteId: string;
  readonly from: LocalDate;
  /** Last day; before the first where it was ended before it began. */
  readonly to: LocalDate;
};

/** What happened to a substitution. */
export type SubstitutionFact =
  | { readonly kind: 'SubstituteSet'; readonly substitution: Substitution }
  | { readonly kind: 'SubstitutionEnded'; readonly substitutionId: string; readonly endedOn: LocalDate };
