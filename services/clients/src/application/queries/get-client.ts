import { accepted, refused } from '@tyovayla/kernel/result';
import type { WithReason } from '@tyovayla/runtime/access-reason';
import type { Query } from '@tyovayla/runtime/query';
import type { InterpreterNeed } from '../../domain/client/change-service-language.ts';
import type { ClientId } from '../../domain/client/client.ts';
import { clientNotFound } from '../../domain/client/client-refusals.ts';
import { seesClients } from '../access.ts';
import { reasonRule, reasonShown } from '../access-rules/reason-rule.ts';
import { serviceRule } from '../access-rules/service-rule.ts';
import type { ClientsPorts } from '../ports.ts';
import type { ClientRecord } from './client-record.ts';

/** A client's record with the interpreter that they need. */
export type ClientCard = ClientRecord & InterpreterNeed;

export type GetClientInput = WithReason & { readonly clientId: ClientId };

/** Shows one client with all job searches to those who serve them; a protected one to the assigned handler alone. */
export const getClientQuery = ({ reader, parts }: ClientsPorts): Query<GetClientInput, ClientCard> => ({
  name: 'GetClient',
  access: seesClients,
  missing: clientNotFound(),
  load: async (sql, input, context) => {
    const [record, asked] = await Promise.all([
      reader.get(sql, input.clientId, context),
      parts.interpreters.find(sql, input.clientId),
    ]);
    if (record === undefined) return refused(clientNotFound());
    // Asked for by a record that went into another one, the client has that one's interpreter.
    const interpreter =
      record.clientId === input.clientId ? asked : await parts.interpreters.find(sql, record.clientId);
    const unreasoned = reasonRule(record, context.actor, input);
    return unreasoned === undefined ? accepted({ ...record, ...interpreter }) : refused(unreasoned);
  },
  maySee: (record, { actor }) => serviceRule(record, actor),
  subjectOf: ({ clientId }, record) => record?.clientId ?? clientId,
  accessReasonOf: (input, record) => reasonShown(record, input),
});
