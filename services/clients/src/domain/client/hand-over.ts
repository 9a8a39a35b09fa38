import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Client, ClientId } from './client.ts';
import { type AreaCode, type JobSearchId, type StatusSpell, statusSpellsOf } from './job-search.ts';
import type { Contact, Person, ServiceLanguage } from './person.ts';
import type { ProtectionOrder } from './protection-order.ts';

/** What another area needs to go on with a case without a new registration. Personal data from end to end. */
export type HandOverRecord = {
  readonly identityCode: Person['identityCode'];
  readonly givenNames: string;
  readonly familyName: string;
  readonly serviceLanguage: ServiceLanguage;
  readonly citizenships: readonly string[];
  readonly contact: Contact;
  /** First day of the job search, wherever it began. */
  readonly startedOn: LocalDate;
  /** The whole history; the last spell is open. */
  readonly statusSpells: readonly StatusSpell[];
  readonly subsidyDays: number;
  readonly subsidy300ReachedOn?: LocalDate;
  /** Opaque ids of plans, as guidance knows them. */
  readonly planIds: readonly string[];
  /** In force with us, so that the other area protects the person from the first moment. */
  readonly protectionOrder?: ProtectionOrder;
};

/** A hand-over as it is known here. The record is gone once the other area has acknowledged it. */
export type HandOver = {
  readonly transferId: string;
  readonly clientId: ClientId;
  readonly jobSearchId: JobSearchId;
  readonly toArea: AreaCode;
  readonly transferredOn: LocalDate;
  readonly record?: HandOverRecord;
};

/** Writes the hand-over record of a client as they were before the transfer, with the plans that go along. */
export const handOverRecordOf = (client: Client, planIds: readonly string[]): HandOverRecord => {
  const { person, jobSearch, subsidyDays, subsidy300ReachedOn, protectionOrder } = client;
  const { identityCode, givenNames, familyName, serviceLanguage, citizenships, contact } = person;
  return {
    identityCode,
    givenNames,
    familyName,
    serviceLanguage,
    citizenships,
    contact,
    startedOn: jobSearch.startedOn,
    statusSpells: statusSpellsOf(jobSearch),
    subsidyDays,
    ...(subsidy300ReachedOn && { subsidy300ReachedOn }),
    planIds,
    ...(protectionOrder && { protectionOrder }),
  };
};
