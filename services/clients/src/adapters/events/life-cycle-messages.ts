import {
  AgeBandCorrected,
  ClientAnonymised,
  ClientMergedAway,
  ClientRestored,
  ClientsMerged,
  ClientsSplit,
  JobSearchTakenIn,
  JobSearchTransferredOut,
  MunicipalityChanged,
  ProtectedHandlerReassigned,
} from '@tyovayla/proto/tyovayla/clients/v1/clients_events';
import type { CountedHistory as HistoryMessage } from '@tyovayla/proto/tyovayla/clients/v1/counted_history';
import type { CountedHistory, LifeCycleFact } from '../../domain/client/life-cycle-events.ts';
import { ageBands, spellOf } from './registry-messages.ts';
import type { Messages } from './telling.ts';

const historyOf = ({ jobSearches, residences, subsidy300ReachedOn }: CountedHistory): HistoryMessage => ({
  jobSearches: jobSearches.map(({ jobSearchId, from, to, statusSpells, foreignCitizen }) => ({
    jobSearchId,
    fromDate: from,
    toDate: to ?? '',
    statusSpells: statusSpells.map(spellOf),
    foreignCitizen,
  })),
  residences: residences.map(({ from, municipalityCode }) => ({ fromDate: from, municipalityCode })),
  subsidy300ReachedDate: subsidy300ReachedOn ?? '',
});

const historyFields = (history: CountedHistory) => ({
  history: historyOf(history),
  ageBand: ageBands[history.ageBand],
  turned25Date: history.turned25On ?? '',
  turned60Date: history.turned60On ?? '',
});

/** Messages of what happens to a record as such. */
export const lifeCycleMessages: Messages<LifeCycleFact> = {
  MunicipalityChanged: ({ clientId, from, municipalityCode }, { meta }) =>
    MunicipalityChanged.encode({ meta, clientId, fromDate: from, municipalityCode }).finish(),
  ProtectedHandlerReassigned: ({ clientId, handlerId }, { meta }) =>
    ProtectedHandlerReassigned.encode({ meta, clientId, handlerId }).finish(),
  JobSearchTransferredOut: ({ clientId, jobSearchId, transferredOn, toArea = '' }, { meta }) =>
    JobSearchTransferredOut.encode({
      meta,
      clientId,
      jobSearchId,
      transferredDate: transferredOn,
      toAreaCode: toArea,
    }).finish(),
  JobSearchTakenIn: (fact, { meta, handlerId }) =>
    JobSearchTakenIn.encode({
      meta,
      clientId: fact.clientId,
      jobSearchId: fact.jobSearchId,
      formerJobSearchId: fact.formerJobSearchId ?? '',
      takenInDate: fact.takenInOn,
      startedDate: fact.startedOn,
      statusSpells: fact.statusSpells.map(spellOf),
      municipalityCode: fact.municipalityCode ?? '',
      foreignCitizen: fact.foreignCitizen,
      ageBand: ageBands[fact.ageBand],
      handlerId,
    }).finish(),
  AgeBandCorrected: ({ clientId, from, ageBand }, { meta }) =>
    AgeBandCorrected.encode({ meta, clientId, fromDate: from, ageBand: ageBands[ageBand] }).finish(),
  ClientsMerged: ({ clientId, mergedClientId, history }, { meta, handlerId }) =>
    ClientsMerged.encode({ meta, clientId, mergedClientId, ...historyFields(history), handlerId }).finish(),
  ClientMergedAway: ({ clientId, keptClientId }, { meta }) =>
    ClientMergedAway.encode({ meta, clientId, keptClientId }).finish(),
  ClientsSplit: ({ clientId, splitClientId, history }, { meta, handlerId }) =>
    ClientsSplit.encode({ meta, clientId, splitClientId, ...historyFields(history), handlerId }).finish(),
  ClientRestored: ({ clientId, keptClientId, history }, { meta, handlerId }) =>
    ClientRestored.encode({ meta, clientId, keptClientId, ...historyFields(history), handlerId }).finish(),
  ClientAnonymised: ({ clientId }, { meta }) => ClientAnonymised.encode({ meta, clientId }).finish(),
};
