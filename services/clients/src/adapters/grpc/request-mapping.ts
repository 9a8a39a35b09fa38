import type { Contact, ProtectionOrder } from '@tyovayla/proto/tyovayla/clients/v1/client';
import type { NationalRecord, RegisterJobSeekerRequest } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import type { OnClient } from '../../application/commands/client-command.ts';
import type { ClientId } from '../../domain/client/client.ts';
import type { NationalRecordForm } from '../../domain/client/national-record.ts';
import type { Contact as ContactForm } from '../../domain/client/person.ts';
import type { ProtectionOrderForm } from '../../domain/client/protection-order.ts';
import type { RegistrationForm } from '../../domain/client/registration-form.ts';
import { languageFrom } from './contract-enums.ts';

/** A UUID by the contract's rules; Postgres and the access log write it in lower case. */
export const clientIdFrom = (text: string): ClientId => text.toLowerCase() as ClientId;

/** The client of a request; an expected version of 0 takes the newest. */
export const onClientFrom = (request: { readonly clientId: string; readonly expectedVersion?: number }): OnClient => ({
  clientId: clientIdFrom(request.clientId),
  ...(request.expectedVersion ? { expectedVersion: request.expectedVersion } : {}),
});

/** An absent message is one with nothing in it. */
const contactFrom = (contact: Contact | undefined): ContactForm => ({
  email: contact?.email ?? '',
  phone: contact?.phone ?? '',
  streetAddress: contact?.streetAddress ?? '',
  postalCode: contact?.postalCode ?? '',
  city: contact?.city ?? '',
});

export const protectionOrderFrom = (order: ProtectionOrder | undefined): ProtectionOrderForm => ({
  validFrom: order?.validFromDate ?? '',
  validTo: order?.validToDate ?? '',
  handlerId: order?.handlerId ?? '',
});

const nationalRecordFrom = (record: NationalRecord): NationalRecordForm => ({
  jobSearchStarted: record.jobSearchStartedDate,
  statusSpells: record.statusSpells.map(({ statusCode, fromDate, toDate }) => ({
    statusCode,
    from: fromDate,
    to: toDate,
  })),
  subsidyDays: record.labourMarketSubsidyDays,
  subsidy300Reached: record.subsidy300ReachedDate,
});

export const registrationFormFrom = (request: RegisterJobSeekerRequest): RegistrationForm => ({
  identityCode: request.identityCode,
  givenNames: request.givenNames,
  familyName: request.familyName,
  municipalityCode: request.municipalityCode,
  serviceLanguage: languageFrom(request.serviceLanguage),
  citizenships: request.citizenships,
  contact: contactFrom(request.contact),
  statusCode: request.statusCode,
  ...(request.nationalRecord && { nationalRecord: nationalRecordFrom(request.nationalRecord) }),
  ...(request.protectionOrder && { protectionOrder: protectionOrderFrom(request.protectionOrder) }),
});
