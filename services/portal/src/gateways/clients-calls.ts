import type { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import type { GrpcCalls } from '@tyovayla/runtime/grpc/client';

export type ClientsCalls = GrpcCalls<ClientsServiceService>;
