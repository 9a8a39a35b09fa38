import { badField, type Checked } from '@tyovayla/kernel/field-check';
import { addDays, type LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import type { EmploymentStatusCode } from './employment-status.ts';

export type JobSearchId = string & { readonly brand: 'JobSearchId' };

/** A stretch of time under one employment status that is over. `to` is the first day no longer under the code. */
export type ClosedSpell = { readonly code: EmploymentStatusCode; readonly from: LocalDate; readonly to: LocalDate };

/** The stretch of time that runs. */
export type OpenSpell = { readonly code: EmploymentStatusCode; readonly from: LocalDate };

export type StatusSpell = ClosedSpell | OpenSpell;

/** Why a job search ends: act 380/2023 28 §, handbook 1.1 (R1.6). */
export const jobSearchEndReasons = [
  'CLIENT_REQUEST',
  'EMPLOYED',
  'NO_CONTACT_BY_DEADLINE',
  'MISSED_SELF_BOOKED_MEETING',
  'MOVED_ABROAD',
  'PENSION',
  'DEATH',
  'OTHER',
] as const;

export type JobSearchEndReason = (typeof jobSearchEndReasons)[number];

/** An employment area by its code in the reference data, such as "rovaniemi". */
export type AreaCode = string & { readonly brand: 'AreaCode' };

type JobSearchCore = {
  readonly jobSearchId: JobSearchId;
  /** The person's former job search; absent for the first. */
  readonly formerJobSearchId?: JobSearchId;
  /** First day, also where it was in another area. */
  readonly startedOn: LocalDate;
  /** Where it began in another area: its first day here, and where it came from. */
  readonly takenIn?: { readonly on: LocalDate; readonly fromArea: AreaCode };
  /** Oldest first, each beginning on the day the one before it ends. */
  readonly closedSpells: readonly ClosedSpell[];
};

/** A job search in force (työnhaku voimassa): the last spell is open. */
export type RunningJobSearch = JobSearchCore & { readonly status: 'RUNNING'; readonly openSpell: OpenSpell };

/** A job search that is over. It is never reopened: a person who comes back gets a new one that links to it. */
export type EndedJobSearch = JobSearchCore & {
  readonly status: 'ENDED';
  /** The last day of the job search. */
  readonly endedOn: LocalDate;
  readonly endReason: JobSearchEndReason;
};

/**
 * A job search that runs on in another area: no end, and none of the national reasons for one. Source: act 380/2023
 * 10 §, handbook 1.1 (R1.4).
 */
export type TransferredJobSearch = JobSearchCore & {
  readonly status: 'TRANSFERRED';
  /** First day with the other area; the last spell known here closes on it. */
  readonly transferredOn: LocalDate;
  readonly toArea: AreaCode;
};

export type JobSearch = RunningJobSearch | EndedJobSearch | TransferredJobSearch;

/** First day on which a job search is no longer counted here; undefined while it runs. */
export const countedUntil = (jobSearch: JobSearch): LocalDate | undefined => {
  if (jobSearch.status === 'RUNNING') return undefined;
  return jobSearch.status === 'ENDED' ? addDays(jobSearch.endedOn, 1) : jobSearch.transferredOn;
};

/** The whole status history, oldest first. */
export const statusSpellsOf = (jobSearch: JobSearch): readonly StatusSpell[] =>
  jobSearch.status === 'RUNNING' ? [...jobSearch.closedSpells, jobSearch.openSpell] : jobSearch.closedSpells;

/** Reads a reason; a violation on the field where there is no such reason. */
export const checkEndReason = (field: string, text: string): Checked<JobSearchEndReason> => {
  const reason = jobSearchEndReasons.find((known) => known === text);
  return reason === undefined ? badField(field, 'END_REASON_UNKNOWN', 'is no reason for an end') : accepted(reason);
};
