import { accepted, refused } from '@tyovayla/kernel/result';
import type { Write } from '@tyovayla/kernel/sql';
import type { Command, CommandContext } from '@tyovayla/runtime/command';
import { type Anonymised, anonymiseClient } from '../../domain/client/anonymise-client.ts';
import type { Client, ClientId } from '../../domain/client/client.ts';
import type { ClientFact } from '../../domain/client/client-events.ts';
import { clientNotFound } from '../../domain/client/client-refusals.ts';
import { firesTimers } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { noBirthdays } from './birthday-writes.ts';

export type AnonymiseClientInput = { readonly clientId: ClientId };

type Looking = {
  readonly askedId: ClientId;
  readonly client?: Client;
  /** Records that went into the client's. */
  readonly mergedIds: readonly ClientId[];
};

export type AnonymiseClientCommand = Command<
  AnonymiseClientInput,
  Looking,
  Anonymised,
  ClientFact,
  Record<string, never>
>;

const erasing = (
  ports: ClientsPorts,
  client: Client,
  {
    version,
    on,
    mergedIds,
  }: { readonly version: number; readonly on: CommandContext['today']; readonly mergedIds: readonly ClientId[] },
): readonly Write[] => [
  ...ports.retention.anonymise(client, { version, on, mergedIds }),
  ...[client.clientId, ...mergedIds].flatMap((clientId) => [
    ...ports.parts.erase(clientId),
    ...noBirthdays(ports, clientId),
  ]),
];

/**
 * Anonymises a client whose data need not be kept any more. Fired by the service's own timer, whose id is the request
 * id. Where the data must still be kept, because another job search ended meanwhile, the timer is set to the day.
 */
export const anonymiseClientCommand = (ports: ClientsPorts): AnonymiseClientCommand => {
  const { clients, retention, events } = ports;
  return {
    name: 'AnonymiseClient',
    access: { ...firesTimers, dataGroup: 'all-groups' },
    missing: clientNotFound(),
    load: async (tx, { clientId }, context) => {
      const client = await clients.load(tx, clientId, context);
      if (client === undefined) return { askedId: clientId, mergedIds: [] };
      return { askedId: clientId, client, mergedIds: await retention.open(tx, client.clientId) };
    },
    decide: ({ client }, _input, { today }) => {
      if (client === undefined) return refused(clientNotFound());
      const decision = anonymiseClient(client, { today });
      if (!decision.ok) return decision;
      const facts = decision.value.kind === 'ANONYMISED' ? decision.value.facts : [];
      return accepted({ next: decision.value, facts, answer: {} });
    },
    save: ({ next }, { askedId, client, mergedIds }, { today, newId, requestId }) => {
      if (client === undefined) return [];
      const { clientId } = client;
      const done = next.kind === 'ANONYMISED' || askedId !== clientId ? [retention.looked(requestId)] : [];
      return next.kind === 'ANONYMISED'
        ? [...erasing(ports, client, { version: next.version, on: today, mergedIds }), ...done]
        : [retention.lookOn({ timerId: newId(), clientId, dueOn: next.until }), ...done];
    },
    publish: ({ next, facts }, context) => {
      if (next.kind !== 'ANONYMISED') return [];
      return events.outgoing({ next, facts }, context);
    },
    subjectOf: ({ askedId, client }) => client?.clientId ?? askedId,
  };
};
