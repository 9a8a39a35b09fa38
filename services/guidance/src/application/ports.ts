import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Sql, Tx, Write } from '@tyovayla/kernel/sql';
import type { AccessLog } from '@tyovayla/runtime/access-log';
import type { CallContext } from '@tyovayla/runtime/command';
import type { CaseFact } from '../domain/client-case/case-fact.ts';
import type { ClientCase } from '../domain/client-case/client-case.ts';
import type { BookedMeeting, Meeting, MeetingChange, MissedMeeting } from '../domain/meeting/meeting.ts';
import type { Offices } from '../domain/meeting/office.ts';
import type { ServiceNeed } from '../domain/service-need/service-need.ts';
import type { AssignmentPorts } from './assignment-ports.ts';
import type { BenefitPorts } from './benefit-ports.ts';
import type { Extracts } from './extract-ports.ts';
import type { MultiSectorPorts } from './multi-sector-ports.ts';
import type { NeglectPorts } from './neglect-ports.ts';
import type { PlanPorts } from './plan-ports.ts';
import type { StatementPorts } from './statement-ports.ts';

/** Cases of clients, for decisions under lock and for reading. Row-level security has the last word on every row. */
export type ClientCases = {
  /** Undefined where there is none, or row-level security hides it from the actor. */
  find(sql: Sql, clientId: string): Promise<ClientCase | undefined>;
  /** As `find`, with the case locked until the transaction ends. */
  lock(tx: Tx, clientId: string): Promise<ClientCase | undefined>;
  /** Locks and reads many at once, for a batch of news. */
  lockMany(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, ClientCase>>;
  /** Stores a new case. */
  insert(clientCase: ClientCase): readonly Write[];
  /** Stores the case after a change. Stale where the version in store is another than `before`'s. */
  save(before: ClientCase, after: ClientCase): readonly Write[];
};

/** What events say beside their facts. `clientCase` is the case before the facts. */
export type EventContext = Pick<CallContext, 'actor' | 'now' | 'correlationId' | 'newId' | 'traceparent'> & {
  readonly clientCase: Pick<ClientCase, 'clientId' | 'version'>;
  /** Id of the request or event that led to them. */
  readonly causationId: string;
};

/** Turns facts into events of the contract, versions following the case's. */
export type CaseEvents = { outgoing(facts: readonly CaseFact[], context: EventContext): readonly OutgoingEvent[] };

/** Puts published facts back into the outbox's queue. */
export type EventOutbox = {
  replay(sql: Sql, facts: { readonly aggregateId: string; readonly fromVersion: number }): Promise<number>;
};

/** Meetings of clients. Row-level security hides those of clients whom the actor does not see. */
export type Meetings = {
  /** All of a client's, the latest first by the day on which they are due, booked or were held. */
  ofClient(sql: Sql, clientId: string): Promise<readonly Meeting[]>;
  /**
   * Bookings of a specialist on a day. Two commands that ask for one specialist and day wait for each other, so that
   * both can't take one time.
   */
  bookingsOf(tx: Tx, of: { readonly specialistId: string; readonly on: LocalDate }): Promise<readonly BookedMeeting[]>;
  /** Stores new and changed meetings. Stale where a version in store is another than `before`'s. */
  save(changes: readonly MeetingChange[]): readonly Write[];
  /** Puts a missed meeting before an official as a possible neglect. */
  proposeNeglect(missed: MissedMeeting, candidateId: string): readonly Write[];
};

/** Assessments of what service clients need: added, never changed but for words that are forgotten. */
export type ServiceNeeds = {
  /** The newest first. */
  ofClient(sql: Sql, clientId: string): Promise<readonly ServiceNeed[]>;
  add(assessment: ServiceNeed): readonly Write[];
  /** Forgets what was written in words about a client, for good. */
  forgetNotes(clientId: string): readonly Write[];
};

/** A record and the one that it goes into, or out of; with the job search that runs in the latter, whose tasks go along. */
export type OfRecords = { readonly clientId: string; readonly intoClientId: string; readonly jobSearchId?: string };

/** Records of one person that went into another, which survives. What hangs on them stays there and is read from it. */
export type MergedRecords = {
  /** A record goes into another; its open tasks that go on are the surviving client's. */
  join(of: OfRecords & { readonly on: LocalDate }): readonly Write[];
  /** It is one of its own again, with the tasks on what it left. */
  part(of: OfRecords): readonly Write[];
  /** Lets the cases of merged records be seen by those who may see the surviving client, and nobody else. */
  shareResidence(
    surviving: ClientCase,
    /** A record that goes into it, or out of it, in the same statement. */
    changing?: { readonly also?: string; readonly except?: string },
  ): readonly Write[];
};

/** What every command on a case stands on. */
export type CasePorts = {
  readonly cases: ClientCases;
  readonly events: CaseEvents;
};

/** Everything that the service stands on; each part adds its own. */
export type GuidancePorts = CasePorts &
  MultiSectorPorts &
  PlanPorts &
  AssignmentPorts &
  BenefitPorts &
  NeglectPorts &
  StatementPorts & {
    readonly accessLog: AccessLog;
    readonly extracts: Extracts;
    readonly outbox: EventOutbox;
    readonly mergedRecords: MergedRecords;
    readonly meetings: Meetings;
    readonly serviceNeeds: ServiceNeeds;
    readonly offices: Offices;
  };
