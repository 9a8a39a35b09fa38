import type { IdentityCode } from '@tyovayla/kernel/identity-code';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { WithReason } from '@tyovayla/runtime/access-reason';
import type { Query } from '@tyovayla/runtime/query';
import { type ClientRefusal, clientNotFound, understood } from '../../domain/client/client-refusals.ts';
import { checkIdentityCode } from '../../domain/client/registration-form.ts';
import { seesClients } from '../access.ts';
import { protectionRule } from '../access-rules/protection-rule.ts';
import { reasonRule } from '../access-rules/reason-rule.ts';
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

/** Finds the one client with an identity code. A protected client is found by the assigned handler alone. */
export const findClientByIdentityCodeQuery = ({ reader }: ClientsPorts): Query<FindClientInput, ClientListRow> => ({
  name: 'FindClientByIdentityCode',
  access: seesClients,
  missing: clientNotFound(),
  load: async (sql, input, { actor }) => {
    const row = await reader.findByIdentityCode(sql, input.identityCode);
    if (row === undefined) return refused(clientNotFound());
    const unreasoned = reasonRule(row, actor, input);
    return unreasoned === undefined ? accepted(row) : refused(unreasoned);
  },
  maySee: (row, { actor }) => protectionRule(row, actor),
  subjectOf: (_input, row) => row?.clientId,
  accessReasonOf: ({ accessReason }, row) => row.protectionOrder && accessReason,
});
