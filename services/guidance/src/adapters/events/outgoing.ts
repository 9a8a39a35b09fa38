import type { EventMeta } from '@tyovayla/proto/tyovayla/common/v1/event_meta';
import { type EncodedFact, outgoingEvent } from '@tyovayla/runtime/outgoing-event';
import type { CaseEvents } from '../../application/ports.ts';
import type { CaseFact } from '../../domain/client-case/case-fact.ts';
import { assignmentEvents } from './assignment-events.ts';
import { benefitEvents } from './benefit-events.ts';
import { expertOrderEvents } from './expert-order-events.ts';
import { meetingEvents } from './meeting-events.ts';
import { neglectEvents } from './neglect-events.ts';
import { obligationEvents, planEvents } from './plan-events.ts';
import { serviceNeedEvents } from './service-need-events.ts';
import { statementEvents } from './statement-events.ts';
import { studyDutyEvents } from './study-duty-events.ts';

/** One encoder a kind of fact. `meta.aggregateId` is the client. */
export type FactEncoders<Fact extends { readonly kind: string }> = {
  readonly [Kind in Fact['kind']]: (fact: Extract<Fact, { readonly kind: Kind }>, meta: EventMeta) => EncodedFact;
};

/** A fact without a message does not compile. */
const encoders: FactEncoders<CaseFact> = {
  ...expertOrderEvents,
  ...assignmentEvents,
  ...benefitEvents,
  ...meetingEvents,
  ...neglectEvents,
  ...obligationEvents,
  ...planEvents,
  ...serviceNeedEvents,
  ...statementEvents,
  ...studyDutyEvents,
};

const encode = (fact: CaseFact, meta: EventMeta): EncodedFact =>
  (encoders[fact.kind] as (fact: CaseFact, meta: EventMeta) => EncodedFact)(fact, meta);

/** Tells facts of a client to other services: one event each, in order, its version following the case's last one. */
export const caseEvents: CaseEvents = {
  outgoing: (facts, context) => {
    const { clientId: aggregateId, version } = context.clientCase;
    return facts.map((fact, index) =>
      outgoingEvent({ concept: 'case', aggregateId, aggregateVersion: version + index + 1 }, context, (meta) =>
        encode(fact, meta),
      ),
    );
  },
};
