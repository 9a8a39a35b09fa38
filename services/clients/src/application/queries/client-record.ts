import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MunicipalityCode } from '@tyovayla/kernel/municipality';
import type { ClientId } from '../../domain/client/client.ts';
import type { ContactAddress } from '../../domain/client/contact-address.ts';
import type { EmploymentStatusCode } from '../../domain/client/employment-status.ts';
import type { JobSearch } from '../../domain/client/job-search.ts';
import type { Person } from '../../domain/client/person.ts';
import type { ProtectionOrder } from '../../domain/client/protection-order.ts';
import type { Serving } from '../../domain/client/serving.ts';
import type { ServingStaff } from '../serving-ports.ts';

/** All that is kept of a client, as their page shows it. */
export type ClientRecord = {
  readonly clientId: ClientId;
  readonly version: number;
  readonly person: Person;
  /** First day in the municipality of residence, as known here. */
  readonly residentSince: LocalDate;
  /** Where post may go, not covered by a protection order. */
  readonly contactAddress?: ContactAddress;
  /** From the identity code. */
  readonly birthDate: LocalDate;
  /** The newest first. */
  readonly jobSearches: readonly JobSearch[];
  readonly subsidyDays: number;
  readonly subsidy300ReachedOn?: LocalDate;
  readonly protectionOrder?: ProtectionOrder;
  /** How whoever asked serves the client; absent where they don't. */
  readonly serving?: Serving;
};

/** A client's row in a list. */
export type ClientListRow = {
  readonly clientId: ClientId;
  readonly givenNames: string;
  readonly familyName: string;
  readonly municipalityCode: MunicipalityCode;
  /** Of the running job search; absent where none runs. */
  readonly running?: { readonly statusCode: EmploymentStatusCode; readonly startedOn: LocalDate };
  readonly protectionOrder?: ProtectionOrder;
  /** How whoever asked for this one client serves them; absent where they don't, and in lists. */
  readonly serving?: Serving;
};

/** Which clients a list shows; an absent part restricts nothing. */
export type ClientListFilter = {
  /** Start of the family name or of the given names, in any case. */
  readonly namePrefix?: string;
  readonly municipalityCode?: string;
  readonly statusCode?: string;
  /** These and no others. */
  readonly clientIds?: readonly ClientId[];
  /** Those whom this member of staff serves; protected ones are row-level security's to leave out. */
  readonly servedBy?: ServingStaff;
  readonly limit: number;
  /** The last client of the page before. */
  readonly after?: ClientId;
};
