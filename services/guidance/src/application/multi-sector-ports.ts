import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Sql, Tx, Write } from '@tyovayla/kernel/sql';
import type { CommandContext } from '@tyovayla/runtime/command';
import type { ExpertOrder } from '../domain/expert-order/expert-order.ts';
import type { ManagementGroup, ManagementGroupFact } from '../domain/multi-sector/management-group.ts';
import type { MultiSectorCase } from '../domain/multi-sector/multi-sector-case.ts';
import type { MultiSectorFact } from '../domain/multi-sector/multi-sector-facts.ts';
import type { PartyPeople } from '../domain/multi-sector/party.ts';
import type { GuardedCase } from './access-rules/multi-sector-rule.ts';
import type { ClientNames } from './client-names.ts';
import type { CasePorts } from './ports.ts';
import type { MultiSectorPrompt, PromptFilter } from './queries/multi-sector-prompt.ts';

/** Which cases of a member a page shows: so many, after this one. */
export type MemberCases = { readonly staffId: string; readonly limit: number; readonly after?: string };

/** The multi-sector register. Row-level security shows a case to those appointed to it alone, whoever asks for it. */
export type MultiSectorCases = {
  /** The client's cases that the actor may see, the newest first. */
  ofClient(sql: Sql, clientId: string): Promise<readonly GuardedCase[]>;
  /** The client's open case, locked; undefined where there is none for the actor. */
  lockOpen(tx: Tx, clientId: string): Promise<GuardedCase | undefined>;
  /** As `lockOpen`, also for a manager who sees to the client's network without being in it. */
  lockForNetwork(tx: Tx, clientId: string): Promise<GuardedCase | undefined>;
  /** Whether a case of the client is open, also one that the actor may not see. Ask behind the lock on the client. */
  hasOpen(tx: Tx, clientId: string): Promise<boolean>;
  /** Id of the multi-sector plan that binds the client, also where the actor may not see the case it is in. */
  planInForce(sql: Sql, clientId: string): Promise<string | undefined>;
  /** Cases of which a person is a member or the client's handler, the newest first. */
  ofMember(sql: Sql, filter: MemberCases): Promise<readonly GuardedCase[]>;
  insert(one: MultiSectorCase): readonly Write[];
  /** Stores what differs. Stale where the version in store is another than `before`'s. */
  save(before: MultiSectorCase, after: MultiSectorCase): readonly Write[];
};

/** What a person's age and subsidy tell of them, for prompts. */
export type PromptBasis = {
  readonly clientId: string;
  readonly age?: 'YOUNG' | 'OLDER';
  readonly subsidy300On?: LocalDate;
};

export type MultiSectorPrompts = {
  /** Remembers what is given and leaves what is not. */
  remember(basis: PromptBasis): Write;
  list(sql: Sql, filter: PromptFilter): Promise<readonly MultiSectorPrompt[]>;
};

export type ManagementGroups = {
  find(sql: Sql, countyArea: string): Promise<ManagementGroup | undefined>;
  lock(tx: Tx, groupId: string): Promise<ManagementGroup | undefined>;
  /** The area's group where there is one; two that form one wait for each other here. */
  lockArea(tx: Tx, countyArea: string): Promise<ManagementGroup | undefined>;
  insert(group: ManagementGroup): readonly Write[];
  save(before: ManagementGroup, after: ManagementGroup): readonly Write[];
};

export type ExpertOrders = {
  lock(tx: Tx, order: { readonly clientId: string; readonly orderId: string }): Promise<ExpertOrder | undefined>;
  /** The newest first. */
  ofClient(sql: Sql, clientId: string): Promise<readonly ExpertOrder[]>;
  insert(order: ExpertOrder): readonly Write[];
  save(before: ExpertOrder, after: ExpertOrder): readonly Write[];
  /** Takes out the results' words, as when the client becomes anonymous; minutes and days stay. */
  forgetTexts(clientId: string): Write;
};

/** Facts of one aggregate with a version of its own, told to other services. */
export type MultiSectorEvents = {
  ofCase(
    told: { readonly next: MultiSectorCase; readonly facts: readonly MultiSectorFact[] },
    context: CommandContext,
  ): readonly OutgoingEvent[];
  ofGroup(
    told: { readonly next: ManagementGroup; readonly facts: readonly ManagementGroupFact[] },
    context: CommandContext,
  ): readonly OutgoingEvent[];
};

/** What the multi-sector register, its management group and expert orders stand on. */
export type MultiSectorPorts = CasePorts & {
  readonly multiSectorCases: MultiSectorCases;
  readonly multiSectorPrompts: MultiSectorPrompts;
  readonly managementGroups: ManagementGroups;
  readonly expertOrders: ExpertOrders;
  readonly multiSectorEvents: MultiSectorEvents;
  /** Reference data: whom the other parties have assigned. */
  readonly partyPeople: PartyPeople;
  readonly clientNames: ClientNames;
};
