import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import { ActorKind, type EventMeta } from '@tyovayla/proto/tyovayla/common/v1/event_meta';
import type { CaseEvents } from '../../application/ports.ts';
import type { CaseFact } from '../../domain/client-case/case-fact.ts';
import { assignmentEvents } from './assignment-events.ts';
import { expertOrderEvents } from './expert-order-events.ts';
import { meetingEvents } from './meeting-events.ts';
import { neglectEvents } from './neglect-events.ts';
import { obligationEvents, planEvents } from './plan-events.ts';
import { serviceNeedEvents } from './service-need-events.ts';
import { statementEvents } from './statement-events.ts';

/** A fact as bytes of its message in the contract; `type` is the message's full name. */
export type EncodedFact = { readonly type: string; readonly body: Uint8Array };

/** One encoder a kind of fact. `meta.aggregateId` is the client. */
export type FactEncoders<Fact extends { readonly kind: string }> = {
  readonly [Kind in Fact['kind']]: (fact: Extract<Fact, { readonly kind: Kind }>, meta: EventMeta) => EncodedFact;
};

/** A fact without a message does not compile. */
const encoders: FactEncoders<CaseFact> = {
  ...expertOrderEvents,
  ...assignmentEvents,
  ...meetingEvents,
  ...neglectEvents,
  ...obligationEvents,
  ...planEvents,
  ...serviceNeedEvents,
  ...statementEvents,
};

const encode = (fact: CaseFact, meta: EventMeta): EncodedFact =>
  (encoders[fact.kind] as (fact: CaseFact, meta: EventMeta) => EncodedFact)(fact, meta);

const actorKinds = { STAFF: ActorKind.ACTOR_KIND_STAFF, PROGRAM: ActorKind.ACTOR_KIND_PROGRAM } as const;

/** Tells facts of a client to other services: one event each, in order, its version following the case's last one. */
export const caseEvents: CaseEvents = {
  outgoing: (facts, context) =>
    facts.map((fact, index): OutgoingEvent => {
      const { clientId: aggregateId, version } = context.clientCase;
      const eventId = context.newId();
      const aggregateVersion = version + index + 1;
      const meta: EventMeta = {
        eventId,
        occurTime: context.now,
        aggregateId,
        aggregateVersion,
        actorKind: actorKinds[context.actor.kind],
        actorId: context.actor.id,
        correlationId: context.correlationId,
        causationId: context.causationId,
      };
      return {
        eventId,
        concept: 'case',
        aggregateId,
        aggregateVersion,
        occurTime: context.now,
        ...encode(fact, meta),
        ...(context.traceparent !== undefined && { traceparent: context.traceparent }),
      };
    }),
};
