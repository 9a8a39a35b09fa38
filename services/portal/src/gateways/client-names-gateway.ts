import type { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import type { GrpcCalls } from '@tyovayla/runtime/grpc/client';
import type { ClientsService } from '../api/ports.ts';
import { serviceCall } from './service-call.ts';

type Calls = Pick<GrpcCalls<ClientsServiceService>, 'listClients'>;

/** A list of tasks must not wait long for names. */
const namesWithinMs = 3_000;

/** Names to at most 100 client ids. One who may not be seen has no name here; only the name leaves this function. */
export const clientNamesGateway = (calls: Calls): Pick<ClientsService, 'names'> => ({
  names: async (caller, clientIds) => {
    if (clientIds.length === 0) return {};
    const deadline = new Date(Date.now() + namesWithinMs);
    const request = {
      namePrefix: '',
      municipalityCode: '',
      statusCode: '',
      pageToken: '',
      pageSize: 100,
      clientIds: [...clientIds],
    };
    const { clients } = await serviceCall(caller, 'clients', (options) =>
      calls.listClients(request, { ...options, deadline }),
    );
    return Object.fromEntries(
      clients.map(({ clientId, familyName, givenNames }) => [clientId, `${familyName}, ${givenNames}`]),
    );
  },
});
