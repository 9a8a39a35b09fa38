import { localDate } from '@tyovayla/kernel/local-date';
import { municipalityCode } from '@tyovayla/kernel/municipality';
import { JobSearchEndReason } from '@tyovayla/proto/tyovayla/clients/v1/client';
import * as contract from '@tyovayla/proto/tyovayla/clients/v1/clients_events';
import { ActorKind } from '@tyovayla/proto/tyovayla/common/v1/event_meta';
import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import type { Client } from '../../domain/client/client.ts';
import type { ClientFact } from '../../domain/client/client-events.ts';
import { aClient, aProtectedClient, clientId, jobSearchId, today } from '../../testing/builders.ts';
import { lifeCycleMessagesOfFacts } from '../../testing/life-cycle-messages.ts';
import { partMessages } from '../../testing/part-messages.ts';
import { clientEvents } from './outgoing.ts';

const now = new Date('2026-02-02T10:00:00Z');

const tellOf = (next: Client, facts: readonly ClientFact[], actor = aStaffMember('CASE_SPECIALIST')) => {
  let ids = 0;
  const context = {
    actor,
    now,
    today,
    correlationId: 'correlation-1',
    requestId: 'request-1',
    newId: () => {
      ids += 1;
      return `event-${ids}`;
    },
  };
  return clientEvents.outgoing({ next, facts }, context);
};

const tell = (facts: readonly ClientFact[], actor = aStaffMember('CASE_SPECIALIST')) =>
  tellOf(aClient({ version: 7 }), facts, actor);

type Codec = { decode(bytes: Uint8Array): object };

const decoded = (fact: ClientFact): object => {
  const [event] = tell([fact]);
  const codec = (contract as unknown as Record<string, Codec>)[fact.type];
  if (event === undefined || codec === undefined) throw new Error(`no message for ${fact.type}`);
  const { meta: _meta, ...message } = codec.decode(event.body) as { readonly meta?: object };
  return message;
};

const id = clientId(1);
const search = jobSearchId(1);
const day = localDate('2026-01-20');

/** Every fact with what its message says; a fact that is missing here does not compile. */
const messages: { readonly [Type in ClientFact['type']]: readonly [Extract<ClientFact, { type: Type }>, object] } = {
  ClientRegistered: [{ type: 'ClientRegistered', clientId: id }, { clientId: id }],
  JobSearchStarted: [
    {
      type: 'JobSearchStarted',
      clientId: id,
      jobSearchId: search,
      formerJobSearchId: jobSearchId(2),
      startedOn: day,
      statusSpells: [
        { code: '02', from: day, to: today },
        { code: '07', from: today },
      ],
      municipalityCode: municipalityCode('240'),
      foreignCitizen: true,
      ageBand: 'FROM_60',
    },
    {
      clientId: id,
      jobSearchId: search,
      formerJobSearchId: jobSearchId(2),
      startedDate: day,
      statusSpells: [
        { statusCode: '02', fromDate: day, toDate: today },
        { statusCode: '07', fromDate: today, toDate: '' },
      ],
      municipalityCode: '240',
      foreignCitizen: true,
      ageBand: contract.AgeBand.AGE_BAND_60_OR_OVER,
    },
  ],
  EmploymentStatusRecorded: [
    { type: 'EmploymentStatusRecorded', clientId: id, jobSearchId: search, statusCode: '07', from: day },
    { clientId: id, jobSearchId: search, statusCode: '07', fromDate: day },
  ],
  JobSearchEnded: [
    { type: 'JobSearchEnded', clientId: id, jobSearchId: search, endedOn: day, reason: 'MOVED_ABROAD' },
    {
      clientId: id,
      jobSearchId: search,
      endedDate: day,
      reason: JobSearchEndReason.JOB_SEARCH_END_REASON_MOVED_ABROAD,
    },
  ],
  ClientTurned25: [
    { type: 'ClientTurned25', clientId: id, turnedOn: day },
    { clientId: id, turnedDate: day },
  ],
  ClientTurned60: [
    { type: 'ClientTurned60', clientId: id, turnedOn: day },
    { clientId: id, turnedDate: day },
  ],
  SubsidyDays300Reached: [
    { type: 'SubsidyDays300Reached', clientId: id, reachedOn: day },
    { clientId: id, reachedDate: day },
  ],
  MunicipalityWithheld: [
    { type: 'MunicipalityWithheld', clientId: id, from: day },
    { clientId: id, fromDate: day },
  ],
  MunicipalityDisclosed: [
    { type: 'MunicipalityDisclosed', clientId: id, from: day, municipalityCode: municipalityCode('851') },
    { clientId: id, fromDate: day, municipalityCode: '851' },
  ],
  ...partMessages,
  ...lifeCycleMessagesOfFacts,
};

describe('telling other services what happened to a client', () => {
  it.each(Object.entries(messages))('%s says what the fact says', (_, [fact, message]) => {
    expect(decoded(fact)).toMatchObject(message);
  });

  it('has a fact for every event of the contract', () => {
    const events = Object.keys(contract).filter((name) => /^[A-Z]/.test(name) && name !== 'AgeBand');
    expect(events.sort()).toEqual(Object.keys(messages).sort());
  });

  it.each([
    ['the assigned handler of a protected client', aProtectedClient({ version: 7 }), 'staff-0004'],
    ['nobody in particular of another client', aClient({ version: 7 }), ''],
  ])('names %s to those who serve people', (_, client, handlerId) => {
    const [started, withheld] = tellOf(client, [messages.JobSearchStarted[0], messages.MunicipalityWithheld[0]]);
    const none = new Uint8Array();
    expect(contract.JobSearchStarted.decode(started?.body ?? none).handlerId).toBe(handlerId);
    expect(contract.MunicipalityWithheld.decode(withheld?.body ?? none).handlerId).toBe(handlerId);
  });

  it('numbers the facts of one change up to the client’s new version', () => {
    const facts = [messages.MunicipalityWithheld[0], messages.JobSearchStarted[0]];
    expect(
      tell(facts).map(({ eventId, type, aggregateId, aggregateVersion }) => [
        eventId,
        type,
        aggregateId,
        aggregateVersion,
      ]),
    ).toEqual([
      ['event-1', 'tyovayla.clients.v1.MunicipalityWithheld', id, 6],
      ['event-2', 'tyovayla.clients.v1.JobSearchStarted', id, 7],
    ]);
  });

  it.each([
    [aStaffMember('CASE_SPECIALIST'), ActorKind.ACTOR_KIND_STAFF, 'staff-0001'],
    [aProgram('clients'), ActorKind.ACTOR_KIND_PROGRAM, 'clients'],
  ])('says who acted by code and ties the fact to the request', (actor, actorKind, actorId) => {
    const [event] = tell([messages.ClientRegistered[0]], actor);
    expect(contract.ClientRegistered.decode(event?.body ?? new Uint8Array()).meta).toMatchObject({
      eventId: 'event-1',
      occurTime: now,
      aggregateId: id,
      aggregateVersion: 7,
      actorKind,
      actorId,
      correlationId: 'correlation-1',
      causationId: 'request-1',
    });
  });
});
