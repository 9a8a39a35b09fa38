import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import { ActorKind, type EventMeta } from '@tyovayla/proto/tyovayla/common/v1/event_meta';
import type { ClientEvents } from '../../application/ports.ts';
import type { ClientFact } from '../../domain/client/client-events.ts';
import { consentMessages } from './consent-messages.ts';
import { correctionMessages } from './correction-messages.ts';
import { lifeCycleMessages } from './life-cycle-messages.ts';
import { profileMessages } from './profile-messages.ts';
import { registryMessages } from './registry-messages.ts';
import type { Messages, Telling } from './telling.ts';

const actorKinds = { STAFF: ActorKind.ACTOR_KIND_STAFF, PROGRAM: ActorKind.ACTOR_KIND_PROGRAM } as const;

const messages: Messages<ClientFact> = {
  ...registryMessages,
  ...lifeCycleMessages,
  ...profileMessages,
  ...consentMessages,
  ...correctionMessages,
};

const bodyOf = (fact: ClientFact, telling: Telling): Uint8Array => {
  const encode = messages[fact.type] as (fact: ClientFact, telling: Telling) => Uint8Array;
  return encode(fact, telling);
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
        body: bodyOf(fact, { meta, handlerId: next.protectionOrder?.handlerId ?? '' }),
      };
    }),
};
