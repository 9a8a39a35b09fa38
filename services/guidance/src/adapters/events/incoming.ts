import { parseLocalDate } from '@tyovayla/kernel/local-date';
import {
  JobSearchEnded,
  JobSearchStarted,
  MunicipalityDisclosed,
  MunicipalityWithheld,
} from '@tyovayla/proto/tyovayla/clients/v1/clients_events';
import type { AnyReaction, Reaction } from '@tyovayla/runtime/reaction';
import type { ClientReactions } from '../../application/reactions/plan-interviews.ts';
import type { StartedJobSearch } from '../../domain/initial-interview/initial-interview.ts';

/** Reads the fact for the domain. Throws on a date that is none: the event is parked, not guessed at. */
const startedJobSearch = (event: JobSearchStarted): StartedJobSearch => {
  const startedOn = parseLocalDate(event.startedDate);
  if (startedOn === undefined) throw new Error('started_date is not a date');
  const { clientId, jobSearchId, municipalityCode } = event;
  return { clientId, jobSearchId, startedOn, withheld: municipalityCode === '' };
};

/** The client registry's events that guidance acts on; it passes over all others. */
export const clientReactions = (reactions: ClientReactions): readonly AnyReaction[] => {
  const started: Reaction<JobSearchStarted> = {
    name: 'when-job-search-started',
    on: 'tyovayla.clients.v1.JobSearchStarted',
    decode: (body) => JobSearchStarted.decode(body),
    react: (tx, event) => reactions.whenJobSearchStarted(tx, startedJobSearch(event)),
  };
  const ended: Reaction<JobSearchEnded> = {
    name: 'when-job-search-ended',
    on: 'tyovayla.clients.v1.JobSearchEnded',
    decode: (body) => JobSearchEnded.decode(body),
    react: (tx, event) => reactions.whenJobSearchEnded(tx, event.clientId),
  };
  const withheld: Reaction<MunicipalityWithheld> = {
    name: 'when-municipality-withheld',
    on: 'tyovayla.clients.v1.MunicipalityWithheld',
    decode: (body) => MunicipalityWithheld.decode(body),
    react: (tx, event) => reactions.whenMunicipalityWithheld(tx, event.clientId),
  };
  const disclosed: Reaction<MunicipalityDisclosed> = {
    name: 'when-municipality-disclosed',
    on: 'tyovayla.clients.v1.MunicipalityDisclosed',
    decode: (body) => MunicipalityDisclosed.decode(body),
    react: (tx, event) => reactions.whenMunicipalityDisclosed(tx, event.clientId),
  };
  return [started, ended, withheld, disclosed];
};
