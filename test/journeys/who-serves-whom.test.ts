import { randomUUID } from 'node:crypto';
import type {
  FindClientByIdentityCodeResponse,
  ListClientAccessesResponse,
  ListClientsResponse,
  RegisterJobSeekerResponse,
} from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { NeedReason } from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import { eventually } from '@tyovayla/testing/eventually';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { aRegistration, artificialCode } from '../support/register-person.ts';
import { type Answer, programOn } from '../support/service-calls.ts';

const today = '2026-11-24';
const code = artificialCode(321);
const everybody = {
  namePrefix: '',
  municipalityCode: '',
  statusCode: '',
  pageSize: 0,
  pageToken: '',
  clientIds: [],
};

type Asked = 'clients' | 'guidance';

describe('Aino is served by a team in Kemi, and Topi of another team needs her data for an hour (handbook R1.23)', () => {
  let platform: Platform;
  let lines: Record<Asked, ReturnType<typeof programOn>>;
  let aino: string;

  const as = async (staff: string, service: Asked, method: string, request: object): Promise<Answer> =>
    lines[service].call({ method, request, token: await platform.token(staff, service, 'portal') });

  const topi = (method: string, request: object, service: Asked = 'clients') =>
    as('tornio-specialist', service, method, request);

  const listOf = async (staff: string): Promise<readonly string[]> => {
    const { message } = await as(staff, 'clients', 'ListClients', everybody);
    return (message as ListClientsResponse).clients.map(({ clientId }) => clientId);
  };

  const refusedForNeed = { code: 'PERMISSION_DENIED', details: 'NEED_NOT_STATED' };

  beforeAll(async () => {
    platform = await startPlatform({ services: ['clients', 'guidance'], movableClock: true, asOf: today });
    lines = { clients: programOn(platform, 'portal', 'clients'), guidance: programOn(platform, 'portal', 'guidance') };
    const population = programOn(platform, 'population', 'clients');
    const request = aRegistration({ identityCode: code });
    const { message } = await population.call({ method: 'RegisterJobSeeker', request });
    population.close();
    aino = (message as RegisterJobSeekerResponse).clientId;
  }, 120_000);

  afterAll(async () => {
    for (const line of Object.values(lines ?? {})) line.close();
    await platform?.stop();
  });

  it('shows her to the team that guidance chose for her, as soon as the registry has heard of it', async () => {
    await eventually(
      async () => (await as('kemi-specialist', 'clients', 'GetClient', { clientId: aino })).code === 'OK',
      { within: 15_000 },
    );
    expect(await listOf('kemi-specialist')).toEqual([aino]);
  });

  it('tells Topi, who has her at the desk, nothing but that he must state a need', async () => {
    expect(await topi('GetClient', { clientId: aino })).toMatchObject(refusedForNeed);
    const status = { clientId: aino, statusCode: '01', fromDate: today, expectedVersion: 0 };
    expect(await topi('RecordEmploymentStatus', { requestId: randomUUID(), ...status })).toMatchObject(refusedForNeed);
    expect(await listOf('tornio-specialist')).toEqual([]);
    const found = (await topi('FindClientByIdentityCode', { identityCode: code })).message;
    const { client, clientId, needRequired } = found as FindClientByIdentityCodeResponse;
    expect([client, clientId, needRequired]).toEqual([undefined, aino, true]);
  });

  it('is open to him once he has, in his list too, with the need in her access log', async () => {
    const need = { clientId: aino, reason: NeedReason.NEED_REASON_URGENT, text: 'on neuvonnassa', hours: 1 };
    expect((await topi('OpenAccess', { requestId: randomUUID(), ...need }, 'guidance')).code).toBe('OK');
    await eventually(async () => (await topi('GetClient', { clientId: aino })).code === 'OK', { within: 5_000 });
    expect(await listOf('tornio-specialist')).toEqual([aino]);
    const page = { clientId: aino, pageSize: 100, pageToken: '' };
    const { message } = await as('auditor', 'clients', 'ListClientAccesses', page);
    const looks = (message as ListClientAccessesResponse).accesses.filter(({ actorId }) => actorId === 'staff-0002');
    expect(looks.find(({ result }) => result === 'SHOWN' || result === 'CHANGED')).toMatchObject({
      action: 'GetClient',
      accessReason: 'NEED_URGENT',
    });
  });

  it('is closed to him again when the hour is over, and not to her team', async () => {
    platform.setDate(`${today}T11:00`);
    await eventually(async () => (await topi('GetClient', { clientId: aino })).details === 'NEED_NOT_STATED', {
      within: 10_000,
    });
    expect(await listOf('tornio-specialist')).toEqual([]);
    expect((await as('kemi-specialist', 'clients', 'GetClient', { clientId: aino })).code).toBe('OK');
  });
});
