import type { LocalDate } from '@tyovayla/kernel/local-date';

/** National service-need segment (segmentti, palvelulinja), handbook 1.2. */
export const segments = ['00', '01', '02', '03', '04', '05'] as const;

export type Segment = (typeof segments)[number];

/** Under 25, or 25 and older. */
export type ClientAge = 'YOUNG' | 'OLDER';

/** The job search that runs, as the client registry told it. */
export type CaseJobSearch = {
  readonly jobSearchId: string;
  readonly startedOn: LocalDate;
  /** National employment status code, '00'…'09' (handbook 1.2). */
  readonly statusCode: string;
  /** First day under the code. */
  readonly statusSince: LocalDate;
};

/** Who stated a need for the client's data, and the code of why. */
export type OpenNeed = { readonly staffId: string; readonly reason: string };

/**
 * All that guidance does about one client hangs on their case: one row, one lock, one version. `version` is the number
 * of facts that guidance has told of the client so far.
 */
export type ClientCase = {
  readonly clientId: string;
  readonly version: number;
  /** Municipality of residence, three digits; absent where it is withheld. */
  readonly municipalityCode?: string;
  /** Staff id of the assigned protected-client handler; only while the municipality is withheld. */
  readonly handlerId?: string;
  /** Absent where none runs. */
  readonly jobSearch?: CaseJobSearch;
  /** First day with the other area that the job search went over to; only while none runs here since. */
  readonly transferredOutOn?: LocalDate;
  /** Day on which the job-applicant profile was published; absent while none is. */
  readonly profilePublishedOn?: LocalDate;
  /** As last assessed; absent before the first assessment. */
  readonly segment?: Segment;
  /** As the registry told it last; absent before it did. */
  readonly age?: ClientAge;
  /** Whether there is a vocational qualification, as last said in an assessment; absent before it was. */
  readonly vocationalQualification?: 'HELD' | 'MISSING';
  readonly teamId?: string;
  /** Staff id of the assigned specialist. */
  readonly specialistId?: string;
  /** Staff ids of those who serve the client today; read by the repository, never stored from here. */
  readonly servedBy: readonly string[];
  /** Those of them who don't serve the client but stated a need that is open; read by the repository as well. */
  readonly openNeeds?: readonly OpenNeed[];
};

/**
 * Whether a protection order hides the client (handbook 1.6). A withheld municipality without a known handler hides
 * the client from everybody: guidance errs on nobody else's side.
 */
export const isProtected = ({ municipalityCode, handlerId }: ClientCase): boolean =>
  municipalityCode === undefined || handlerId !== undefined;
