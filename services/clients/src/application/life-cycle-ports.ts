import type { IdentityCode } from '@tyovayla/kernel/identity-code';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Sql, Tx, Write } from '@tyovayla/kernel/sql';
import type { IdentityCodeChangeGround } from '../domain/client/change-identity-code.ts';
import type { Client, ClientId } from '../domain/client/client.ts';
import type { HandOver, HandOverRecord } from '../domain/client/hand-over.ts';
import type { Merged } from '../domain/client/merge-clients.ts';
import type { MergeProvenance } from '../domain/client/merge-provenance.ts';
import type { TwoRecords } from '../domain/client/merged-record.ts';
import type { SetAsideClient, Split, SplitRecords } from '../domain/client/split-clients.ts';
import type { WholeClient } from '../domain/client/whole-client.ts';
import type { PendingHandOver } from './queries/list-hand-overs.ts';

/** Cases that went to other areas. The record is sealed, and erased when the other area has it. */
export type HandOverRepository = {
  save(handOver: HandOver & { readonly record: HandOverRecord }): Write;
  /** For a decision, locked. */
  load(tx: Tx, transferId: string): Promise<HandOver | undefined>;
  get(sql: Sql, transferId: string): Promise<HandOver | undefined>;
  /** Those that wait for an acknowledgement, the oldest first, without their records. */
  pending(sql: Sql, limit: number): Promise<readonly PendingHandOver[]>;
  erase(transferId: string, at: Date): Write;
  /** A client's cases that went to other areas, the oldest first, without their records. */
  ofClient(sql: Sql, clientId: ClientId): Promise<readonly PendingHandOver[]>;
};

/** A code that a person had, and why they have it no more. */
export type FormerCode = {
  readonly formerCodeId: string;
  readonly clientId: ClientId;
  readonly identityCode: IdentityCode;
  readonly changedOn: LocalDate;
  readonly ground: IdentityCodeChangeGround;
  /** Whether the code still leads to the person. */
  readonly finds: 'THE_PERSON' | 'NOBODY';
};

/** Identity codes over time. */
export type IdentityRepository = {
  /**
   * Whose code it is, or was; undefined where it is nobody's. `client` is absent where row-level security hides them.
   * Whoever registers somebody under the code meanwhile waits.
   */
  holderOf(
    tx: Tx,
    identityCode: IdentityCode,
  ): Promise<{ readonly clientId: ClientId; readonly client?: Client } | undefined>;
  keepFormer(former: FormerCode): Write;
  /** Codes that a person had before, the oldest first. */
  formerCodes(sql: Sql, clientId: ClientId): Promise<readonly FormerCode[]>;
};

/** A handler who is gone, and who serves their clients from then on. */
export type Succession = {
  readonly successionId: string;
  readonly fromHandlerId: string;
  readonly toHandlerId: string;
};

/** Handlers who are gone. The service follows by itself: whoever decides sees no client. */
export type SuccessionRepository = {
  /** Writes the decision down, with a timer that follows it on that day. */
  decide(
    succession: Succession,
    by: { readonly actorId: string; readonly now: Date; readonly today: LocalDate },
  ): readonly Write[];
  find(sql: Sql, successionId: string): Promise<Succession | undefined>;
  /** Who follows a handler who is gone, by the newest decision; undefined where they are not. */
  successorOf(sql: Sql, handlerId: string): Promise<string | undefined>;
  /** Clients whom a handler serves. */
  clientsOf(sql: Sql, handlerId: string): Promise<readonly ClientId[]>;
  /** A timer that hands one client over. */
  handOverOn(timer: { readonly timerId: string; readonly clientId: ClientId; readonly dueOn: LocalDate }): Write;
  /** Marks a timer as done. */
  followed(timerId: string): Write;
};

/** When a client's data need not be kept any more, and how they go. */
export type RetentionRepository = {
  /** Sets the day on which to look, in place of one set before. */
  lookOn(timer: { readonly timerId: string; readonly clientId: ClientId; readonly dueOn: LocalDate }): Write;
  /** Marks a look as done, where it was for another record than the one that was found. */
  looked(timerId: string): Write;
  /** Lets this transaction change the client and the records that went into it, and gives those records' ids. */
  open(tx: Tx, clientId: ClientId): Promise<readonly ClientId[]>;
  /** Erases what names the person, in the client's record and in those that went into it. */
  anonymise(
    before: Client,
    after: { readonly version: number; readonly on: LocalDate; readonly mergedIds: readonly ClientId[] },
  ): readonly Write[];
};

/** Two records of one person, and one that becomes two again. */
export type MergeRepository = {
  /** Both records with all that goes along, locked in one order by everybody. Absent ones are not there, or hidden. */
  load(
    tx: Tx,
    of: { readonly keptClientId: ClientId; readonly mergedClientId: ClientId },
  ): Promise<{ readonly kept?: WholeClient; readonly merged?: WholeClient }>;
  save(records: TwoRecords, done: Merged, provenance: MergeProvenance): readonly Write[];
  /** The record that was kept, and the one that went into it, where it did. */
  loadMerged(
    tx: Tx,
    of: { readonly keptClientId: ClientId; readonly mergedClientId: ClientId },
  ): Promise<{ readonly kept?: WholeClient; readonly setAside?: SetAsideClient }>;
  saveSplit(records: SplitRecords, done: Split, splitOn: LocalDate): readonly Write[];
};
