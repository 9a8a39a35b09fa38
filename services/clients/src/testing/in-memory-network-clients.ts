import { localDate } from '@tyovayla/kernel/local-date';
import type { Interpreters } from '../application/part-ports.ts';
import type { ClientReader } from '../application/ports.ts';
import type { NetworkClient, NetworkClients } from '../application/queries/list-network-clients.ts';
import type { ClientId } from '../domain/client/client.ts';

type From = { readonly reader: ClientReader; readonly interpreters: Interpreters };

/** As guidance asks: by program, who sees everybody. */
const asking = {
  actor: { kind: 'PROGRAM', id: 'guidance', program: 'guidance', roles: [] },
  now: new Date(0),
  today: localDate('1970-01-01'),
} as const;

/** Names for networks in memory, where no record goes into another one. */
export const inMemoryNetworkClients = ({ reader, interpreters }: From): NetworkClients => ({
  list: async (sql, { clientIds, handlerId }) => {
    const told = async (clientId: ClientId): Promise<readonly NetworkClient[]> => {
      const record = await reader.get(sql, clientId, asking);
      if (record === undefined || record.protectionOrder?.handlerId !== handlerId) return [];
      const { givenNames, familyName, serviceLanguage } = record.person;
      return [{ clientId, givenNames, familyName, serviceLanguage, ...(await interpreters.find(sql, clientId)) }];
    };
    return (await Promise.all(clientIds.map(told))).flat();
  },
});
