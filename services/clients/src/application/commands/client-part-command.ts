import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Tx, Write } from '@tyovayla/kernel/sql';
import type { Access } from '@tyovayla/runtime/access';
import type { Command, CommandContext } from '@tyovayla/runtime/command';
import type { Client, ClientId } from '../../domain/client/client.ts';
import type { ClientFact } from '../../domain/client/client-events.ts';
import { type ClientRefusal, clientNotFound } from '../../domain/client/client-refusals.ts';
import { needServedOn } from '../../domain/client/serving.ts';
import { serviceRule } from '../access-rules/service-rule.ts';
import type { ClientsPorts } from '../ports.ts';

/** What every command on a part of a client's record is told. */
export type OnClientPart = { readonly clientId: ClientId };

type Loaded<Part> = {
  readonly clientId: ClientId;
  /** Absent together where there is no such client, or they are hidden. */
  readonly found?: { readonly client: Client; readonly part: Part };
};

/** What a decision on a part gives when it says yes. */
export type PartDecided<Next, Answer> = {
  /** The client, where the decision changed more than the part; the facts move the version on. */
  readonly client?: Client;
  readonly next: Next;
  readonly facts: readonly ClientFact[];
  readonly answer: Answer;
};

type Changed<Next> = { readonly client: Client; readonly part: Next };

export type ClientPartCommand<Input extends OnClientPart, Part, Next, Answer> = Command<
  Input,
  Loaded<Part>,
  Changed<Next>,
  ClientFact,
  Answer
>;

/** What differs between the commands on parts. */
export type ClientPartPlan<Input extends OnClientPart, Part, Next, Answer> = {
  readonly name: string;
  readonly access: Access;
  /**
   * Reads the part once the client is locked: everything about one client is one thing after the other. `clientId` is
   * the record's own, also where it was asked for by one that went into it.
   */
  load(tx: Tx, clientId: ClientId, input: Input): Promise<Part>;
  decide(
    of: { readonly client: Client; readonly part: Part },
    input: Input,
    context: CommandContext,
  ): Result<PartDecided<Next, Answer>, ClientRefusal>;
  save(next: Next, of: { readonly client: Client; readonly part: Part }, context: CommandContext): readonly Write[];
};

/**
 * A command on a part of a client's record that has a table of its own: profile, work ability, consents, information
 * receipts. The client's row is locked first and hidden by a protection order from all but the assigned handler,
 * and refused to those who don't serve the client; facts continue the client's version, and where there are none the client's row stays as it is.
 */
export const clientPartCommand = <Input extends OnClientPart, Part, Next, Answer>(
  { clients, events }: ClientsPorts,
  plan: ClientPartPlan<Input, Part, Next, Answer>,
): ClientPartCommand<Input, Part, Next, Answer> => ({
  name: plan.name,
  access: plan.access,
  missing: clientNotFound(),
  stale: { kind: 'stale', code: 'CLIENT_CHANGED_MEANWHILE', data: {} },
  load: async (tx, input, context) => {
    const client = await clients.load(tx, input.clientId, context);
    if (client === undefined) return { clientId: input.clientId };
    const { clientId } = client;
    return { clientId, found: { client, part: await plan.load(tx, clientId, input) } };
  },
  mayTouch: ({ found }, { actor }) => serviceRule(found?.client, actor),
  decide: ({ found }, input, context) => {
    if (found === undefined) return refused(clientNotFound());
    const { client } = found;
    const decision = plan.decide(found, input, context);
    if (!decision.ok) return decision;
    const { client: changed = client, next, facts, answer } = decision.value;
    return accepted({
      next: { client: { ...changed, version: client.version + facts.length }, part: next },
      facts,
      answer,
    });
  },
  save: ({ next, facts }, { found }, context) => {
    if (found === undefined) return [];
    return [
      ...(facts.length > 0 ? clients.save(found.client, next.client) : []),
      ...plan.save(next.part, found, context),
    ];
  },
  publish: ({ next, facts }, context) => events.outgoing({ next: next.client, facts }, context),
  subjectOf: ({ clientId }) => clientId,
  accessReasonOf: ({ found }) => needServedOn(found?.client.serving),
});
