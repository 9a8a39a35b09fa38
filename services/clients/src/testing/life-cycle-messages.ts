import { localDate } from '@tyovayla/kernel/local-date';
import { municipalityCode } from '@tyovayla/kernel/municipality';
import { AgeBand } from '@tyovayla/proto/tyovayla/clients/v1/clients_events';
import type { AreaCode } from '../domain/client/job-search.ts';
import type { CountedHistory, LifeCycleFact } from '../domain/client/life-cycle-events.ts';
import { clientId, jobSearchId, today } from './builders.ts';

type MessageOf = {
  readonly [Type in LifeCycleFact['type']]: readonly [Extract<LifeCycleFact, { type: Type }>, object];
};

const id = clientId(1);
const day = localDate('2026-01-12');
const oulu = 'oulu' as AreaCode;

const history: CountedHistory = {
  jobSearches: [
    {
      jobSearchId: jobSearchId(2),
      from: day,
      to: today,
      statusSpells: [{ code: '02', from: day, to: today }],
      foreignCitizen: true,
    },
    { jobSearchId: jobSearchId(1), from: today, statusSpells: [{ code: '07', from: today }], foreignCitizen: true },
  ],
  residences: [{ from: day, municipalityCode: municipalityCode('751') }],
  subsidy300ReachedOn: today,
  ageBand: 'UNDER_25',
  turned25On: today,
};

const historyMessage = {
  history: {
    jobSearches: [
      {
        jobSearchId: jobSearchId(2),
        fromDate: day,
        toDate: today,
        statusSpells: [{ statusCode: '02', fromDate: day, toDate: today }],
        foreignCitizen: true,
      },
      { jobSearchId: jobSearchId(1), fromDate: today, toDate: '', foreignCitizen: true },
    ],
    residences: [{ fromDate: day, municipalityCode: '751' }],
    subsidy300ReachedDate: today,
  },
  ageBand: AgeBand.AGE_BAND_UNDER_25,
  turned25Date: today,
  turned60Date: '',
};

/** Every fact of the life of a record with what its message says; one that is missing does not compile. */
export const lifeCycleMessagesOfFacts: MessageOf = {
  MunicipalityChanged: [
    { type: 'MunicipalityChanged', clientId: id, from: day, municipalityCode: municipalityCode('751') },
    { clientId: id, fromDate: day, municipalityCode: '751' },
  ],
  ProtectedHandlerReassigned: [
    { type: 'ProtectedHandlerReassigned', clientId: id, handlerId: 'staff-0014' },
    { clientId: id, handlerId: 'staff-0014' },
  ],
  JobSearchTransferredOut: [
    { type: 'JobSearchTransferredOut', clientId: id, jobSearchId: jobSearchId(1), transferredOn: today, toArea: oulu },
    { clientId: id, jobSearchId: jobSearchId(1), transferredDate: today, toAreaCode: 'oulu' },
  ],
  JobSearchTakenIn: [
    {
      type: 'JobSearchTakenIn',
      clientId: id,
      jobSearchId: jobSearchId(1),
      formerJobSearchId: jobSearchId(2),
      takenInOn: today,
      startedOn: day,
      statusSpells: [{ code: '02', from: day }],
      municipalityCode: municipalityCode('751'),
      foreignCitizen: false,
      ageBand: 'FROM_60',
    },
    {
      clientId: id,
      jobSearchId: jobSearchId(1),
      formerJobSearchId: jobSearchId(2),
      takenInDate: today,
      startedDate: day,
      statusSpells: [{ statusCode: '02', fromDate: day, toDate: '' }],
      municipalityCode: '751',
      ageBand: AgeBand.AGE_BAND_60_OR_OVER,
    },
  ],
  AgeBandCorrected: [
    { type: 'AgeBandCorrected', clientId: id, from: day, ageBand: 'UNDER_25' },
    { clientId: id, fromDate: day, ageBand: AgeBand.AGE_BAND_UNDER_25 },
  ],
  ClientsMerged: [
    { type: 'ClientsMerged', clientId: id, mergedClientId: clientId(2), history },
    { clientId: id, mergedClientId: clientId(2), ...historyMessage },
  ],
  ClientMergedAway: [
    { type: 'ClientMergedAway', clientId: clientId(2), keptClientId: id },
    { clientId: clientId(2), keptClientId: id },
  ],
  ClientsSplit: [
    { type: 'ClientsSplit', clientId: id, splitClientId: clientId(2), history },
    { clientId: id, splitClientId: clientId(2), ...historyMessage },
  ],
  ClientRestored: [
    { type: 'ClientRestored', clientId: clientId(2), keptClientId: id, history },
    { clientId: clientId(2), keptClientId: id, ...historyMessage },
  ],
  ClientAnonymised: [{ type: 'ClientAnonymised', clientId: id }, { clientId: id }],
};
