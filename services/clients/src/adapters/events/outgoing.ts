import { outgoingEvent } from '@tyovayla/runtime/outgoing-event';
import type { ClientEvents } from '../../application/ports.ts';
import type { ClientFact } from '../../domain/client/client-events.ts';
import { consentMessages } from './consent-messages.ts';
import { correctionMessages } from './correction-messages.ts';
import { lifeCycleMessages } from './life-cycle-messages.ts';
import { profileMessages } from './profile-messages.ts';
import { registryMessages } from './registry-messages.ts';
import type { Messages, Telling } from './telling.ts';

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
  outgoing: ({ next, facts }, context) => {
    const { clientId: aggregateId, version, protectionOrder } = next;
    const cause = { ...context, causationId: context.requestId };
    return facts.map((fact, index) => {
      const aggregateVersion = version - facts.length + index + 1;
      return outgoingEvent({ concept: 'client', aggregateId, aggregateVersion }, cause, (meta) => ({
        type: `tyovayla.clients.v1.${fact.type}`,
        body: bodyOf(fact, { meta, handlerId: protectionOrder?.handlerId ?? '' }),
      }));
    });
  },
};
