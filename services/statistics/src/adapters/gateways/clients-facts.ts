import { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { grpcClient } from '@tyovayla/runtime/grpc/client';
import type { TlsIdentity } from '@tyovayla/runtime/grpc/tls';

/** Asks the client registry to publish facts again that the picture misses. */
export const clientsFacts = (address: string, tls: TlsIdentity) => {
  const clients = grpcClient({ service: ClientsServiceService }, address, { tls });
  return {
    requestReplay: async (aggregateId: string, fromVersion: number): Promise<void> => {
      await clients.replayEvents({ replay: { aggregateId, fromVersion } });
    },
    close: clients.close,
  };
};
