import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import { type LocalDate, parseLocalDate } from '@tyovayla/kernel/local-date';
import { parseMunicipalityCode } from '@tyovayla/kernel/municipality';
import type { StatusSpell } from '@tyovayla/proto/tyovayla/clients/v1/client';
import {
  AgeBand,
  ClientTurned25,
  ClientTurned60,
  EmploymentStatusRecorded,
  JobSearchEnded,
  JobSearchStarted,
  MunicipalityDisclosed,
  MunicipalityWithheld,
  SubsidyDays300Reached,
} from '@tyovayla/proto/tyovayla/clients/v1/clients_events';
import type { ReadFact } from '../../application/ports.ts';
import type { PersonFact } from '../../domain/person-picture/person-fact.ts';

/** An event that can't be counted is a fault: messaging keeps it aside and tells the operators. */
const malformed = (field: string): never => {
  throw new Error(`malformed event: ${field}`);
};

const dateOf = (field: string, text: string): LocalDate => parseLocalDate(text) ?? malformed(field);

/** National employment status codes; "06" is not in use. */
const statusOf = (code: string): string => (/^0[0-57-9]$/.test(code) ? code : malformed('status_code'));

const idOf = (field: string, id: string): string => (id === '' ? malformed(field) : id);

const bandOf = (band: AgeBand): 'UNDER_25' | '25_TO_59' | '60_OR_OVER' => {
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
  ...(event.municipalityCode === '' ? {} : { municipality: municipalityOf(event.municipalityCode) }),
  citizenship: event.foreignCitizen ? 'FOREIGN' : 'FINNISH',
  ageBand: bandOf(event.ageBand),
});

const recorded = (event: EmploymentStatusRecorded): PersonFact => ({
  kind: 'EmploymentStatusRecorded',
  jobSearchId: idOf('job_search_id', event.jobSearchId),
  status: statusOf(event.statusCode),
  from: dateOf('from_date', event.fromDate),
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
