import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MunicipalityCode } from '@tyovayla/kernel/municipality';
import type { AgeBand } from './age-band.ts';
import type { ClientId } from './client.ts';
import type { AreaCode, JobSearchId, StatusSpell } from './job-search.ts';

/** The client lives in another municipality of the area from a day on: benefit payer and office are others. */
export type MunicipalityChanged = {
  readonly type: 'MunicipalityChanged';
  readonly clientId: ClientId;
  readonly from: LocalDate;
  readonly municipalityCode: MunicipalityCode;
};

/** Another handler serves a client under protection. */
export type ProtectedHandlerReassigned = {
  readonly type: 'ProtectedHandlerReassigned';
  readonly clientId: ClientId;
  readonly handlerId: string;
};

/** The running job search goes on in another area. */
export type JobSearchTransferredOut = {
  readonly type: 'JobSearchTransferredOut';
  readonly clientId: ClientId;
  readonly jobSearchId: JobSearchId;
  /** First day with the other area. */
  readonly transferredOn: LocalDate;
  /** Absent where a protection order withholds it. */
  readonly toArea?: AreaCode;
};

/** A job search that began in another area goes on here. */
export type JobSearchTakenIn = {
  readonly type: 'JobSearchTakenIn';
  readonly clientId: ClientId;
  readonly jobSearchId: JobSearchId;
  readonly formerJobSearchId?: JobSearchId;
  /** First day here. */
  readonly takenInOn: LocalDate;
  /** First day, wherever it began. */
  readonly startedOn: LocalDate;
  readonly statusSpells: readonly StatusSpell[];
  /** Absent where a protection order withholds it. */
  readonly municipalityCode?: MunicipalityCode;
  readonly foreignCitizen: boolean;
  /** On the first day here. */
  readonly ageBand: AgeBand;
};

/** The age band was told wrongly from a day on, because the identity code was. */
export type AgeBandCorrected = {
  readonly type: 'AgeBandCorrected';
  readonly clientId: ClientId;
  readonly from: LocalDate;
  readonly ageBand: AgeBand;
};

/** What counts of a person from now on, in place of all that was told before. */
export type CountedHistory = {
  /** In order of time, without overlap. */
  readonly jobSearches: readonly CountedJobSearch[];
  /** Where the person lived from which day on; empty where a protection order withholds it. */
  readonly residences: readonly Residence[];
  readonly subsidy300ReachedOn?: LocalDate;
  /** On the first day of the first job search. */
  readonly ageBand: AgeBand;
  readonly turned25On?: LocalDate;
  readonly turned60On?: LocalDate;
};

/** A job search as it counts: from its first day here. */
export type CountedJobSearch = {
  readonly jobSearchId: JobSearchId;
  readonly from: LocalDate;
  /** First day on which it no longer counts here; absent while it runs. */
  readonly to?: LocalDate;
  readonly statusSpells: readonly StatusSpell[];
  readonly foreignCitizen: boolean;
};

/** From a day on the person lives in a municipality. */
export type Residence = { readonly from: LocalDate; readonly municipalityCode: MunicipalityCode };

/** Another record of the same person went into this one. */
export type ClientsMerged = {
  readonly type: 'ClientsMerged';
  readonly clientId: ClientId;
  readonly mergedClientId: ClientId;
  readonly history: CountedHistory;
};

/** This record went into another one of the same person. */
export type ClientMergedAway = {
  readonly type: 'ClientMergedAway';
  readonly clientId: ClientId;
  readonly keptClientId: ClientId;
};

/** A merge was taken back, told of the record that had been kept. */
export type ClientsSplit = {
  readonly type: 'ClientsSplit';
  readonly clientId: ClientId;
  readonly splitClientId: ClientId;
  readonly history: CountedHistory;
};

/** A merge was taken back, told of the record that is one of its own again. */
export type ClientRestored = {
  readonly type: 'ClientRestored';
  readonly clientId: ClientId;
  readonly keptClientId: ClientId;
  readonly history: CountedHistory;
};

/** What named the person is erased. */
export type ClientAnonymised = { readonly type: 'ClientAnonymised'; readonly clientId: ClientId };

/** What happens to a record as such: where its person lives, who serves them, which records are of one person. */
export type LifeCycleFact =
  | MunicipalityChanged
  | ProtectedHandlerReassigned
  | JobSearchTransferredOut
  | JobSearchTakenIn
  | AgeBandCorrected
  | ClientsMerged
  | ClientMergedAway
  | ClientsSplit
  | ClientRestored
  | ClientAnonymised;
