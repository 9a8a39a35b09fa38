import type { LocalDate } from './local-date.ts';

/** How sure the handbook is: read in a source, well known but not re-read, or a guess that an area must be able to set. */
export type Confidence = 'H' | 'M' | 'L';

/** What a rule rests on. Shown to people as it stands here. */
export type LegalBasis = {
  /** Act or definition by number or name, e.g. "380/2023". */
  readonly act: string;
  /** Section or chapter; empty where none was verified. */
  readonly section: string;
  /** Where the rule was read: an address or a document. */
  readonly source: string;
};

/** What an answer says about the version that decided. */
export type VersionHead = {
  /** First day on which the version applies; it applies until the next version's. */
  readonly validFrom: LocalDate;
  readonly basis: LegalBasis;
  readonly confidence: Confidence;
};

export type RuleVersion<Params> = VersionHead & { readonly params: Params };

/** One rule's history. Versions in order of time; an old one is never edited. */
export type RuleBook<Params> = {
  readonly id: string;
  readonly versions: readonly RuleVersion<Params>[];
};

/**
 * The version in force on the day of the event that the rule judges (registration, neglect, decision), never today
 * (handbook 0.1). Undefined before the first version.
 */
export const versionOn = <Params>(book: RuleBook<Params>, date: LocalDate): RuleVersion<Params> | undefined =>
  book.versions.findLast((version) => version.validFrom <= date);
