import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import { ActorKind, type EventMeta } from '@tyovayla/proto/tyovayla/common/v1/event_meta';
import type { CallContext } from './command.ts';

/** Of what the event tells: its place among the facts of the aggregate. */
export type EventPlace = Pick<OutgoingEvent, 'concept' | 'aggregateId' | 'aggregateVersion'>;

/** Who made it happen, when, and what it follows from. */
export type EventCause = Pick<CallContext, 'actor' | 'now' | 'correlationId' | 'newId' | 'traceparent'> & {
  /** Id of the request, or of the event that was reacted to. */
  readonly causationId: string;
};

/** A fact as bytes of its message in the contract; `type` is the message's full name. */
export type EncodedFact = Pick<OutgoingEvent, 'type' | 'body'>;

const actorKinds = { STAFF: ActorKind.ACTOR_KIND_STAFF, PROGRAM: ActorKind.ACTOR_KIND_PROGRAM } as const;

/** A fact on its way out: the envelope and the `meta` in its message say the same. */
export const outgoingEvent = (
  place: EventPlace,
  cause: EventCause,
  encode: (meta: EventMeta) => EncodedFact,
): OutgoingEvent => {
  const { actor, now: occurTime, correlationId, causationId, traceparent } = cause;
  const { aggregateId, aggregateVersion } = place;
  const eventId = cause.newId();
  const meta = { eventId, occurTime, aggregateId, aggregateVersion, correlationId, causationId };
  const encoded = encode({ ...meta, actorKind: actorKinds[actor.kind], actorId: actor.id });
  return { eventId, ...place, occurTime, ...encoded, ...(traceparent !== undefined && { traceparent }) };
};
