import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import { ActorKind, type EventMeta } from '@tyovayla/proto/tyovayla/common/v1/event_meta';
import { SubstituteSet, SubstitutionEnded } from '@tyovayla/proto/tyovayla/guidance/v1/assignment_events';
import type { SubstitutionEvents } from '../../application/assignment-ports.ts';
import type { SubstitutionFact } from '../../domain/assignment/substitution.ts';

const actorKinds = { STAFF: ActorKind.ACTOR_KIND_STAFF, PROGRAM: ActorKind.ACTOR_KIND_PROGRAM } as const;

const idOf = (fact: SubstitutionFact): string =>
  fact.kind === 'SubstituteSet' ? fact.substitution.substitutionId : fact.substitutionId;

const bodyOf = (fact: SubstitutionFact, meta: EventMeta): Uint8Array => {
  switch (fact.kind) {
    case 'SubstituteSet': {
      const { substitutionId, absentId, substituteId, from, to } = fact.substitution;
      return SubstituteSet.encode({
        meta,
        substitutionId,
        absentStaffId: absentId,
        substituteStaffId: substituteId,
        fromDate: from,
        toDate: to,
      }).finish();
    }
    case 'SubstitutionEnded': {
      const { substitutionId, endedOn: endedDate } = fact;
      return SubstitutionEnded.encode({ meta, substitutionId, endedDate }).finish();
    }
  }
};

/** Tells of a substitution, an aggregate of its own: no client hangs on it. */
export const substitutionEvents: SubstitutionEvents = {
  outgoing: (fact, aggregateVersion, context): OutgoingEvent => {
    const aggregateId = idOf(fact);
    const eventId = context.newId();
    const meta: EventMeta = {
      eventId,
      occurTime: context.now,
      aggregateId,
      aggregateVersion,
      actorKind: actorKinds[context.actor.kind],
      actorId: context.actor.id,
      correlationId: context.correlationId,
      causationId: context.requestId,
    };
    return {
      eventId,
      type: `tyovayla.guidance.v1.${fact.kind}`,
      concept: 'substitution',
      aggregateId,
      aggregateVersion,
      occurTime: context.now,
      body: bodyOf(fact, meta),
      ...(context.traceparent !== undefined && { traceparent: context.traceparent }),
    };
  },
};
