import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import { type LocalDate, parseLocalDate } from '@tyovayla/kernel/local-date';
import { parseMunicipalityCode } from '@tyovayla/kernel/municipality';
import type { StatusSpell } from '@tyovayla/proto/tyovayla/clients/v1/client';
import {
  AgeBand,
  AgeBandCorrected,
  ClientMergedAway,
  ClientRestored,
  ClientsMerged,
  ClientsSplit,
  ClientTurned25,
  ClientTurned60,
  EmploymentStatusRecorded,
  JobSearchEnded,
  JobSearchStarted,
  JobSearchTakenIn,
  JobSearchTransferredOut,
  MunicipalityChanged,
  MunicipalityDisclosed,
  MunicipalityWithheld,
  SubsidyDays300Reached,
} from '@tyovayla/proto/tyovayla/clients/v1/clients_events';
import type { CountedJobSearch as RetoldSearch } from '@tyovayla/proto/tyovayla/clients/v1/counted_history';
import type { ReadFact } from '../../application/ports.ts';
import type { PersonFact } from '../../domain/person-picture/person-fact.ts';
import type { AgeBand as AgeBandName, CountedJobSearch } from '../../domain/person-picture/person-picture.ts';

/** An event that can't be counted is a fault: messaging keeps it aside and tells the operators. */
const malformed = (field: string): never => {
  throw new Error(`malformed event: ${field}`);
};

const dateOf = (field: string, text: string): LocalDate => parseLocalDate(text) ?? malformed(field);

/** National employment status codes; "06" is not in use. */
const statusOf = (code: string): string => (/^0[0-57-9]$/.test(code) ? code : malformed('status_code'));

const idOf = (field: string, id: string): string => (id === '' ? malformed(field) : id);

const bandOf = (band: AgeBand): AgeBandName => {
  switch (band) {
    case AgeBand.AGE_BAND_UNDER_25:
      return 'UNDER_25';
    case AgeBand.AGE_BAND_25_TO_59:
      return '25_TO_59';
    case AgeBand.AGE_BAND_60_OR_OVER:
      return '60_OR_OVER';
    default:
      return malformed('age_band');
  }
};

const municipalityOf = (code: string): string => parseMunicipalityCode(code) ?? malformed('municipality_code');

const spellOf = ({ statusCode, fromDate, toDate }: StatusSpell) => ({
  status: statusOf(statusCode),
  from: dateOf('status_spells.from_date', fromDate),
  ...(toDate === '' ? {} : { to: dateOf('status_spells.to_date', toDate) }),
});

const started = (event: JobSearchStarted): PersonFact => ({
  kind: 'JobSearchStarted',
  jobSearchId: idOf('job_search_id', event.jobSearchId),
  startedOn: dateOf('started_date', event.startedDate),
  spells: event.statusSpells.map(spellOf),
  ...placed(event.municipalityCode),
  citizenship: event.foreignCitizen ? 'FOREIGN' : 'FINNISH',
  ageBand: bandOf(event.ageBand),
});

const recorded = (event: EmploymentStatusRecorded): PersonFact => ({
  kind: 'EmploymentStatusRecorded',
  jobSearchId: idOf('job_search_id', event.jobSearchId),
  status: statusOf(event.statusCode),
  from: dateOf('from_date', event.fromDate),
});

const placed = (municipalityCode: string): { readonly municipality?: string } =>
  municipalityCode === '' ? {} : { municipality: municipalityOf(municipalityCode) };

const takenIn = (event: JobSearchTakenIn): PersonFact => ({
  kind: 'JobSearchTakenIn',
  jobSearchId: idOf('job_search_id', event.jobSearchId),
  takenInOn: dateOf('taken_in_date', event.takenInDate),
  startedOn: dateOf('started_date', event.startedDate),
  spells: event.statusSpells.map(spellOf),
  ...placed(event.municipalityCode),
  citizenship: event.foreignCitizen ? 'FOREIGN' : 'FINNISH',
  ageBand: bandOf(event.ageBand),
});

const ended = (event: JobSearchEnded): PersonFact => ({
  kind: 'JobSearchEnded',
  jobSearchId: idOf('job_search_id', event.jobSearchId),
  lastDay: dateOf('ended_date', event.endedDate),
});

const disclosed = (event: MunicipalityDisclosed): PersonFact => ({
  kind: 'MunicipalityDisclosed',
  from: dateOf('from_date', event.fromDate),
  municipality: municipalityOf(event.municipalityCode),
});

type Reader = (body: Uint8Array) => { readonly clientId: string; readonly fact: PersonFact };

const reader =
  <Message extends { readonly clientId: string }>(
    codec: { decode(body: Uint8Array): Message },
    factOf: (message: Message) => PersonFact,
  ): Reader =>
  (body) => {
    const message = codec.decode(body);
    return { clientId: message.clientId, fact: factOf(message) };
  };

const band =
  (reached: '25_TO_59' | '60_OR_OVER') =>
  (event: { readonly turnedDate: string }): PersonFact => ({
    kind: 'AgeBandReached',
    band: reached,
    on: dateOf('turned_date', event.turnedDate),
  });

type Retold = Pick<ClientsMerged, 'history' | 'ageBand' | 'turned25Date' | 'turned60Date'>;

/** A history that is told anew, with the birthdays that lie in it. */
const replaced = (event: Retold): PersonFact => {
  const history = event.history ?? malformed('history');
  const jobSearches = history.jobSearches.map(countedSearch);
  const first = jobSearches[0]?.from ?? malformed('history.job_searches');
  const turned = (band: AgeBandName, field: string, text: string) =>
    text === '' ? [] : [{ band, from: dateOf(field, text) }];
  return {
    kind: 'HistoryReplaced',
    jobSearches,
    residences: history.residences.map(({ fromDate, municipalityCode }) => ({
      from: dateOf('history.residences.from_date', fromDate),
      municipality: municipalityOf(municipalityCode),
    })),
    ageBands: [
      { band: bandOf(event.ageBand), from: first },
      ...turned('25_TO_59', 'turned_25_date', event.turned25Date),
      ...turned('60_OR_OVER', 'turned_60_date', event.turned60Date),
    ],
    ...(history.subsidy300ReachedDate === ''
      ? {}
      : { subsidy300From: dateOf('history.subsidy_300_reached_date', history.subsidy300ReachedDate) }),
  };
};

const countedSearch = (search: RetoldSearch): CountedJobSearch => ({
  jobSearchId: idOf('history.job_searches.job_search_id', search.jobSearchId),
  from: dateOf('history.job_searches.from_date', search.fromDate),
  ...(search.toDate === '' ? {} : { to: dateOf('history.job_searches.to_date', search.toDate) }),
  citizenship: search.foreignCitizen ? 'FOREIGN' : 'FINNISH',
  spells: search.statusSpells.map(spellOf),
});

/** Every event that is counted. ClientRegistered isn't: nobody is counted before a job search starts. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['tyovayla.clients.v1.JobSearchStarted', reader(JobSearchStarted, started)],
  ['tyovayla.clients.v1.EmploymentStatusRecorded', reader(EmploymentStatusRecorded, recorded)],
  ['tyovayla.clients.v1.JobSearchEnded', reader(JobSearchEnded, ended)],
  ['tyovayla.clients.v1.ClientTurned25', reader(ClientTurned25, band('25_TO_59'))],
  ['tyovayla.clients.v1.ClientTurned60', reader(ClientTurned60, band('60_OR_OVER'))],
  [
    'tyovayla.clients.v1.SubsidyDays300Reached',
    reader(SubsidyDays300Reached, (event) => ({
      kind: 'SubsidyDays300Reached',
      on: dateOf('reached_date', event.reachedDate),
    })),
  ],
  [
    'tyovayla.clients.v1.MunicipalityWithheld',
    reader(MunicipalityWithheld, (event) => ({
      kind: 'MunicipalityWithheld',
      from: dateOf('from_date', event.fromDate),
    })),
  ],
  ['tyovayla.clients.v1.MunicipalityDisclosed', reader(MunicipalityDisclosed, disclosed)],
  [
    'tyovayla.clients.v1.MunicipalityChanged',
    reader(MunicipalityChanged, (event) => ({
      kind: 'MunicipalityChanged',
      from: dateOf('from_date', event.fromDate),
      municipality: municipalityOf(event.municipalityCode),
    })),
  ],
  [
    'tyovayla.clients.v1.JobSearchTransferredOut',
    reader(JobSearchTransferredOut, (event) => ({
      kind: 'JobSearchTransferredOut',
      jobSearchId: idOf('job_search_id', event.jobSearchId),
      on: dateOf('transferred_date', event.transferredDate),
    })),
  ],
  ['tyovayla.clients.v1.JobSearchTakenIn', reader(JobSearchTakenIn, takenIn)],
  [
    'tyovayla.clients.v1.AgeBandCorrected',
    reader(AgeBandCorrected, (event) => ({
      kind: 'AgeBandCorrected',
      from: dateOf('from_date', event.fromDate),
      band: bandOf(event.ageBand),
    })),
  ],
  ['tyovayla.clients.v1.ClientsMerged', reader(ClientsMerged, replaced)],
  ['tyovayla.clients.v1.ClientsSplit', reader(ClientsSplit, replaced)],
  ['tyovayla.clients.v1.ClientRestored', reader(ClientRestored, replaced)],
  ['tyovayla.clients.v1.ClientMergedAway', reader(ClientMergedAway, () => ({ kind: 'MergedAway' }))],
]);

/**
 * A received event as a fact to count; undefined for types that aren't counted, such as those of a later release.
 * Throws on a body that is no such message, an unknown code, date or age band, or a person other than the envelope's.
 */
export const readFact: ReadFact = (event: ReceivedEvent) => {
  const read = readers.get(event.type);
  if (read === undefined) return undefined;
  const fact = read(event.body);
  return fact.clientId === event.aggregateId ? fact : malformed('client_id');
};
