import { addDays } from '@tyovayla/kernel/local-date';
import {
  type Client,
  type ClientSummary,
  type JobSearch,
  JobSearchEndReason,
  type ProtectionOrder,
  type StatusSpell,
} from '@tyovayla/proto/tyovayla/clients/v1/client';
import type { ClientListRow } from '../../application/queries/client-record.ts';
import type { ClientCard } from '../../application/queries/get-client.ts';
import {
  countedUntil,
  type JobSearch as Search,
  type StatusSpell as Spell,
  statusSpellsOf,
} from '../../domain/client/job-search.ts';
import type { ProtectionOrder as Order } from '../../domain/client/protection-order.ts';
import { endReasonTo, languageTo } from './contract-enums.ts';

export const spellTo = (spell: Spell): StatusSpell => ({
  statusCode: spell.code,
  fromDate: spell.from,
  toDate: 'to' in spell ? spell.to : '',
});

/** The last day here, also of a search that went to another area; empty while it runs. */
const lastDayOf = (jobSearch: Search): string => {
  const until = countedUntil(jobSearch);
  return until === undefined ? '' : addDays(until, -1);
};

const jobSearchTo = (jobSearch: Search): JobSearch => ({
  jobSearchId: jobSearch.jobSearchId,
  formerJobSearchId: jobSearch.formerJobSearchId ?? '',
  startedDate: jobSearch.startedOn,
  endedDate: lastDayOf(jobSearch),
  endReason:
    jobSearch.status === 'ENDED'
      ? endReasonTo(jobSearch.endReason)
      : JobSearchEndReason.JOB_SEARCH_END_REASON_UNSPECIFIED,
  statusSpells: statusSpellsOf(jobSearch).map(spellTo),
  ...(jobSearch.status === 'TRANSFERRED' && {
    transferredDate: jobSearch.transferredOn,
    transferredToAreaCode: jobSearch.toArea,
  }),
  ...(jobSearch.takenIn && {
    takenInDate: jobSearch.takenIn.on,
    takenInFromAreaCode: jobSearch.takenIn.fromArea,
  }),
});

export const protectionOrderTo = (order: Order): ProtectionOrder => ({
  validFromDate: order.validFrom,
  validToDate: order.validTo ?? '',
  handlerId: order.handlerId,
});

/** A client's page as the contract has it. */
export const clientTo = ({ clientId, version, person, birthDate, ...record }: ClientCard): Client => ({
  clientId,
  interpreterLanguage: record.interpreterLanguage,
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
  residentSinceDate: record.residentSince,
  ...(record.subsidy300ReachedOn && { subsidy300ReachedDate: record.subsidy300ReachedOn }),
  contactAddress: record.contactAddress,
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
