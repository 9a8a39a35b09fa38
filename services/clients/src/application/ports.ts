import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import type { IdentityCode } from '@tyovayla/kernel/identity-code';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MunicipalityCode } from '@tyovayla/kernel/municipality';
import type { Sql, Tx, Write } from '@tyovayla/kernel/sql';
import type { AccessLog } from '@tyovayla/runtime/access-log';
import type { CommandContext } from '@tyovayla/runtime/command';
import type { TurningAge, TurningDay } from '../domain/client/age-band.ts';
import type { Client, ClientId } from '../domain/client/client.ts';
import type { ClientDecided } from '../domain/client/client-decision.ts';
import type { AreaCode } from '../domain/client/job-search.ts';
import type { Residence } from '../domain/client/life-cycle-events.ts';
import type { Applicant } from '../domain/client/register-job-seeker.ts';
import type {
  HandOverRepository,
  IdentityRepository,
  MergeRepository,
  RetentionRepository,
  SuccessionRepository,
} from './life-cycle-ports.ts';
import type { PartPorts } from './part-ports.ts';
import type { ClientListFilter, ClientListRow, ClientRecord } from './queries/client-record.ts';
import type { NetworkClients } from './queries/list-network-clients.ts';
import type { ProtectionReview } from './queries/list-protection-reviews.ts';
import type { Asking, ServingRecords } from './serving-ports.ts';

/** Loads clients for decisions, locked, and says how a decided client is stored. */
export type ClientRepository = {
  /** Undefined where there is no such client, or row-level security hides them from the actor. */
  load(tx: Tx, clientId: ClientId, asking: Asking): Promise<Client | undefined>;
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

/** What the rules on one client need to know. */
export type GuardedClient = Pick<Client, 'clientId' | 'protectionOrder' | 'serving'>;

/** Reads clients for people to see. Row-level security has the last word on every row. */
export type ClientReader = {
  get(sql: Sql, clientId: ClientId, asking: Asking): Promise<ClientRecord | undefined>;
  findByIdentityCode(sql: Sql, identityCode: IdentityCode, asking: Asking): Promise<ClientListRow | undefined>;
  /** Whom a client is open to, and nothing else of the client; undefined where there is none to see. */
  guarded(sql: Sql, clientId: ClientId, asking: Asking): Promise<GuardedClient | undefined>;
  /** Where a client has lived, the oldest first, as far as it is known. */
  residences(sql: Sql, clientId: ClientId): Promise<readonly Residence[]>;
  /** Clients whose granted period of protection ended before a day, the longest over first. */
  protectionReviews(sql: Sql, before: LocalDate): Promise<readonly ProtectionReview[]>;
  /** Rows by family name, given names, id; undefined where the page before ended with a client not visible now. */
  list(sql: Sql, filter: ClientListFilter): Promise<readonly ClientListRow[] | undefined>;
};

/** What an event says of a client beside its fact. */
type ToldOf = Pick<Client, 'clientId' | 'version' | 'protectionOrder'>;

/** Turns facts into events of the contract. */
export type ClientEvents = {
  /** Of the client no more is needed than whose versions the facts continue, and who serves them under protection. */
  outgoing(
    decided: { readonly next: ToldOf; readonly facts: ClientDecided['facts'] },
    context: CommandContext,
  ): readonly OutgoingEvent[];
};

/** A birthday to come, on which a client moves to another age band. */
export type BirthdayTimer = TurningDay & { readonly timerId: string; readonly clientId: ClientId };

/** Timers survive restarts and follow the service's clock. */
export type BirthdayTimers = {
  /** Setting one twice changes nothing. */
  set(timer: BirthdayTimer): Write;
  /** Sets one to another day, also where it had fired: the birthday is another. */
  move(timer: BirthdayTimer): Write;
  /** Takes one away that has not fired: the birthday has passed already. */
  cancel(of: { readonly clientId: ClientId; readonly age: TurningAge }): Write;
  /** Marks a timer as done, in the transaction of its effect. */
  fired(timerId: string): Write;
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
  /** Areas that cases go to and come from. */
  readonly neighbours: readonly AreaCode[];
  /** For how many days whoever registered a person serves them, if guidance doesn't let them by then. */
  readonly registrarServesDays: number;
};

export type ClientsPorts = {
  readonly clients: ClientRepository;
  readonly handOvers: HandOverRepository;
  readonly identities: IdentityRepository;
  readonly merges: MergeRepository;
  readonly retention: RetentionRepository;
  readonly successions: SuccessionRepository;
  readonly reader: ClientReader;
  readonly networkClients: NetworkClients;
  readonly accessLog: AccessLog;
  readonly events: ClientEvents;
  readonly birthdays: BirthdayTimers;
  readonly outbox: EventOutbox;
  readonly area: Area;
  readonly serving: ServingRecords;
  /** Parts of a client's record that have tables of their own. */
  readonly parts: PartPorts;
};
