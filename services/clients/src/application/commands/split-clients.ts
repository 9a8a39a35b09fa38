import { accepted, refused } from '@tyovayla/kernel/result';
import type { Write } from '@tyovayla/kernel/sql';
import type { Command } from '@tyovayla/runtime/command';
import type { Client, ClientId } from '../../domain/client/client.ts';
import type { ClientFact } from '../../domain/client/client-events.ts';
import { clientChangedMeanwhile, clientNotFound } from '../../domain/client/client-refusals.ts';
import { type SetAsideClient, type Split, splitClients } from '../../domain/client/split-clients.ts';
import type { WholeClient } from '../../domain/client/whole-client.ts';
import { mergesRecords } from '../access.ts';
import { protectionRule } from '../access-rules/protection-rule.ts';
import type { ClientsPorts } from '../ports.ts';
import { birthdaysAnew } from './birthday-writes.ts';
import type { NewVersion } from './client-command.ts';
import { closed } from './closed.ts';
import { outgoingOf } from './merge-clients.ts';
import { retentionWrites } from './retention-writes.ts';

export type SplitClientsInput = {
  readonly keptClientId: ClientId;
  readonly mergedClientId: ClientId;
  /** Version of the kept record that the caller has seen; absent to take the newest. */
  readonly expectedVersion?: number;
};

type Records = {
  readonly keptClientId: ClientId;
  readonly kept?: WholeClient;
  readonly setAside?: SetAsideClient;
};

export type SplitClientsCommand = Command<SplitClientsInput, Records, Split, ClientFact, NewVersion>;

/** Nothing is published of a client who comes under protection, also by way of another record. */
const withdrawn = (ports: ClientsPorts, before: Pick<Client, 'protectionOrder'>, after: Client): readonly Write[] =>
  before.protectionOrder === undefined && after.protectionOrder !== undefined ? closed(ports, after.clientId) : [];

/** Takes a merge back, by what was written down then. */
export const splitClientsCommand = (ports: ClientsPorts): SplitClientsCommand => ({
  name: 'SplitClients',
  access: mergesRecords,
  missing: clientNotFound(),
  stale: { kind: 'stale', code: 'CLIENT_CHANGED_MEANWHILE', data: {} },
  load: async (tx, { keptClientId, mergedClientId }) => ({
    keptClientId,
    ...(await ports.merges.loadMerged(tx, { keptClientId, mergedClientId })),
  }),
  mayTouch: ({ kept }, { actor }) => protectionRule(kept?.client, actor),
  decide: ({ kept, setAside }, { expectedVersion }, { today }) => {
    if (kept === undefined) return refused(clientNotFound());
    if (expectedVersion !== undefined && expectedVersion !== kept.client.version)
      return refused(clientChangedMeanwhile(kept.client.version));
    const done = splitClients({ kept, ...(setAside && { setAside }) }, { today });
    if (!done.ok) return done;
    const facts = [...done.value.kept.facts, ...done.value.restored.facts];
    return accepted({ next: done.value, facts, answer: { version: done.value.kept.next.client.version } });
  },
  save: ({ next }, { kept, setAside }, context) =>
    kept === undefined || setAside === undefined
      ? []
      : [
          ...ports.merges.saveSplit({ kept, setAside }, next, context.today),
          ...withdrawn(ports, setAside.client, next.restored.next.client),
          ...birthdaysAnew(ports, next.restored.next.client, context),
          ...retentionWrites(ports, next.restored.next.client, context),
          ...retentionWrites(ports, next.kept.next.client, context),
        ],
  publish: ({ next: { kept, restored } }, context) =>
    outgoingOf(
      ports.events,
      [kept, restored].map(({ next, facts }) => ({ next: next.client, facts })),
      context,
    ),
  subjectOf: ({ keptClientId }) => keptClientId,
});
