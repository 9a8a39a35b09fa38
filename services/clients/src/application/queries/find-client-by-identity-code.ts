import type { IdentityCode } from '@tyovayla/kernel/identity-code';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { WithReason } from '@tyovayla/runtime/access-reason';
import type { Actor } from '@tyovayla/runtime/actor';
import type { Query } from '@tyovayla/runtime/query';
import type { ClientId } from '../../domain/client/client.ts';
import { type ClientRefusal, clientNotFound, understood } from '../../domain/client/client-refusals.ts';
import { checkIdentityCode } from '../../domain/client/registration-form.ts';
import { seesClients } from '../access.ts';
import { protectionRule } from '../access-rules/protection-rule.ts';
import { reasonRule, reasonShown } from '../access-rules/reason-rule.ts';
import { serviceRule } from '../access-rules/service-rule.ts';
import type { ClientsPorts } from '../ports.ts';
import type { ClientListRow } from './client-record.ts';

export type FindClientInput = WithReason & { readonly identityCode: IdentityCode };

/** Understands an identity code, or says what is wrong with it. */
export const readFindClientByIdentityCode = (
  written: WithReason & { readonly identityCode: string },
): Result<FindClientInput, ClientRefusal> => {
  const read = checkIdentityCode(written.identityCode);
  return understood(read.ok ? accepted({ ...written, identityCode: read.value.code }) : read);
};

/** The client found; of one whom the actor doesn't serve the id alone, for them to state their need by. */
export type FoundClient =
  | { readonly kind: 'SHOWN'; readonly clientId: ClientId; readonly row: ClientListRow }
  | { readonly kind: 'NEED_REQUIRED'; readonly clientId: ClientId };

const foundBy = (row: ClientListRow, actor: Actor): FoundClient => {
  const { clientId } = row;
  // A hidden one is refused by `maySee`.
  const isShown = row.protectionOrder !== undefined || serviceRule(row, actor).allowed;
  return isShown ? { kind: 'SHOWN', clientId, row } : { kind: 'NEED_REQUIRED', clientId };
};

/**
 * Finds the one client with an identity code. A protected client is found by the assigned handler alone; of one whom
 * the actor does not serve nothing is told but the id, and that a need must be stated first.
 */
export const findClientByIdentityCodeQuery = ({ reader }: ClientsPorts): Query<FindClientInput, FoundClient> => ({
  name: 'FindClientByIdentityCode',
  access: seesClients,
  missing: clientNotFound(),
  load: async (sql, input, context) => {
    const row = await reader.findByIdentityCode(sql, input.identityCode, context);
    if (row === undefined) return refused(clientNotFound());
    const unreasoned = reasonRule(row, context.actor, input);
    return unreasoned === undefined ? accepted(foundBy(row, context.actor)) : refused(unreasoned);
  },
  maySee: (found, { actor }) => protectionRule(found.kind === 'SHOWN' ? found.row : undefined, actor),
  subjectOf: (_input, found) => found?.clientId,
  accessReasonOf: (input, found) => (found.kind === 'SHOWN' ? reasonShown(found.row, input) : undefined),
});
