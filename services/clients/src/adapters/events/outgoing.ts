import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
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
import { ActorKind, type EventMeta } from '@tyovayla/proto/tyovayla/common/v1/event_meta';
import type { ClientEvents } from '../../application/ports.ts';
import type { ClientFact } from '../../domain/client/client-events.ts';
import type { StatusSpell as Spell } from '../../domain/client/job-search.ts';

const actorKinds = { STAFF: ActorKind.ACTOR_KIND_STAFF, PROGRAM: ActorKind.ACTOR_KIND_PROGRAM } as const;

const ageBands = {
  UNDER_25: AgeBand.AGE_BAND_UNDER_25,
  FROM_25_TO_59: AgeBand.AGE_BAND_25_TO_59,
  FROM_60: AgeBand.AGE_BAND_60_OR_OVER,
} as const;

const spellOf = (spell: Spell): StatusSpell => ({
  statusCode: spell.code,
  fromDate: spell.from,
  toDate: 'to' in spell ? spell.to : '',
});

/** A fact as bytes of its message in the contract. A fact without a message does not compile. */
const bodyOf = (fact: ClientFact, meta: EventMeta): Uint8Array => {
  const { clientId } = fact;
  switch (fact.type) {
    case 'ClientRegistered':
      return ClientRegistered.encode({ meta, clientId }).finish();
    case 'JobSearchStarted':
      return JobSearchStarted.encode({
        meta,
        clientId,
        jobSearchId: fact.jobSearchId,
        formerJobSearchId: fact.formerJobSearchId ?? '',
        startedDate: fact.startedOn,
        statusSpells: fact.statusSpells.map(spellOf),
        municipalityCode: fact.municipalityCode ?? '',
        foreignCitizen: fact.foreignCitizen,
        ageBand: ageBands[fact.ageBand],
      }).finish();
    case 'EmploymentStatusRecorded': {
      const { jobSearchId, statusCode, from } = fact;
      return EmploymentStatusRecorded.encode({ meta, clientId, jobSearchId, statusCode, fromDate: from }).finish();
    }
    case 'JobSearchEnded': {
      const reason = jobSearchEndReasonFromJSON(`JOB_SEARCH_END_REASON_${fact.reason}`);
      const { jobSearchId, endedOn } = fact;
      return JobSearchEnded.encode({ meta, clientId, jobSearchId, endedDate: endedOn, reason }).finish();
    }
    case 'ClientTurned25':
      return ClientTurned25.encode({ meta, clientId, turnedDate: fact.turnedOn }).finish();
    case 'ClientTurned60':
      return ClientTurned60.encode({ meta, clientId, turnedDate: fact.turnedOn }).finish();
    case 'SubsidyDays300Reached':
      return SubsidyDays300Reached.encode({ meta, clientId, reachedDate: fact.reachedOn }).finish();
    case 'MunicipalityWithheld':
      return MunicipalityWithheld.encode({ meta, clientId, fromDate: fact.from }).finish();
    case 'MunicipalityDisclosed': {
      const { from, municipalityCode } = fact;
      return MunicipalityDisclosed.encode({ meta, clientId, fromDate: from, municipalityCode }).finish();
    }
  }
};

/** Tells facts to other services: one event each, in order, its version following the client's last one. */
export const clientEvents: ClientEvents = {
  outgoing: ({ next, facts }, context) =>
    facts.map((fact, index): OutgoingEvent => {
      const eventId = context.newId();
      const aggregateVersion = next.version - facts.length + index + 1;
      const meta: EventMeta = {
        eventId,
        occurTime: context.now,
        aggregateId: next.clientId,
        aggregateVersion,
        actorKind: actorKinds[context.actor.kind],
        actorId: context.actor.id,
        correlationId: context.correlationId,
        causationId: context.requestId,
      };
      return {
        eventId,
        type: `tyovayla.clients.v1.${fact.type}`,
        concept: 'client',
        aggregateId: next.clientId,
        aggregateVersion,
        occurTime: context.now,
        body: bodyOf(fact, meta),
      };
    }),
};
