import type { Role } from '@tyovayla/kernel/role';
import {
  ListNetworkClientsRequest,
  ListNetworkClientsResponse,
} from '@tyovayla/proto/tyovayla/clients/v1/network_client';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import type { ClientsCatalogue } from '../../application/catalogue.ts';
import { languageTo } from './contract-enums.ts';
import { clientIdFrom, reasonFrom } from './request-mapping.ts';

/** What guidance asks for members of multi-sector networks. */
export const networkMethods = ({ queries }: Pick<ClientsCatalogue, 'queries'>) => ({
  listNetworkClients: queryMethod({
    query: queries.listNetworkClients,
    request: ListNetworkClientsRequest,
    response: ListNetworkClientsResponse,
    // The contract lets in no other role than those of members.
    input: ({ staffId, staffRole, clientIds, handlerId, ...request }) => ({
      ...reasonFrom(request),
      principal: { staffId, role: staffRole as Role },
      clientIds: clientIds.map(clientIdFrom),
      ...(handlerId !== '' && { handlerId }),
    }),
    view: (clients) => ({
      clients: clients.map(({ serviceLanguage, ...client }) => ({
        ...client,
        serviceLanguage: languageTo(serviceLanguage),
      })),
    }),
  }),
});
