import { accepted } from '@tyovayla/kernel/result';
import type { Sql } from '@tyovayla/kernel/sql';
import type { WithReason } from '@tyovayla/runtime/access-reason';
import type { Principal, Query } from '@tyovayla/runtime/query';
import type { InterpreterNeed } from '../../domain/client/change-service-language.ts';
import type { ClientId } from '../../domain/client/client.ts';
import type { Person } from '../../domain/client/person.ts';
import { tellsNetworks } from '../access.ts';

/** What a named member of a client's multi-sector network needs to speak with them, and nothing more. */
export type NetworkClient = InterpreterNeed &
  Pick<Person, 'givenNames' | 'familyName' | 'serviceLanguage'> & {
    /** As it was asked for, also where that record went into another one. */
    readonly clientId: ClientId;
  };

export type AskedClients = {
  readonly clientIds: readonly ClientId[];
  /** Who serves these clients under protection; absent where none of them is. Clients of anybody else are left out. */
  readonly handlerId?: string;
};

/** Reads clients by name for their networks. Behind row-level security: for the program that knows who is appointed. */
export type NetworkClients = {
  list(sql: Sql, asked: AskedClients): Promise<readonly NetworkClient[]>;
};

export type ListNetworkClientsInput = WithReason & AskedClients & { readonly principal: Principal };

/**
 * Tells guidance the names of clients for a member of their networks, in whose name each look stands in the access log.
 * That the member is appointed is guidance's word. Of a client under protection two more things are needed: that the
 * handler who serves them appointed the member, and a reason (handbook 1.6, R3.8). Who is left out is left out alike.
 */
export const listNetworkClientsQuery = ({
  networkClients,
}: {
  readonly networkClients: NetworkClients;
}): Query<ListNetworkClientsInput, readonly NetworkClient[]> => ({
  name: 'ListNetworkClients',
  access: tellsNetworks,
  load: async (sql, { clientIds, handlerId, accessReason }) => {
    if (handlerId !== undefined && accessReason === undefined) return accepted([]);
    return accepted(await networkClients.list(sql, { clientIds, ...(handlerId !== undefined && { handlerId }) }));
  },
  onBehalfOf: ({ principal }) => principal,
  accessReasonOf: ({ handlerId, accessReason }) => (handlerId === undefined ? undefined : accessReason),
  othersShown: (clients) => clients.map(({ clientId }) => clientId),
});
