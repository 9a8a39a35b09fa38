import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Sql, Tx, Write } from '@tyovayla/kernel/sql';
import type { PersonFact } from '../domain/person-picture/person-fact.ts';
import type { PersonPicture } from '../domain/person-picture/person-picture.ts';
import type { CellSum } from '../domain/picture/count-table.ts';
import type { DayGrowth } from '../domain/picture/day-growth.ts';

/** A fact with the person it is about. */
export type FactOfPerson = { readonly clientId: string; readonly fact: PersonFact };

/** What a received event says to the picture; undefined for types that it doesn't count. Throws on a malformed one. */
export type ReadFact = (event: ReceivedEvent) => FactOfPerson | undefined;

/** What a batch of facts changes. */
export type CountedBatch = {
  /** People as they are now, by opaque client id. */
  readonly people: ReadonlyMap<string, PersonPicture>;
  readonly growths: readonly DayGrowth[];
  /** Of the last fact, in the service's log of received facts. */
  readonly position: bigint;
  /** Facts in the batch, those that don't count included. */
  readonly facts: number;
};

/** Where people and counts are kept. A generation is one whole projection; one of them is live. */
export type Projection = {
  /** Waits for its turn to write and gives the live generation. One writer at a time, until its transaction ends. */
  lockLive(tx: Tx): Promise<number>;
  /** People of whom something is known; the others are missing from the map. */
  loadPeople(sql: Sql, generation: number, clientIds: readonly string[]): Promise<ReadonlyMap<string, PersonPicture>>;
  /** A page of people in the order of their ids, after one of them ("" for the first page). */
  peopleAfter(
    sql: Sql,
    generation: number,
    page: { readonly clientId: string; readonly limit: number },
  ): Promise<ReadonlyMap<string, PersonPicture>>;
  /** Sends the batch's writes; the transaction waits for them. */
  save(tx: Tx, generation: number, batch: CountedBatch): void;
};

/** Counts of some days, and up to which fact. */
export type DayCounts = {
  readonly position: bigint;
  /** Tells whether anything was counted since: of another value where it was. */
  readonly mark: string;
  /** In the order of the days asked for. */
  readonly days: readonly { readonly day: LocalDate; readonly sums: readonly CellSum[] }[];
};

export type PictureReader = {
  /** Counts of all rows on days in order. */
  countsOn(sql: Sql, days: readonly LocalDate[]): Promise<DayCounts>;
  /** The mark of what is counted now. */
  mark(sql: Sql): Promise<string>;
};

/** What a rebuild needs of the store. */
export type RebuildStore = {
  /** Makes an empty generation beside the live one; undefined where another rebuild runs. */
  begin(tx: Tx): Promise<number | undefined>;
  /** Facts that took effect, in that order, after a position; live counting goes on. None turns up later below one given. */
  factsAfter(position: bigint, limit: number): Promise<readonly ReceivedEvent[]>;
  /** The same, and no more facts take effect until the transaction ends. */
  lastFactsAfter(tx: Tx, position: bigint, limit: number): Promise<readonly ReceivedEvent[]>;
  /** SHA-256 over all people and counts of a generation, in order. */
  hash(sql: Sql, generation: number): Promise<string>;
  /** Makes `next` live and removes `live`. */
  swapWrites(live: number, next: number): readonly Write[];
};
