import {
  type Client,
  type ClientAccess,
  type ClientSummary,
  type JobSearch,
  JobSearchEndReason,
  type ProtectionOrder,
  type StatusSpell,
} from '@tyovayla/proto/tyovayla/clients/v1/client';
import type { ClientAccess as Access } from '../../application/queries/client-access.ts';
import type { ClientListRow, ClientRecord } from '../../application/queries/client-record.ts';
import { type JobSearch as Search, type StatusSpell as Spell, statusSpellsOf } from '../../domain/client/job-search.ts';
import type { ProtectionOrder as Order } from '../../domain/client/protection-order.ts';
import { endReasonTo, languageTo } from './contract-enums.ts';

const spellTo = (spell: Spell): StatusSpell => ({
  statusCode: spell.code,
  fromDate: spell.from,
  toDate: 'to' in spell ? spell.to : '',
});

const jobSearchTo = (jobSearch: Search): JobSearch => ({
  jobSearchId: jobSearch.jobSearchId,
  formerJobSearchId: jobSearch.formerJobSearchId ?? '',
  startedDate: jobSearch.startedOn,
  endedDate: jobSearch.status === 'ENDED' ? jobSearch.endedOn : '',
  endReason:
    jobSearch.status === 'ENDED'
      ? endReasonTo(jobSearch.endReason)
      : JobSearchEndReason.JOB_SEARCH_END_REASON_UNSPECIFIED,
  statusSpells: statusSpellsOf(jobSearch).map(spellTo),
});

const protectionOrderTo = (order: Order): ProtectionOrder => ({
  validFromDate: order.validFrom,
  validToDate: order.validTo ?? '',
  handlerId: order.handlerId,
});

/** A client's page as the contract has it. */
export const clientTo = ({ clientId, version, person, birthDate, ...record }: ClientRecord): Client => ({
  clientId,
  identityCode: person.identityCode,
  givenNames: person.givenNames,
  familyName: person.familyName,
  birthDate,
  municipalityCode: person.municipalityCode,
  serviceLanguage: languageTo(person.serviceLanguage),
  citizenships: [...person.citizenships],
  contact: person.contact,
  protectionOrder: record.protectionOrder && protectionOrderTo(record.protectionOrder),
  jobSearches: record.jobSearches.map(jobSearchTo),
  labourMarketSubsidyDays: record.subsidyDays,
  version,
});

/** A client's row in a list. */
export const clientSummaryTo = (row: ClientListRow): ClientSummary => ({
  clientId: row.clientId,
  givenNames: row.givenNames,
  familyName: row.familyName,
  municipalityCode: row.municipalityCode,
  statusCode: row.running?.statusCode ?? '',
  jobSearchStartedDate: row.running?.startedOn ?? '',
});

/** An entry of the access log. */
export const clientAccessTo = (access: Access): ClientAccess => ({
  accessTime: access.at.toISOString(),
  actorId: access.actorId,
  actorRole: access.actorRole,
  action: access.action,
  dataGroup: access.dataGroup,
  purpose: access.purpose,
  result: access.result,
});
