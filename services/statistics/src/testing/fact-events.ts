import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
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
import type { PersonFact } from '../domain/person-picture/person-fact.ts';
import type { LifeStory } from './life-story.ts';

type Message = { readonly name: string; readonly body: Uint8Array };

const bands = {
  UNDER_25: AgeBand.AGE_BAND_UNDER_25,
  '25_TO_59': AgeBand.AGE_BAND_25_TO_59,
  '60_OR_OVER': AgeBand.AGE_BAND_60_OR_OVER,
} as const;

const startedMessage = (clientId: string, fact: Extract<PersonFact, { kind: 'JobSearchStarted' }>): Uint8Array =>
  JobSearchStarted.encode(
    JobSearchStarted.fromPartial({
      clientId,
      jobSearchId: fact.jobSearchId,
      startedDate: fact.startedOn,
      statusSpells: fact.spells.map(({ status, from, to }) => ({
        statusCode: status,
        fromDate: from,
        toDate: to ?? '',
      })),
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

const messageOf = (clientId: string, fact: PersonFact): Message => {
  switch (fact.kind) {
    case 'ClientRegistered':
      return { name: fact.kind, body: ClientRegistered.encode(ClientRegistered.fromPartial({ clientId })).finish() };
    case 'JobSearchStarted':
      return { name: fact.kind, body: startedMessage(clientId, fact) };
    case 'EmploymentStatusRecorded':
    case 'JobSearchEnded':
      return { name: fact.kind, body: searchMessage(clientId, fact) };
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
