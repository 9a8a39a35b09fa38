import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Sql, Tx, Write } from '@tyovayla/kernel/sql';
import type { CallContext } from '@tyovayla/runtime/command';
import type { DayTask, DayTaskKind } from '../domain/assignment/day-task.ts';
import type { LoadChange } from '../domain/assignment/load.ts';
import type { Organisation } from '../domain/assignment/organisation.ts';
import type { StatedNeed } from '../domain/assignment/stated-need.ts';
import type { Substitution, SubstitutionFact } from '../domain/assignment/substitution.ts';
import type { DayFilter, DayPage } from './queries/day-view.ts';
import type { TeamFigures } from './queries/team-load-view.ts';

/**
 * Who writes a specialist's figure. News of clients and people each have a row of their own, so that neither waits for
 * the other: the figure is the sum.
 */
export type LoadLane = 'ARRIVALS' | 'DESK';

/** How many clients each specialist has; protected clients are in nobody's figure. */
export type Caseloads = {
  /** Clients of one specialist; others who would give them a client by hand wait until the transaction ends. */
  lockLoad(tx: Tx, staffId: string): Promise<number>;
  change(change: LoadChange, lane: LoadLane): readonly Write[];
};

/** What is kept of a client's assignment beside the case. */
export type AssignmentRecord = {
  readonly clientId: string;
  /** No citizenship is Finnish; decides on the team at a later choice. */
  readonly foreignCitizen: boolean;
  /** Staff id of the specialist to whom handing over is proposed. */
  readonly proposedTo?: string;
};

/** Why a specialist got a client over the most; kept for ever. */
export type CaseloadException = {
  readonly exceptionId: string;
  readonly clientId: string;
  readonly staffId: string;
  readonly writtenGround: string;
  readonly grantedBy: string;
  readonly grantedAt: Date;
};

/** What is asked where news of a client may mean another specialist. */
export type AssignmentWithLoads = {
  readonly record: AssignmentRecord | undefined;
  /** Clients by staff id; who is not named has none. */
  readonly loads: ReadonlyMap<string, number>;
};

export type Assignments = {
  find(sql: Sql, clientId: string): Promise<AssignmentRecord | undefined>;
  /** One question for each fact that comes in: there are many. */
  findWithLoads(sql: Sql, clientId: string): Promise<AssignmentWithLoads>;
  save(record: AssignmentRecord): Write;
  grant(exception: CaseloadException): Write;
};

export type Substitutions = {
  /** Those of one absent specialist that are not over on the day; other transactions that set one wait. */
  lockOfAbsent(tx: Tx, absentId: string, today: LocalDate): Promise<readonly Substitution[]>;
  lock(tx: Tx, substitutionId: string): Promise<Substitution | undefined>;
  /** Those that run on the day or are to come, by first day. */
  list(sql: Sql, today: LocalDate): Promise<readonly Substitution[]>;
  /** Staff ids of those whom somebody substitutes on the day. */
  substitutedBy(sql: Sql, staffId: string, today: LocalDate): Promise<readonly string[]>;
  insert(substitution: Substitution): Write;
  /** Stale where the version in store is another than before's. */
  save(before: Substitution, after: Substitution): Write;
};

/** Where a page of stated needs goes on: after this one, which was opened then. */
export type NeedPosition = { readonly openedAt: Date; readonly needId: string };

export type NeedFilter = {
  /** Needs stated at this instant or later, open or not; absent for those open now. */
  readonly statedFrom?: Date;
  readonly now: Date;
  readonly limit: number;
  readonly after?: NeedPosition;
};

export type StatedNeeds = {
  insert(need: StatedNeed): Write;
  /** Ends what is open on a client, as when a protection order comes. */
  endOpen(clientId: string, now: Date): Write;
  /** Takes out the words, as when the client becomes anonymous; that there was a need stays. */
  forgetTexts(clientId: string): Write;
  /** Newest first. */
  list(sql: Sql, filter: NeedFilter): Promise<readonly StatedNeed[]>;
};

/** What specialists have to do. Each part of guidance writes its own tasks. */
export type DayTasks = {
  put(task: DayTask): Write;
  /** With a client only while it is theirs: a job search may go on, with its tasks, under another record of theirs. */
  done(sourceId: string, kind: DayTaskKind, clientId?: string): Write;
  /** Open tasks on a client, whatever their day. */
  countOfClient(sql: Sql, clientId: string): Promise<number>;
  /** The counts and one page; row-level security leaves out who is hidden. */
  day(sql: Sql, filter: DayFilter): Promise<DayPage>;
};

/** Figures of load and punctuality; protected clients are in none. */
export type TeamLoads = {
  /** Overdue as of today; meetings held on `heldSince` or later. */
  figures(sql: Sql, days: { readonly today: LocalDate; readonly heldSince: LocalDate }): Promise<TeamFigures>;
};

/** Turns facts of a substitution into events of the contract. */
export type SubstitutionEvents = {
  outgoing(fact: SubstitutionFact, version: number, context: CallContext & { requestId: string }): OutgoingEvent;
};

/** What teams, assignment, stated need and the day stand on. */
export type AssignmentPorts = {
  readonly organisation: Organisation;
  /** What people are called, by staff id. For showing alone: who serves whom is decided by ids. */
  readonly staffNames: ReadonlyMap<string, string>;
  readonly caseloads: Caseloads;
  readonly assignments: Assignments;
  readonly substitutions: Substitutions;
  readonly statedNeeds: StatedNeeds;
  readonly dayTasks: DayTasks;
  readonly teamLoads: TeamLoads;
  readonly substitutionEvents: SubstitutionEvents;
};
