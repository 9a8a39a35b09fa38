import { ClientSummary } from '@tyovayla/proto/tyovayla/clients/v1/client';
import { CallError } from '@tyovayla/runtime/grpc/call-error';
import type { Caller } from '../api/ports.ts';
import { clientNamesGateway } from './client-names-gateway.ts';

const caller: Caller = { tokenFor: async () => 'token', traceparent: undefined, correlationId: 'test' };

/** A registry in which all may be seen but one. */
const registry = (hidden = '') => {
  const asked: (readonly string[])[] = [];
  const names = clientNamesGateway({
    listClients: async ({ clientIds }) => {
      asked.push(clientIds);
      const clients = clientIds
        .filter((clientId) => clientId !== hidden)
        .map((clientId) => ClientSummary.fromPartial({ clientId, familyName: 'Alatalo', givenNames: 'Aino' }));
      return { clients, nextPageToken: '', _unknownFields: {} };
    },
  });
  return { names, asked };
};

describe('Names of the clients on a list', () => {
  it('are names and nothing else of the record', async () => {
    expect(await registry().names.names(caller, ['a', 'b'])).toEqual({ a: 'Alatalo, Aino', b: 'Alatalo, Aino' });
  });

  it('leave out those who may not be seen', async () => {
    expect(await registry('hidden').names.names(caller, ['a', 'hidden'])).toEqual({ a: 'Alatalo, Aino' });
  });

  it('say so where the registry is away', async () => {
    const away = new CallError({ code: 'UNAVAILABLE', reason: '', domain: 'clients', metadata: {}, violations: [] });
    const names = clientNamesGateway({ listClients: () => Promise.reject(away) });
    await expect(names.names(caller, ['a'])).rejects.toMatchObject({ problem: { status: 503 } });
  });

  it('are asked for in one call, and in none where there is nobody', async () => {
    const { names, asked } = registry();
    const ids = Array.from({ length: 25 }, (_, at) => `client ${at}`);
    expect(Object.keys(await names.names(caller, ids))).toHaveLength(25);
    await names.names(caller, []);
    expect(asked).toEqual([ids]);
  });
});
