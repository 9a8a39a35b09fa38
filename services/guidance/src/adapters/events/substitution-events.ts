import type { EventMeta } from '@tyovayla/proto/tyovayla/common/v1/event_meta';
import { SubstituteSet, SubstitutionEnded } from '@tyovayla/proto/tyovayla/guidance/v1/assignment_events';
import { outgoingEvent } from '@tyovayla/runtime/outgoing-event';
import type { SubstitutionEvents } from '../../application/assignment-ports.ts';
import type { SubstitutionFact } from '../../domain/assignment/substitution.ts';

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
  outgoing: (fact, aggregateVersion, context) =>
    outgoingEvent(
      { concept: 'substitution', aggregateId: idOf(fact), aggregateVersion },
      { ...context, causationId: context.requestId },
      (meta) => ({ type: `tyovayla.guidance.v1.${fact.kind}`, body: bodyOf(fact, meta) }),
    ),
};
