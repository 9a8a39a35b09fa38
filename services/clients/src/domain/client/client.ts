import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MunicipalityCode } from '@tyovayla/kernel/municipality';
import type { ContactAddress } from './contact-address.ts';
import type { JobSearch } from './job-search.ts';
import type { Person } from './person.ts';
import type { ProtectionOrder } from './protection-order.ts';
import type { Serving } from './serving.ts';

export type ClientId = string & { readonly brand: 'ClientId' };

/**
 * A person in the registry. The newest job search runs or has ended; former ones are history that no decision needs.
 * `version` counts the facts told of the client so far.
 */
export type Client = {
  readonly clientId: ClientId;
  readonly version: number;
  readonly person: Person;
  /** First day in the municipality of residence, as known here. */
  readonly residentSince: LocalDate;
  /** Where post may go, not covered by a protection order; absent where the person has given none. */
  readonly contactAddress?: ContactAddress;
  readonly jobSearch: JobSearch;
  /** Days of labour-market subsidy paid for unemployment so far, as told by Kela. */
  readonly subsidyDays: number;
  /** Day on which the 300th was paid; absent where it was not, or the day was never told. */
  readonly subsidy300ReachedOn?: LocalDate;
  /** Absent where no order is in force. */
  readonly protectionOrder?: ProtectionOrder;
  /** How whoever asked serves the client; read for them, never stored from here. Absent where they don't. */
  readonly serving?: Serving;
};

/** The municipality as others may know it: nobody's where a protection order withholds it. */
export const disclosedMunicipality = (client: Client): MunicipalityCode | undefined =>
  client.protectionOrder === undefined ? client.person.municipalityCode : undefined;
