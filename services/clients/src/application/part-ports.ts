import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Sql, Write } from '@tyovayla/kernel/sql';
import type { InterpreterNeed } from '../domain/client/change-service-language.ts';
import type { ClientId } from '../domain/client/client.ts';
import type { Consent, ConsentId } from '../domain/consent/consent.ts';
import type { KeptReceipt } from '../domain/information/information-receipt.ts';
import type { ClientProfile } from '../domain/profile/profile.ts';
import type { ClientWorkAbility } from '../domain/work-ability/work-ability.ts';

/** A part of a client's record with its state before and after a change; `before` is absent for the first. */
export type PartChange<Part> = { readonly clientId: ClientId; readonly before?: Part; readonly after: Part };

/** Profiles. Row-level security has the last word on every row of every part. */
export type Profiles = {
  find(sql: Sql, clientId: ClientId): Promise<ClientProfile | undefined>;
  save(change: PartChange<ClientProfile>): readonly Write[];
  /** Nothing is published of a client from the moment a protection order is recorded. */
  withdrawUnderProtection(clientId: ClientId): Write;
};

/** Work-ability assessments. */
export type WorkAbilities = {
  find(sql: Sql, clientId: ClientId): Promise<ClientWorkAbility | undefined>;
  save(change: PartChange<ClientWorkAbility>): readonly Write[];
};

/** Consents. */
export type Consents = {
  find(sql: Sql, of: { readonly clientId: ClientId; readonly consentId: ConsentId }): Promise<Consent | undefined>;
  /** The newest first. */
  list(sql: Sql, clientId: ClientId): Promise<readonly Consent[]>;
  give(clientId: ClientId, consent: Consent): Write;
  withdraw(consentId: ConsentId, on: LocalDate): Write;
};

/** What clients were informed of. */
export type InformationReceipts = {
  /** The newest first. */
  list(sql: Sql, clientId: ClientId): Promise<readonly KeptReceipt[]>;
  add(clientId: ClientId, receipt: KeptReceipt): Write;
};

/** Interpreters that clients need. */
export type Interpreters = {
  find(sql: Sql, clientId: ClientId): Promise<InterpreterNeed>;
  save(clientId: ClientId, need: InterpreterNeed): Write;
};

/** Parts of a client's record that have tables of their own. */
export type PartPorts = {
  readonly profiles: Profiles;
  readonly workAbilities: WorkAbilities;
  readonly consents: Consents;
  readonly receipts: InformationReceipts;
  readonly interpreters: Interpreters;
  /** Erases every part of a record for good, as at the end of retention: open to the service's own program alone. */
  erase(clientId: ClientId): readonly Write[];
};
