import type { HandOver } from '@tyovayla/proto/tyovayla/clients/v1/transfer';
import type { ReadableHandOver } from '../../application/queries/get-hand-over.ts';
import { languageTo } from './contract-enums.ts';
import { protectionOrderTo, spellTo } from './view-mapping.ts';

/** A hand-over record as the contract has it. */
export const handOverTo = ({ transferId, clientId, toArea, transferredOn, record }: ReadableHandOver): HandOver => ({
  transferId,
  clientId,
  toAreaCode: toArea,
  transferredDate: transferredOn,
  identityCode: record.identityCode,
  givenNames: record.givenNames,
  familyName: record.familyName,
  serviceLanguage: languageTo(record.serviceLanguage),
  citizenships: [...record.citizenships],
  contact: record.contact,
  jobSearchStartedDate: record.startedOn,
  statusSpells: record.statusSpells.map(spellTo),
  labourMarketSubsidyDays: record.subsidyDays,
  subsidy300ReachedDate: record.subsidy300ReachedOn ?? '',
  planIds: [...record.planIds],
  protectionOrder: record.protectionOrder && protectionOrderTo(record.protectionOrder),
});
