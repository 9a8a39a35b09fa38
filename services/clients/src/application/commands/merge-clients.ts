import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Verdict } from '@tyovayla/runtime/access';
import type { Actor } from '@tyovayla/runtime/actor';
import type { Command, CommandContext } from '@tyovayla/runtime/command';
import type { ClientId } from '../../domain/client/client.ts';
import type { ClientFact } from '../../domain/client/client-events.ts';
import {
  type ClientRefusal,
  clientChangedMeanwhile,
  clientNotFound,
  fieldsInvalid,
} from '../../domain/client/client-refusals.ts';
import { type Merged, mergeClients } from '../../domain/client/merge-clients.ts';
import type { MergeConflict, MergeResolutions, MergeSide } from '../../domain/client/merge-conflict.ts';
import { provenanceOf } from '../../domain/client/merge-provenance.ts';
import type { WholeClient } from '../../domain/client/whole-client.ts';
import { mergesRecords } from '../access.ts';
import { protectionRule } from '../access-rules/protection-rule.ts';
import type { ClientEvents, ClientsPorts } from '../ports.ts';
import { noBirthdays } from './birthday-writes.ts';
import type { NewVersion } from './client-command.ts';

export type MergeClientsInput = {
  readonly keptClientId: ClientId;
  readonly mergedClientId: ClientId;
  readonly resolutions: MergeResolutions;
  /** Versions that the caller has seen; absent to take the newest. */
  readonly expectedVersion?: number;
  readonly mergedExpectedVersion?: number;
};

/** A resolution as it was written down. */
export type WrittenResolution = { readonly conflict: MergeConflict; readonly side: MergeSide };

/** Understands resolutions; a conflict that is settled twice is a bad field. */
export const readResolutions = (written: readonly WrittenResolution[]): Result<MergeResolutions, ClientRefusal> => {
  const resolutions = Object.fromEntries(written.map(({ conflict, side }) => [conflict, side]));
  if (Object.keys(resolutions).length === written.length) return accepted(resolutions);
  const description = 'settles a conflict twice';
  return refused(fieldsInvalid([{ field: 'resolutions', code: 'RESOLUTION_TWICE', description }]));
};

type Records = {
  readonly keptClientId: ClientId;
  readonly kept?: WholeClient;
  readonly merged?: WholeClient;
};

export type MergeClientsCommand = Command<MergeClientsInput, Records, Merged, ClientFact, NewVersion>;

/** Both records must be the actor's to see: otherwise they are told of neither. */
export const bothRule = (clients: readonly (WholeClient | undefined)[], actor: Actor): Verdict =>
  clients.map((whole) => protectionRule(whole?.client, actor)).find(({ allowed }) => !allowed) ?? { allowed: true };

/** The events of several records that changed together, each continuing its own client's versions. */
export const outgoingOf = (
  events: ClientEvents,
  changed: readonly {
    readonly next: Parameters<ClientEvents['outgoing']>[0]['next'];
    readonly facts: readonly ClientFact[];
  }[],
  context: CommandContext,
): readonly OutgoingEvent[] => changed.flatMap((decided) => events.outgoing(decided, context));

const moved = (whole: WholeClient, expected: number | undefined): boolean =>
  expected !== undefined && expected !== whole.client.version;

/** Makes two records of one person one: a person has settled what they disagree about. */
export const mergeClientsCommand = (ports: ClientsPorts): MergeClientsCommand => ({
  name: 'MergeClients',
  access: mergesRecords,
  missing: clientNotFound(),
  stale: { kind: 'stale', code: 'CLIENT_CHANGED_MEANWHILE', data: {} },
  load: async (tx, { keptClientId, mergedClientId }) => ({
    keptClientId,
    ...(await ports.merges.load(tx, { keptClientId, mergedClientId })),
  }),
  mayTouch: ({ kept, merged }, { actor }) => bothRule([kept, merged], actor),
  decide: ({ kept, merged }, input, { today }) => {
    if (kept === undefined || merged === undefined) return refused(clientNotFound());
    if (moved(kept, input.expectedVersion)) return refused(clientChangedMeanwhile(kept.client.version));
    if (moved(merged, input.mergedExpectedVersion)) return refused(clientChangedMeanwhile(merged.client.version));
    const done = mergeClients({ kept, merged }, { resolutions: input.resolutions, today });
    if (!done.ok) return done;
    const facts = [...done.value.kept.facts, ...done.value.merged.facts];
    return accepted({ next: done.value, facts, answer: { version: done.value.kept.next.client.version } });
  },
  save: ({ next }, { kept, merged }, { today }) => {
    if (kept === undefined || merged === undefined) return [];
    const records = { kept, merged };
    return [
      ...ports.merges.save(records, next, provenanceOf(records, next, today)),
      ...noBirthdays(ports, merged.client.clientId),
    ];
  },
  publish: ({ next: { kept, merged } }, context) =>
    outgoingOf(ports.events, [{ next: kept.next.client, facts: kept.facts }, merged], context),
  subjectOf: ({ keptClientId }) => keptClientId,
});
