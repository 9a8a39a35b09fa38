import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import {
  AgeBand,
  AgeBandCorrected,
  ClientMergedAway,
  ClientRegistered,
  ClientsMerged,
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
import type { PersonFact } from '../domain/person-picture/person-fact.ts';
import type { StatusSpell } from '../domain/statistical-class/status-spell.ts';
import type { LifeStory } from './life-story.ts';

type Message = { readonly name: string; readonly body: Uint8Array };

const bands = {
  UNDER_25: AgeBand.AGE_BAND_UNDER_25,
  '25_TO_59': AgeBand.AGE_BAND_25_TO_59,
  '60_OR_OVER': AgeBand.AGE_BAND_60_OR_OVER,
} as const;

const spellMessage = ({ status, from, to }: StatusSpell) => ({ statusCode: status, fromDate: from, toDate: to ?? '' });

const startedMessage = (clientId: string, fact: Extract<PersonFact, { kind: 'JobSearchStarted' }>): Uint8Array =>
  JobSearchStarted.encode(
    JobSearchStarted.fromPartial({
      clientId,
      jobSearchId: fact.jobSearchId,
      startedDate: fact.startedOn,
      statusSpells: fact.spells.map(spellMessage),
      municipalityCode: fact.municipality ?? '',
      foreignCitizen: fact.citizenship === 'FOREIGN',
      ageBand: bands[fact.ageBand],
    }),
  ).finish();

const turnedMessage = (clientId: string, fact: Extract<PersonFact, { kind: 'AgeBandReached' }>): Message => {
  const turned = { clientId, turnedDate: fact.on };
  return fact.band === '60_OR_OVER'
    ? { name: 'ClientTurned60', body: ClientTurned60.encode(ClientTurned60.fromPartial(turned)).finish() }
    : { name: 'ClientTurned25', body: ClientTurned25.encode(ClientTurned25.fromPartial(turned)).finish() };
};

const searchMessage = (
  clientId: string,
  fact: Extract<PersonFact, { kind: 'EmploymentStatusRecorded' | 'JobSearchEnded' }>,
): Uint8Array => {
  const { jobSearchId } = fact;
  return fact.kind === 'JobSearchEnded'
    ? JobSearchEnded.encode(JobSearchEnded.fromPartial({ clientId, jobSearchId, endedDate: fact.lastDay })).finish()
    : EmploymentStatusRecorded.encode(
        EmploymentStatusRecorded.fromPartial({
          clientId,
          jobSearchId,
          statusCode: fact.status,
          fromDate: fact.from,
        }),
      ).finish();
};

type AreaFact = Extract<PersonFact, { kind: 'JobSearchTransferredOut' | 'JobSearchTakenIn' | 'MunicipalityChanged' }>;

const areaMessage = (clientId: string, fact: AreaFact): Uint8Array => {
  if (fact.kind === 'MunicipalityChanged') {
    const changed = { clientId, fromDate: fact.from, municipalityCode: fact.municipality };
    return MunicipalityChanged.encode(MunicipalityChanged.fromPartial(changed)).finish();
  }
  const { jobSearchId } = fact;
  if (fact.kind === 'JobSearchTransferredOut') {
    const out = { clientId, jobSearchId, transferredDate: fact.on };
    return JobSearchTransferredOut.encode(JobSearchTransferredOut.fromPartial(out)).finish();
  }
  return JobSearchTakenIn.encode(
    JobSearchTakenIn.fromPartial({
      clientId,
      jobSearchId,
      takenInDate: fact.takenInOn,
      startedDate: fact.startedOn,
      statusSpells: fact.spells.map(spellMessage),
      municipalityCode: fact.municipality ?? '',
      foreignCitizen: fact.citizenship === 'FOREIGN',
      ageBand: bands[fact.ageBand],
    }),
  ).finish();
};

const replacedMessage = (clientId: string, fact: Extract<PersonFact, { kind: 'HistoryReplaced' }>): Message => {
  const [first, ...turned] = fact.ageBands;
  const turnedOn = (band: string): string => turned.find((age) => age.band === band)?.from ?? '';
  const merged = ClientsMerged.fromPartial({
    clientId,
    mergedClientId: 'another',
    history: {
      jobSearches: fact.jobSearches.map(({ jobSearchId, from, to, citizenship, spells }) => ({
        jobSearchId,
        fromDate: from,
        toDate: to ?? '',
        statusSpells: spells.map(spellMessage),
        foreignCitizen: citizenship === 'FOREIGN',
      })),
      residences: fact.residences.map(({ from, municipality }) => ({
        fromDate: from,
        municipalityCode: municipality ?? '',
      })),
      subsidy300ReachedDate: fact.subsidy300From ?? '',
    },
    ageBand: bands[first?.band ?? '25_TO_59'],
    turned25Date: turnedOn('25_TO_59'),
    turned60Date: turnedOn('60_OR_OVER'),
  });
  return { name: 'ClientsMerged', body: ClientsMerged.encode(merged).finish() };
};

const messageOf = (clientId: string, fact: PersonFact): Message => {
  switch (fact.kind) {
    case 'ClientRegistered':
      return { name: fact.kind, body: ClientRegistered.encode(ClientRegistered.fromPartial({ clientId })).finish() };
    case 'JobSearchStarted':
      return { name: fact.kind, body: startedMessage(clientId, fact) };
    case 'EmploymentStatusRecorded':
    case 'JobSearchEnded':
      return { name: fact.kind, body: searchMessage(clientId, fact) };
    case 'JobSearchTransferredOut':
    case 'JobSearchTakenIn':
    case 'MunicipalityChanged':
      return { name: fact.kind, body: areaMessage(clientId, fact) };
    case 'HistoryReplaced':
      return replacedMessage(clientId, fact);
    case 'MergedAway': {
      const away = ClientMergedAway.fromPartial({ clientId, keptClientId: 'another' });
      return { name: 'ClientMergedAway', body: ClientMergedAway.encode(away).finish() };
    }
    case 'AgeBandCorrected': {
      const corrected = AgeBandCorrected.fromPartial({ clientId, fromDate: fact.from, ageBand: bands[fact.band] });
      return { name: fact.kind, body: AgeBandCorrected.encode(corrected).finish() };
    }
    case 'AgeBandReached':
      return turnedMessage(clientId, fact);
    case 'SubsidyDays300Reached': {
      const reached = SubsidyDays300Reached.fromPartial({ clientId, reachedDate: fact.on });
      return { name: fact.kind, body: SubsidyDays300Reached.encode(reached).finish() };
    }
    case 'MunicipalityWithheld': {
      const withheld = MunicipalityWithheld.fromPartial({ clientId, fromDate: fact.from });
      return { name: fact.kind, body: MunicipalityWithheld.encode(withheld).finish() };
    }
    case 'MunicipalityDisclosed': {
      const { from, municipality } = fact;
      const disclosed = MunicipalityDisclosed.fromPartial({ clientId, fromDate: from, municipalityCode: municipality });
      return { name: fact.kind, body: MunicipalityDisclosed.encode(disclosed).finish() };
    }
  }
};

/** A fact as it is received, before it has a position. */
export type ArrivingEvent = Omit<ReceivedEvent, 'position'>;

/** A story's facts as the clients service publishes them. */
export const eventsOf = ({ clientId, facts }: LifeStory, newId: () => string): readonly ArrivingEvent[] =>
  facts.map((fact, index) => {
    const { name, body } = messageOf(clientId, fact);
    return {
      eventId: newId(),
      type: `tyovayla.clients.v1.${name}`,
      producer: 'clients',
      aggregateId: clientId,
      aggregateVersion: index + 1,
      occurTime: new Date('2026-11-24T08:00:00Z'),
      body,
    };
  });

/** Events of many people mixed at random, each person's in order. */
export const mixed = (
  queues: readonly (readonly ArrivingEvent[])[],
  random: () => number,
): readonly ArrivingEvent[] => {
  const open = queues.filter((queue) => queue.length > 0).map((queue) => ({ queue, next: 0 }));
  const events: ArrivingEvent[] = [];
  while (open.length > 0) {
    const at = Math.floor(random() * open.length);
    const course = open[at];
    const event = course?.queue[course.next];
    if (course === undefined || event === undefined) {
      open.splice(at, 1);
      continue;
    }
    events.push(event);
    course.next += 1;
  }
  return events;
};
