import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import { helsinkiDate, type LocalDate, parseLocalDate } from '@tyovayla/kernel/local-date';
import { jobSearchEndReasonToJSON, type StatusSpell } from '@tyovayla/proto/tyovayla/clients/v1/client';
import * as told from '@tyovayla/proto/tyovayla/clients/v1/clients_events';
import type { CountedHistory } from '@tyovayla/proto/tyovayla/clients/v1/counted_history';
import type { CaseJobSearch, ClientAge } from '../../domain/client-case/client-case.ts';
import type { ClientNews, NewsOf, Residence } from '../../domain/client-case/client-news.ts';

/** Throws on a text that is no date: the event is parked, not guessed at. */
const dateOf = (text: string, field: string): LocalDate => {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`${field} is not a date`);
  return date;
};

const residenceOf = (event: { readonly municipalityCode: string; readonly handlerId: string }): Residence => ({
  ...(event.municipalityCode !== '' && event.handlerId === '' && { municipalityCode: event.municipalityCode }),
  ...(event.handlerId !== '' && { handlerId: event.handlerId }),
});

const jobSearchOf = (jobSearchId: string, startedDate: string, statusSpells: readonly StatusSpell[]): CaseJobSearch => {
  const last = statusSpells.at(-1);
  if (last === undefined) throw new Error('a job search without a status');
  const startedOn = dateOf(startedDate, 'started_date');
  return { jobSearchId, startedOn, statusCode: last.statusCode, statusSince: dateOf(last.fromDate, 'from_date') };
};

const replacedBy = (event: {
  readonly clientId: string;
  readonly history?: CountedHistory | undefined;
  readonly handlerId: string;
}): NewsOf<'HistoryReplaced'> => {
  const { clientId, history, handlerId } = event;
  const running = history?.jobSearches.find(({ toDate }) => toDate === '');
  const municipalityCode = history?.residences.at(-1)?.municipalityCode ?? '';
  return {
    kind: 'HistoryReplaced',
    clientId,
    residence: residenceOf({ municipalityCode, handlerId }),
    ...(running && { jobSearch: jobSearchOf(running.jobSearchId, running.fromDate, running.statusSpells) }),
  };
};

const ageOf = (band: told.AgeBand): ClientAge => (band === told.AgeBand.AGE_BAND_UNDER_25 ? 'YOUNG' : 'OLDER');

type Reader = (body: Uint8Array, received: ReceivedEvent) => ClientNews;

const changed = (clientId: string, residence: Residence): ClientNews => ({
  kind: 'ResidenceChanged',
  clientId,
  residence,
});

const endedAs = (clientId: string, reason: string, received: ReceivedEvent): NewsOf<'JobSearchEnded'> => ({
  kind: 'JobSearchEnded',
  clientId,
  endedOn: helsinkiDate(received.occurTime),
  reason,
});

const readers: Readonly<Record<string, Reader>> = {
  JobSearchStarted: (body) => {
    const event = told.JobSearchStarted.decode(body);
    const jobSearch = jobSearchOf(event.jobSearchId, event.startedDate, event.statusSpells);
    const { clientId, foreignCitizen } = event;
    return {
      ...{ kind: 'JobSearchStarted', clientId, jobSearch, residence: residenceOf(event), foreignCitizen },
      age: ageOf(event.ageBand),
    };
  },
  JobSearchTakenIn: (body) => {
    const event = told.JobSearchTakenIn.decode(body);
    const jobSearch = jobSearchOf(event.jobSearchId, event.startedDate, event.statusSpells);
    const { clientId, foreignCitizen } = event;
    return {
      ...{ kind: 'JobSearchTakenIn', clientId, jobSearch, residence: residenceOf(event), foreignCitizen },
      age: ageOf(event.ageBand),
    };
  },
  EmploymentStatusRecorded: (body) => {
    const { clientId, jobSearchId, statusCode, fromDate } = told.EmploymentStatusRecorded.decode(body);
    const from = dateOf(fromDate, 'from_date');
    return { kind: 'EmploymentStatusRecorded', clientId, jobSearchId, statusCode, from };
  },
  JobSearchEnded: (body) => {
    const { clientId, jobSearchId, endedDate, reason } = told.JobSearchEnded.decode(body);
    const code = jobSearchEndReasonToJSON(reason).replace('JOB_SEARCH_END_REASON_', '');
    return {
      kind: 'JobSearchEnded',
      clientId,
      jobSearchId,
      endedOn: dateOf(endedDate, 'ended_date'),
      reason: code,
    };
  },
  JobSearchTransferredOut: (body) => {
    const { clientId, jobSearchId, transferredDate } = told.JobSearchTransferredOut.decode(body);
    const endedOn = dateOf(transferredDate, 'transferred_date');
    return { kind: 'JobSearchEnded', clientId, jobSearchId, endedOn, reason: 'TRANSFERRED_OUT' };
  },
  MunicipalityWithheld: (body) => {
    const { clientId, handlerId } = told.MunicipalityWithheld.decode(body);
    return changed(clientId, residenceOf({ municipalityCode: '', handlerId }));
  },
  MunicipalityDisclosed: (body) => {
    const { clientId, municipalityCode } = told.MunicipalityDisclosed.decode(body);
    return changed(clientId, { municipalityCode });
  },
  MunicipalityChanged: (body) => {
    const { clientId, municipalityCode } = told.MunicipalityChanged.decode(body);
    return changed(clientId, { municipalityCode });
  },
  ProtectedHandlerReassigned: (body) => {
    const { clientId, handlerId } = told.ProtectedHandlerReassigned.decode(body);
    return changed(clientId, residenceOf({ municipalityCode: '', handlerId }));
  },
  ClientTurned25: (body) => ({ kind: 'AgeKnown', clientId: told.ClientTurned25.decode(body).clientId, age: 'OLDER' }),
  AgeBandCorrected: (body) => {
    const { clientId, ageBand } = told.AgeBandCorrected.decode(body);
    return { kind: 'AgeKnown', clientId, age: ageOf(ageBand) };
  },
  SubsidyDays300Reached: (body) => {
    const { clientId, reachedDate } = told.SubsidyDays300Reached.decode(body);
    return { kind: 'SubsidyReached', clientId, reachedOn: dateOf(reachedDate, 'reached_date') };
  },
  ProfilePublished: (body) => {
    const { clientId, publishedDate } = told.ProfilePublished.decode(body);
    return { kind: 'ProfilePublished', clientId, publishedOn: dateOf(publishedDate, 'published_date') };
  },
  ProfileWithdrawn: (body) => ({ kind: 'ProfileWithdrawn', clientId: told.ProfileWithdrawn.decode(body).clientId }),
  ClientsMerged: (body) => {
    const event = told.ClientsMerged.decode(body);
    return { ...replacedBy(event), merge: { kind: 'JOINED', clientId: event.mergedClientId } };
  },
  ClientsSplit: (body) => {
    const event = told.ClientsSplit.decode(body);
    return { ...replacedBy(event), merge: { kind: 'PARTED', clientId: event.splitClientId } };
  },
  ClientRestored: (body) => replacedBy(told.ClientRestored.decode(body)),
  ClientMergedAway: (body, received) => {
    const { clientId, keptClientId } = told.ClientMergedAway.decode(body);
    return { ...endedAs(clientId, 'MERGED_AWAY', received), intoClientId: keptClientId };
  },
  ClientAnonymised: (body, received) => endedAs(told.ClientAnonymised.decode(body).clientId, 'ANONYMISED', received),
};

const prefix = 'tyovayla.clients.v1.';

/**
 * The client registry's event as guidance understands it; undefined for one that it passes over. Throws on what it
 * can't read: the event is parked.
 */
export const clientNewsFrom = (received: ReceivedEvent): ClientNews | undefined => {
  const { type, body } = received;
  if (!type.startsWith(prefix)) return undefined;
  const name = type.slice(prefix.length);
  return Object.hasOwn(readers, name) ? readers[name]?.(body, received) : undefined;
};
