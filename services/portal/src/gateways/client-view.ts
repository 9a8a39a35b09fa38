import {
  type Client,
  type ClientSummary,
  type Contact,
  type JobSearch,
  JobSearchEndReason,
  type ProtectionOrder,
  ServiceLanguage,
} from '@tyovayla/proto/tyovayla/clients/v1/client';
import type { RegisterJobSeekerRequest } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import type { ContactAddress } from '@tyovayla/proto/tyovayla/clients/v1/contact_address';
import type { ClientSummaryView, ClientView, RegisterBody } from '../api/schemas.ts';
import { codeOf, contractValue, filled } from './contract-codes.ts';

export const endReasonPrefix = 'JOB_SEARCH_END_REASON_';
const languagePrefix = 'SERVICE_LANGUAGE_';

/** A row of the client list, as the API shows it. */
export const summaryView = (summary: ClientSummary): ClientSummaryView => {
  const { clientId, givenNames, familyName, municipalityCode, statusCode, jobSearchStartedDate } = summary;
  return {
    clientId,
    givenNames,
    familyName,
    municipalityCode,
    ...filled({ statusCode, jobSearchStartedDate }),
  };
};

const contactView = (contact: Contact | undefined): ClientView['contact'] => {
  const { email, phone, streetAddress, postalCode, city } = contact ?? {};
  return filled({ email, phone, streetAddress, postalCode, city });
};

const jobSearchView = (search: JobSearch): ClientView['jobSearches'][number] => {
  const endReason = codeOf(JobSearchEndReason, endReasonPrefix, search.endReason);
  return {
    jobSearchId: search.jobSearchId,
    startedDate: search.startedDate,
    ...filled({ formerJobSearchId: search.formerJobSearchId, endedDate: search.endedDate, endReason }),
    statusSpells: search.statusSpells.map(({ statusCode, fromDate, toDate }) => ({
      statusCode,
      fromDate,
      ...filled({ toDate }),
    })),
  };
};

const orderView = ({ validFromDate, validToDate, handlerId }: ProtectionOrder): ClientView['protectionOrder'] => ({
  validFromDate,
  handlerId,
  ...filled({ validToDate }),
});

const addressView = ({ streetAddress, postalCode, city }: ContactAddress): ClientView['contactAddress'] => ({
  streetAddress,
  postalCode,
  city,
});

/** A client, as the API shows them. */
export const clientView = (client: Client): ClientView => ({
  clientId: client.clientId,
  identityCode: client.identityCode,
  givenNames: client.givenNames,
  familyName: client.familyName,
  birthDate: client.birthDate,
  municipalityCode: client.municipalityCode,
  serviceLanguage: codeOf(ServiceLanguage, languagePrefix, client.serviceLanguage) ?? '',
  citizenships: [...client.citizenships],
  contact: contactView(client.contact),
  jobSearches: client.jobSearches.map(jobSearchView),
  labourMarketSubsidyDays: client.labourMarketSubsidyDays,
  version: client.version,
  ...filled({ residentSinceDate: client.residentSinceDate, interpreterLanguage: client.interpreterLanguage }),
  ...(client.contactAddress ? { contactAddress: addressView(client.contactAddress) } : {}),
  ...(client.protectionOrder ? { protectionOrder: orderView(client.protectionOrder) } : {}),
});

type OrderInput = NonNullable<RegisterBody['protectionOrder']>;

/** A protection order in the contract's words. */
export const orderMessage = ({ validFromDate, validToDate = '', handlerId }: OrderInput): ProtectionOrder => ({
  validFromDate,
  validToDate,
  handlerId,
});

const contactMessage = (contact: RegisterBody['contact']): Contact => {
  const { email = '', phone = '', streetAddress = '', postalCode = '', city = '' } = contact ?? {};
  return { email, phone, streetAddress, postalCode, city };
};

/** A registration in the contract's words. The portal never brings a national record: that is a takeover's. */
export const registerMessage = (requestId: string, body: RegisterBody): RegisterJobSeekerRequest => ({
  requestId,
  identityCode: body.identityCode,
  givenNames: body.givenNames,
  familyName: body.familyName,
  municipalityCode: body.municipalityCode,
  serviceLanguage: contractValue(ServiceLanguage, languagePrefix, body.serviceLanguage),
  citizenships: body.citizenships,
  contact: contactMessage(body.contact),
  statusCode: body.statusCode,
  ...(body.protectionOrder ? { protectionOrder: orderMessage(body.protectionOrder) } : {}),
});
