import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Sql, Write } from '@tyovayla/kernel/sql';
import type { DismissGround } from '../domain/neglect/dismiss-candidate.ts';
import type { Neglect, NeglectCandidate, NeglectInHearing, RecordedNeglect } from '../domain/neglect/neglect.ts';

/** How an official settled a candidate. */
export type CandidateSettlement = {
  readonly candidateId: string;
  /** Staff id. */
  readonly settledBy: string;
  readonly settledOn: LocalDate;
} & ({ readonly status: 'RECORDED' } | { readonly status: 'DISMISSED'; readonly ground: DismissGround });

/** The client's own words about a neglect, stored apart from all else. */
export type HearingExplanation = {
  readonly hearingId: string;
  readonly clientId: string;
  readonly explanation: string;
};

/** Neglects of clients. Row-level security hides those of clients whom the actor does not see. */
export type Neglects = {
  /** All of a client's, in order of their days. */
  ofClient(sql: Sql, clientId: string): Promise<readonly Neglect[]>;
  candidate(
    sql: Sql,
    of: { readonly clientId: string; readonly candidateId: string },
  ): Promise<NeglectCandidate | undefined>;
  /** Those that wait for an official, the oldest first. */
  openCandidates(sql: Sql, clientId: string): Promise<readonly NeglectCandidate[]>;
  /** By id of the hearing. */
  explanations(sql: Sql, clientId: string): Promise<ReadonlyMap<string, string>>;
  add(neglect: RecordedNeglect): readonly Write[];
  /** Stores what differs. Stale where the version in store is another than `before`'s. */
  change(before: Neglect, after: Neglect): readonly Write[];
  explain(explanation: HearingExplanation): readonly Write[];
  settle(settlement: CandidateSettlement): readonly Write[];
};

/** Tells of hearings whose deadline has passed. */
export type HearingTimers = {
  /** Set together with the opened hearing. */
  set(neglect: NeglectInHearing, timerId: string): readonly Write[];
  /** Marks a timer as done, in the transaction of its effect. */
  fired(timerId: string): Write;
};

/** What the part of neglects adds to the service's ports. */
export type NeglectPorts = { readonly neglects: Neglects; readonly hearingTimers: HearingTimers };
