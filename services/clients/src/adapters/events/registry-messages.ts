import { jobSearchEndReasonFromJSON, type StatusSpell } from '@tyovayla/proto/tyovayla/clients/v1/client';
import {
  AgeBand,
  ClientRegistered,
  ClientTurned25,
  ClientTurned60,
  EmploymentStatusRecorded,
  JobSearchEnded,
  JobSearchStarted,
  MunicipalityDisclosed,
  MunicipalityWithheld,
  SubsidyDays300Reached,
} from '@tyovayla/proto/tyovayla/clients/v1/clients_events';
import type { RegistryFact } from '../../domain/client/client-events.ts';
import type { StatusSpell as Spell } from '../../domain/client/job-search.ts';
import type { Messages } from './telling.ts';

export const ageBands = {
  UNDER_25: AgeBand.AGE_BAND_UNDER_25,
  FROM_25_TO_59: AgeBand.AGE_BAND_25_TO_59,
  FROM_60: AgeBand.AGE_BAND_60_OR_OVER,
} as const;

export const spellOf = (spell: Spell): StatusSpell => ({
  statusCode: spell.code,
  fromDate: spell.from,
  toDate: 'to' in spell ? spell.to : '',
});

/** Messages of who is a client, their job searches and what counts of them. */
export const registryMessages: Messages<RegistryFact> = {
  ClientRegistered: ({ clientId }, { meta }) => ClientRegistered.encode({ meta, clientId }).finish(),
  JobSearchStarted: (fact, { meta, handlerId }) =>
    JobSearchStarted.encode({
      meta,
      clientId: fact.clientId,
      jobSearchId: fact.jobSearchId,
      formerJobSearchId: fact.formerJobSearchId ?? '',
      startedDate: fact.startedOn,
      statusSpells: fact.statusSpells.map(spellOf),
      municipalityCode: fact.municipalityCode ?? '',
      foreignCitizen: fact.foreignCitizen,
      ageBand: ageBands[fact.ageBand],
      handlerId,
    }).finish(),
  EmploymentStatusRecorded: ({ clientId, jobSearchId, statusCode, from }, { meta }) =>
    EmploymentStatusRecorded.encode({ meta, clientId, jobSearchId, statusCode, fromDate: from }).finish(),
  JobSearchEnded: ({ clientId, jobSearchId, endedOn, reason }, { meta }) =>
    JobSearchEnded.encode({
      meta,
      clientId,
      jobSearchId,
      endedDate: endedOn,
      reason: jobSearchEndReasonFromJSON(`JOB_SEARCH_END_REASON_${reason}`),
    }).finish(),
  ClientTurned25: ({ clientId, turnedOn }, { meta }) =>
    ClientTurned25.encode({ meta, clientId, turnedDate: turnedOn }).finish(),
  ClientTurned60: ({ clientId, turnedOn }, { meta }) =>
    ClientTurned60.encode({ meta, clientId, turnedDate: turnedOn }).finish(),
  SubsidyDays300Reached: ({ clientId, reachedOn }, { meta }) =>
    SubsidyDays300Reached.encode({ meta, clientId, reachedDate: reachedOn }).finish(),
  MunicipalityWithheld: ({ clientId, from }, { meta, handlerId }) =>
    MunicipalityWithheld.encode({ meta, clientId, fromDate: from, handlerId }).finish(),
  MunicipalityDisclosed: ({ clientId, from, municipalityCode }, { meta }) =>
    MunicipalityDisclosed.encode({ meta, clientId, fromDate: from, municipalityCode }).finish(),
};
