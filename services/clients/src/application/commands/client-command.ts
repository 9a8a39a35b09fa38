import { type Result, refused } from '@tyovayla/kernel/result';
import type { Access } from '@tyovayla/runtime/access';
import type { Command, CommandContext } from '@tyovayla/runtime/command';
import type { Client, ClientId } from '../../domain/client/client.ts';
import type { ClientDecided, ClientDecision } from '../../domain/client/client-decision.ts';
import type { ClientFact } from '../../domain/client/client-events.ts';
import { type ClientRefusal, clientChangedMeanwhile, clientNotFound } from '../../domain/client/client-refusals.ts';
import { needServedOn } from '../../domain/client/serving.ts';
import { serviceRule } from '../access-rules/service-rule.ts';
import type { ClientsPorts } from '../ports.ts';

/** What every command on one client is told. */
export type OnClient = {
  readonly clientId: ClientId;
  /** The version that the caller has seen; absent to take the newest. */
  readonly expectedVersion?: number;
};

/** What every command on one client answers: the version after the change. */
export type NewVersion = { readonly version: number };

/** The client who was asked for, so that the access log names them also where nobody was found or shown. */
export type Requested = { readonly clientId: ClientId; readonly client?: Client };

export type ClientCommand<Input extends OnClient> = Command<Input, Requested, Client, ClientFact, NewVersion>;

/** What differs between the commands on one client. */
export type ClientCommandPlan<Input extends OnClient> = {
  readonly name: string;
  readonly access: Access;
  decide(client: Client, input: Input, context: CommandContext): ClientDecision;
};

const withVersion = (
  decision: ClientDecision,
): Result<ClientDecided & { readonly answer: NewVersion }, ClientRefusal> =>
  decision.ok ? { ok: true, value: { ...decision.value, answer: { version: decision.value.next.version } } } : decision;

/** Whether another change came between what the caller saw and now. */
export const sawAnother = (client: Client, { expectedVersion }: OnClient): boolean =>
  expectedVersion !== undefined && expectedVersion !== client.version;

/**
 * A command on one client who is in the registry: loaded under lock, hidden by a protection order from all but the
 * assigned handler, refused to those who don't serve the client, and where another change came between what the caller
 * saw and now.
 */
export const clientCommand = <Input extends OnClient>(
  { clients, events }: ClientsPorts,
  { name, access, decide }: ClientCommandPlan<Input>,
): ClientCommand<Input> => ({
  name,
  access,
  missing: clientNotFound(),
  stale: { kind: 'stale', code: 'CLIENT_CHANGED_MEANWHILE', data: {} },
  load: async (tx, { clientId }, context) => {
    const client = await clients.load(tx, clientId, context);
    return { clientId, ...(client && { client }) };
  },
  mayTouch: ({ client }, { actor }) => serviceRule(client, actor),
  decide: ({ client }, input, context) => {
    if (client === undefined) return refused(clientNotFound());
    if (sawAnother(client, input)) return refused(clientChangedMeanwhile(client.version));
    return withVersion(decide(client, input, context));
  },
  save: ({ next }, { client }) => (client === undefined ? [] : clients.save(client, next)),
  publish: (decision, context) => events.outgoing(decision, context),
  subjectOf: ({ clientId }) => clientId,
  accessReasonOf: ({ client }) => needServedOn(client?.serving),
});
