import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Sql, Tx, Write } from '@tyovayla/kernel/sql';
import type { Statement } from '../domain/statement/statement.ts';
import type { StatementChoices } from '../domain/statement/statement-choices.ts';
import type { PayerAnswer, Receipt, StatementDelivery } from '../domain/statement/statement-delivery.ts';
import type { ObligationActivity } from '../domain/statement/work-obligation.ts';

/** Statements: added and read, never changed. Row-level security hides those of clients whom the actor does not see. */
export type Statements = {
  /** All of a client's, the newest first. */
  ofClient(sql: Sql, clientId: string): Promise<readonly Statement[]>;
  /** Work and services that count towards the client's work obligations. */
  activities(sql: Sql, clientId: string): Promise<readonly ObligationActivity[]>;
  /** Stores a new statement together with its delivery, so that none is issued and forgotten. */
  add(statement: Statement, delivery: StatementDelivery): readonly Write[];
  addActivity(clientId: string, activity: ObligationActivity): readonly Write[];
};

/** A statement that is to be sent now, and its delivery as marked. */
export type StatementToSend = { readonly statement: Statement; readonly delivery: StatementDelivery };

/** One row of the pile. */
export type Undelivered = { readonly statement: Statement; readonly delivery: StatementDelivery };

export type UndeliveredFilter = {
  /** Whose the pile is: the manager's, or what one protected-client handler is assigned to. */
  readonly scope: { readonly kind: 'AREA' } | { readonly kind: 'HANDLER'; readonly handlerId: string };
  readonly limit: number;
  /** Id of the last statement of the page before. */
  readonly after?: string;
};

/** The way of statements to their payers. */
export type StatementDeliveries = {
  /** By id of the statement. */
  ofClient(sql: Sql, clientId: string): Promise<ReadonlyMap<string, StatementDelivery>>;
  /** Locked until the transaction ends. */
  lock(tx: Tx, statementId: string): Promise<StatementDelivery | undefined>;
  save(delivery: StatementDelivery): readonly Write[];
  /** Takes those that are due, the longest waiting first, and marks them as sent; what another sender holds is left out. */
  takeDue(tx: Tx, due: { readonly now: Date; readonly limit: number }): Promise<readonly StatementToSend[]>;
  /** Failed ones, the oldest first. */
  undelivered(sql: Sql, filter: UndeliveredFilter): Promise<readonly Undelivered[]>;
};

/**
 * Whoever decides on benefits and pays them: Kela or a fund. Takes each statement id once, however often it is sent.
 * A call that throws is a payer that is away.
 */
export type BenefitPayer = { deliver(statement: Statement): Promise<PayerAnswer> };

/** Something that came to the simulated payer. */
export type SimulatedArrival = Receipt & { readonly idempotencyKey: string; readonly recipientCode: string };

/** The simulated payer's memory, which is none of the authority's records. */
export type SimulatedReceipts = {
  /** Remembers an arrival and gives its receipt; of a key that came before, the receipt of the first time. */
  take(arrival: SimulatedArrival): Promise<Receipt>;
};

/** Who may state for the authority; given by the authority to named officials, also of other municipalities. */
export type StaffRegister = { hasStatementPower(staffId: string, on: LocalDate): boolean };

/** What the part of statements adds to the service's ports. */
export type StatementPorts = {
  readonly statements: Statements;
  readonly deliveries: StatementDeliveries;
  readonly staffRegister: StaffRegister;
  readonly statementChoices: StatementChoices;
};
