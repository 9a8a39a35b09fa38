import type { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import type { GrpcCalls } from '@tyovayla/runtime/grpc/client';
import type { ClientsService } from '../api/ports.ts';
import { accessReasonOf } from './access-reason.ts';
import { filled } from './contract-codes.ts';
import { serviceCall } from './service-call.ts';

type Calls = Pick<GrpcCalls<ClientsServiceService>, 'getProfile'>;

/** Whether a client’s profile is published, over gRPC. What stands in the profile is left where it is. */
export const profileGateway = (calls: Calls): Pick<ClientsService, 'profilePublication'> => ({
  profilePublication: async (caller, clientId, query) => {
    const request = { clientId, ...accessReasonOf(query) };
    const answer = await serviceCall(caller, 'clients', (options) => calls.getProfile(request, options));
    return { recorded: answer.profile !== undefined, ...filled({ publishedDate: answer.publication?.publishedDate }) };
  },
});
