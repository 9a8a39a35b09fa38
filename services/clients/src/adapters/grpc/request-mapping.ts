import type { Contact, ProtectionOrder } from '@tyovayla/proto/tyovayla/clients/v1/client';
import type { NationalRecord, RegisterJobSeekerRequest } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import {
  accessReasonToJSON,
  type AccessReason as ContractReason,
} from '@tyovayla/proto/tyovayla/clients/v1/protection';
import type { ReceiveTransferRequest } from '@tyovayla/proto/tyovayla/clients/v1/transfer';
import { accessReasons, type WithReason } from '@tyovayla/runtime/access-reason';
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
export const contactFrom = (contact: Contact | undefined): ContactForm => ({
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

/** A case that another area tells, as a registration with a record taken over. */
export const transferFormFrom = (request: ReceiveTransferRequest): RegistrationForm => ({
  identityCode: request.identityCode,
  givenNames: request.givenNames,
  familyName: request.familyName,
  municipalityCode: request.municipalityCode,
  serviceLanguage: languageFrom(request.serviceLanguage),
  citizenships: request.citizenships,
  contact: contactFrom(request.contact),
  statusCode: '',
  nationalRecord: nationalRecordFrom(request),
  ...(request.protectionOrder && { protectionOrder: protectionOrderFrom(request.protectionOrder) }),
});

/** Why a client is looked at, as a part to spread; nothing where no reason is stated. */
export const reasonFrom = ({ accessReason }: { readonly accessReason?: ContractReason | undefined }): WithReason => {
  if (accessReason === undefined) return {};
  const stated = accessReasonToJSON(accessReason).replace('ACCESS_REASON_', '');
  const reason = accessReasons.find((known) => known === stated);
  return reason === undefined ? {} : { accessReason: reason };
};
