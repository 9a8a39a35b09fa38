import { ServiceLanguage } from '@tyovayla/proto/tyovayla/clients/v1/client';
import { AccessReason } from '@tyovayla/proto/tyovayla/clients/v1/protection';
import { silentLogger } from '@tyovayla/runtime/log';
import { registryNames } from './registry-names.ts';

type Registry = Parameters<typeof registryNames>[0];
type Asked = Parameters<Registry['listNetworkClients']>;

const clientId = '01900000-0000-7000-8000-000000000001';
const helmi = { staffId: 'staff-0009', role: 'MULTI_SECTOR_MEMBER' } as const;
const aino = {
  clientId,
  givenNames: 'Aino',
  familyName: 'Testilä',
  serviceLanguage: ServiceLanguage.SERVICE_LANGUAGE_SMN,
};

const registryThat = (answer: () => Promise<Awaited<ReturnType<Registry['listNetworkClients']>>>) => {
  const asked: Asked[] = [];
  const registry: Registry = {
    listNetworkClients: (...call) => {
      asked.push(call);
      return answer();
    },
  };
  return { asked, names: registryNames(registry, silentLogger) };
};

describe('names of clients from the registry', () => {
  it('are asked for the member, with handler and reason of a client under protection', async () => {
    const { asked, names } = registryThat(async () => ({ clients: [aino] }));
    const protectedBy = { handlerId: 'staff-0004', accessReason: 'CLIENT_CONTACT' } as const;
    expect(await names.of({ clientIds: [clientId], ...protectedBy }, helmi)).toEqual({
      kind: 'TOLD',
      names: new Map([[clientId, { givenNames: 'Aino', familyName: 'Testilä', serviceLanguage: 'SMN' }]]),
    });
    expect(asked[0]?.[0]).toEqual({
      staffId: 'staff-0009',
      staffRole: 'MULTI_SECTOR_MEMBER',
      clientIds: [clientId],
      handlerId: 'staff-0004',
      accessReason: AccessReason.ACCESS_REASON_CLIENT_CONTACT,
    });
  });

  it('are not there, and nothing else is lost, while the registry is away or says no', async () => {
    const { names } = registryThat(async () => {
      throw new Error('UNAVAILABLE');
    });
    expect(await names.of({ clientIds: [clientId] }, helmi)).toEqual({ kind: 'REGISTRY_AWAY' });
  });

  it('are waited for a second at most, and half of what the caller still waits', async () => {
    const { asked, names } = registryThat(async () => ({ clients: [] }));
    const before = Date.now();
    await names.of({ clientIds: [clientId] }, helmi);
    await names.of({ clientIds: [clientId] }, { ...helmi, deadline: new Date(before + 400) });
    const [usual = 0, hurried = 0] = asked.map(([, options]) => (options?.deadline?.getTime() ?? 0) - before);
    expect(usual).toBeGreaterThan(900);
    expect(usual).toBeLessThan(1_200);
    expect(hurried).toBeGreaterThan(100);
    expect(hurried).toBeLessThanOrEqual(400);
  });
});
