import { accepted, refused } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import type { ClientId } from '../../domain/client/client.ts';
import { clientNotFound } from '../../domain/client/client-refusals.ts';
import { seesClients } from '../access.ts';
import { protectionRule } from '../access-rules/protection-rule.ts';
import type { ClientsPorts } from '../ports.ts';
import type { ClientRecord } from './client-record.ts';

export type GetClientInput = { readonly clientId: ClientId };

/** Shows one client with all job searches. A protected client is shown to the assigned handler alone. */
export const getClientQuery = ({ reader }: ClientsPorts): Query<GetClientInput, ClientRecord> => ({
  name: 'GetClient',
  access: seesClients,
  missing: clientNotFound(),
  load: async (sql, { clientId }) => {
    const record = await reader.get(sql, clientId);
    return record === undefined ? refused(clientNotFound()) : accepted(record);
  },
  maySee: (record, { actor }) => protectionRule(record, actor),
  subjectOf: ({ clientId }) => clientId,
});
