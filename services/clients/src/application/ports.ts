import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import type { IdentityCode } from '@tyovayla/kernel/identity-code';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MunicipalityCode } from '@tyovayla/kernel/municipality';
import type { Sql, Tx, Write } from '@tyovayla/kernel/sql';
import type { CommandContext } from '@tyovayla/runtime/command';
import type { TurningDay } from '../domain/client/age-band.ts';
import type { Client, ClientId } from '../domain/client/client.ts';
import type { ClientDecided } from '../domain/client/client-decision.ts';
import type { ProtectionOrder } from '../domain/client/protection-order.ts';
import type { Applicant } from '../domain/client/register-job-seeker.ts';
import type { AccessPosition, ClientAccess } from './queries/client-access.ts';
import type { ClientListFilter, ClientListRow, ClientRecord } from './queries/client-record.ts';

/** Loads clients for decisions, locked, and says how a decided client is stored. */
export type ClientRepository = {
  /** Undefined where there is no such client, or row-level security hides them from the actor. */
  load(tx: Tx, clientId: ClientId): Promise<Client | undefined>;
  /**
   * What is known of a person. Two registrations of one person wait for each other here, also of a new one.
   * With the handler of a new protection order the transaction may store what only that handler will see.
   */
  loadApplicant(tx: Tx, identityCode: IdentityCode, handlerId?: string): Promise<Applicant>;
  /** Lets this transaction store a client whom another handler will serve, though the actor doesn't see them then. */
  handOver(tx: Tx, handlerId: string): Promise<void>;
  saveNew(client: Client): readonly Write[];
  /** Stores what differs. Stale where the version in store is another than `before`'s. */
  save(before: Client, after: Client): readonly Write[];
};

/** Reads clients for people to see. Row-level security has the last word on every row. */
export type ClientReader = {
  get(sql: Sql, clientId: ClientId): Promise<ClientRecord | undefined>;
  findByIdentityCode(sql: Sql, identityCode: IdentityCode): Promise<ClientListRow | undefined>;
  /** Who serves a client under protection, and nothing else of the client; undefined where there is none to see. */
  protection(sql: Sql, clientId: ClientId): Promise<{ readonly protectionOrder?: ProtectionOrder } | undefined>;
  /** Rows by family name, given names, id; undefined where the page before ended with a client not visible now. */
  list(sql: Sql, filter: ClientListFilter): Promise<readonly ClientListRow[] | undefined>;
};

/** The access log's own view, newest first. */
export type AccessLog = {
  list(
    sql: Sql,
    page: { readonly clientId: ClientId; readonly limit: number; readonly before?: AccessPosition },
  ): Promise<readonly ClientAccess[]>;
};

/** Turns facts into events of the contract. */
export type ClientEvents = {
  outgoing(decided: ClientDecided, context: CommandContext): readonly OutgoingEvent[];
};

/** A birthday to come, on which a client moves to another age band. */
export type BirthdayTimer = TurningDay & { readonly timerId: string; readonly clientId: ClientId };

/** Timers survive restarts and follow the service's clock. */
export type BirthdayTimers = {
  /** Setting one twice changes nothing. */
  set(timer: BirthdayTimer): Write;
  /** Marks a timer as done, in the transaction of its effect. */
  fired(timerId: string): Write;
  /** Timers that are due, oldest first. */
  due(sql: Sql, today: LocalDate, limit: number): Promise<readonly BirthdayTimer[]>;
};

/** Puts published facts back into the outbox's queue. */
export type EventOutbox = {
  replay(sql: Sql, facts: { readonly aggregateId: string; readonly fromVersion: number }): Promise<number>;
};

/** Reference data of the employment area. */
export type Area = {
  readonly municipalities: readonly MunicipalityCode[];
  /** Programs that may take over job searches that run in the national register. */
  readonly takeoverPrograms: readonly string[];
};

export type ClientsPorts = {
  readonly clients: ClientRepository;
  readonly reader: ClientReader;
  readonly accessLog: AccessLog;
  readonly events: ClientEvents;
  readonly birthdays: BirthdayTimers;
  readonly outbox: EventOutbox;
  readonly area: Area;
};
