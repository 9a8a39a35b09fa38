import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MunicipalityCode } from '@tyovayla/kernel/municipality';
import type { ConsentFact } from '../consent/consent-events.ts';
import type { ProfileFact } from '../profile/profile-events.ts';
import type { AgeBand } from './age-band.ts';
import type { ClientId } from './client.ts';
import type { CorrectionFact } from './correction-events.ts';
import type { EmploymentStatusCode } from './employment-status.ts';
import type { JobSearchEndReason, JobSearchId, StatusSpell } from './job-search.ts';
import type { LifeCycleFact } from './life-cycle-events.ts';

/** A person became a client of the area for the first time. */
export type ClientRegistered = { readonly type: 'ClientRegistered'; readonly clientId: ClientId };

/** A job search started, or a running one was taken over with its history. */
export type JobSearchStarted = {
  readonly type: 'JobSearchStarted';
  readonly clientId: ClientId;
  readonly jobSearchId: JobSearchId;
  readonly formerJobSearchId?: JobSearchId;
  readonly startedOn: LocalDate;
  /** From the first day on, oldest first; the last one is open. */
  readonly statusSpells: readonly StatusSpell[];
  /** Absent where a protection order withholds it. */
  readonly municipalityCode?: MunicipalityCode;
  readonly foreignCitizen: boolean;
  /** On the first day. */
  readonly ageBand: AgeBand;
};

/** The employment status is another from a day on. */
export type EmploymentStatusRecorded = {
  readonly type: 'EmploymentStatusRecorded';
  readonly clientId: ClientId;
  readonly jobSearchId: JobSearchId;
  readonly statusCode: EmploymentStatusCode;
  /** Where it is the open spell's first day, the code replaces that spell's. */
  readonly from: LocalDate;
};

export type JobSearchEnded = {
  readonly type: 'JobSearchEnded';
  readonly clientId: ClientId;
  readonly jobSearchId: JobSearchId;
  /** The last day of the job search. */
  readonly endedOn: LocalDate;
  readonly reason: JobSearchEndReason;
};

export type ClientTurned25 = {
  readonly type: 'ClientTurned25';
  readonly clientId: ClientId;
  readonly turnedOn: LocalDate;
};

export type ClientTurned60 = {
  readonly type: 'ClientTurned60';
  readonly clientId: ClientId;
  readonly turnedOn: LocalDate;
};

/** The 300th day of labour-market subsidy was paid: a municipality's share grows, handbook 10.4 and 11.1. */
export type SubsidyDays300Reached = {
  readonly type: 'SubsidyDays300Reached';
  readonly clientId: ClientId;
  readonly reachedOn: LocalDate;
};

/** Says nothing of why. */
export type MunicipalityWithheld = {
  readonly type: 'MunicipalityWithheld';
  readonly clientId: ClientId;
  readonly from: LocalDate;
};

export type MunicipalityDisclosed = {
  readonly type: 'MunicipalityDisclosed';
  readonly clientId: ClientId;
  readonly from: LocalDate;
  readonly municipalityCode: MunicipalityCode;
};

/** Who is a client, their job searches and what counts of them. */
export type RegistryFact =
  | ClientRegistered
  | JobSearchStarted
  | EmploymentStatusRecorded
  | JobSearchEnded
  | ClientTurned25
  | ClientTurned60
  | SubsidyDays300Reached
  | MunicipalityWithheld
  | MunicipalityDisclosed;

/** Everything that can be told of a client. No name, code, address or birth date is in any of it. */
export type ClientFact = RegistryFact | LifeCycleFact | ProfileFact | ConsentFact | CorrectionFact;
