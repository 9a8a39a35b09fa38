import { accepted, refused } from '@tyovayla/kernel/result';
import type { Sql } from '@tyovayla/kernel/sql';
import type { Access } from '@tyovayla/runtime/access';
import type { WithReason } from '@tyovayla/runtime/access-reason';
import type { CallContext } from '@tyovayla/runtime/command';
import type { Query } from '@tyovayla/runtime/query';
import type { ClientId } from '../../domain/client/client.ts';
import { clientNotFound } from '../../domain/client/client-refusals.ts';
import { reasonRule, reasonShown } from '../access-rules/reason-rule.ts';
import { serviceRule } from '../access-rules/service-rule.ts';
import type { ClientsPorts, GuardedClient } from '../ports.ts';

export type OfClient = WithReason & { readonly clientId: ClientId };

/** A part of a client's record, with whose it is and who may see it. */
export type PartView<View> = GuardedClient & { readonly part: View };

type Plan<Input extends OfClient, View> = {
  readonly name: string;
  readonly access: Access;
  /** `clientId` is the record's own, also where it was asked for by one that went into it. */
  load(sql: Sql, clientId: ClientId, context: CallContext): Promise<View>;
  /** A purpose that every look must state; it stands in the access log, and is reason enough under protection. */
  purposeOf?(input: Input): string;
};

/**
 * Shows a part of a client's record to those who serve the client. Of a protected client it is shown to the assigned
 * handler alone, for a reason that they state.
 */
export const clientPartQuery = <Input extends OfClient, View>(
  { reader }: ClientsPorts,
  { name, access, load, purposeOf }: Plan<Input, View>,
): Query<Input, PartView<View>> => ({
  name,
  access,
  missing: clientNotFound(),
  load: async (sql, input, context) => {
    const client = await reader.guarded(sql, input.clientId, context);
    if (client === undefined) return refused(clientNotFound());
    const unreasoned = purposeOf === undefined ? reasonRule(client, context.actor, input) : undefined;
    if (unreasoned !== undefined) return refused(unreasoned);
    return accepted({ ...client, part: await load(sql, client.clientId, context) });
  },
  maySee: (view, { actor }) => serviceRule(view, actor),
  subjectOf: ({ clientId }, view) => view?.clientId ?? clientId,
  accessReasonOf: (input, view) => purposeOf?.(input) ?? reasonShown(view, input),
});
