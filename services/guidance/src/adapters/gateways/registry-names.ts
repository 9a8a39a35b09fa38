import { serviceLanguageToJSON } from '@tyovayla/proto/tyovayla/clients/v1/client';
import type { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { type AccessReason, accessReasonFromJSON } from '@tyovayla/proto/tyovayla/clients/v1/protection';
import type { GrpcClient } from '@tyovayla/runtime/grpc/client';
import type { Logger } from '@tyovayla/runtime/ports';
import type { AskedNames, ClientName, ClientNames } from '../../application/client-names.ts';

type Registry = Pick<GrpcClient<typeof ClientsServiceService>, 'listNetworkClients'>;
type Told = Awaited<ReturnType<Registry['listNetworkClients']>>['clients'][number];

/** How long a case waits for its name, ms. */
const patienceMs = 1_000;

const reasonOf = ({ accessReason }: AskedNames): { readonly accessReason?: AccessReason } =>
  accessReason === undefined ? {} : { accessReason: accessReasonFromJSON(`ACCESS_REASON_${accessReason}`) };

const nameFrom = ({ givenNames, familyName, serviceLanguage, interpreterLanguage = '' }: Told): ClientName => ({
  givenNames,
  familyName,
  serviceLanguage: serviceLanguageToJSON(serviceLanguage).replace('SERVICE_LANGUAGE_', ''),
  ...(interpreterLanguage !== '' && { interpreterLanguage }),
});

const halfway = (deadline: Date | undefined): number =>
  deadline === undefined ? Number.POSITIVE_INFINITY : (Date.now() + deadline.getTime()) / 2;

/**
 * Names from the client registry, asked by guidance on its own for the member, in whose name the look stands in the
 * registry's access log. Waits a second at most; an answer that doesn't come, and any refusal, shows the case without.
 */
export const registryNames = (registry: Registry, logger: Logger): ClientNames => ({
  of: async (asked, { staffId, role, deadline, ...traced }) => {
    const { clientIds, handlerId = '' } = asked;
    const latest = Date.now() + patienceMs;
    try {
      const { clients } = await registry.listNetworkClients(
        { staffId, staffRole: role, clientIds: [...clientIds], handlerId, ...reasonOf(asked) },
        // Half of what the caller still waits, so that the case itself comes in time.
        { ...traced, deadline: new Date(Math.min(latest, halfway(deadline))) },
      );
      return { kind: 'TOLD', names: new Map(clients.map((client) => [client.clientId, nameFrom(client)])) };
    } catch (error) {
      logger.warn({ err: error }, 'names not told by the client registry');
      return { kind: 'REGISTRY_AWAY' };
    }
  },
});
