import { randomUUID } from 'node:crypto';
import type { Role } from '@tyovayla/kernel/role';
import { AccessReason } from '@tyovayla/proto/tyovayla/guidance/v1/access_reason';
import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector';
import type { CallError } from '@tyovayla/runtime/grpc/call-error';
import { aJobSearch } from '../../testing/builders.ts';
import { type Caller, type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';

const caller = (staffId: string, role: Role): Caller => ({ staffId, role });
const manager = caller('staff-0003', 'SERVICE_MANAGER');
const handler = caller('staff-0004', 'PROTECTED_CLIENT_HANDLER');
const stranger = caller('staff-0019', 'MULTI_SECTOR_MEMBER');
const day = '2026-02-02';
const party = contract.MultiSectorParty.MULTI_SECTOR_PARTY_WELLBEING_COUNTY;
const accessReason = AccessReason.ACCESS_REASON_CLIENT_CONTACT;
const name = { givenNames: 'Aino', familyName: 'Testilä', serviceLanguage: 'OTHER', interpreterLanguage: 'uk' };

let server: GuidanceServer;

beforeAll(async () => {
  server = await startGuidanceServer();
});

afterAll(() => server.stop());
afterEach(() => server.clientNames.turn('THERE'));

/** Somebody in whose network Helmi of Lapha is. */
const aClient = async (residence: { municipalityCode?: string; handlerId?: string }, by: Caller) => {
  const clientId = randomUUID();
  const jobSearch = aJobSearch({ jobSearchId: randomUUID() });
  await server.hear({ kind: 'JobSearchStarted', clientId, jobSearch, residence });
  const on = { clientId, expectedVersion: 0 };
  const token = await server.as(by);
  const referral = {
    grounds: [contract.MultiSectorGround.MULTI_SECTOR_GROUND_WORK_ABILITY],
    consultation: contract.ConsultationFinding.CONSULTATION_FINDING_NOT_ENOUGH,
    internalNote: '',
  };
  await server.portal.referToMultiSector({ requestId: randomUUID(), clientId, ...referral }, token);
  const member = { requestId: randomUUID(), ...on, staffId: helmi.staffId, party };
  await server.portal.appointMultiSectorMember(member, token);
  return { ...on, token };
};

const helmi = caller('staff-0009', 'MULTI_SECTOR_MEMBER');
const anybody = () => aClient({ municipalityCode: '240' }, manager);
const protectedClient = () => aClient({ handlerId: handler.staffId }, handler);

const get = async (clientId: string, by: Caller, reason?: AccessReason) => {
  const request = { clientId, ...(reason !== undefined && { accessReason: reason }) };
  return (await server.portal.getMultiSectorCase(request, await server.as(by))).multiSectorCase;
};

const list = async (by: Caller) =>
  server.portal.listMyMultiSectorCases({ pageSize: 100, pageToken: '' }, await server.as(by));

const rowOf = async (clientId: string, by: Caller) => (await list(by)).cases.find((row) => row.clientId === clientId);

const code = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'OK',
    (error: CallError) => error.code,
  );

describe('the client’s name in the multi-sector register (handbook R3.8, 1.6)', () => {
  it('is shown to a named member of another party, with the language and the interpreter', async () => {
    const { clientId } = await anybody();
    expect((await get(clientId, helmi))?.client).toMatchObject(name);
    expect((await rowOf(clientId, helmi))?.client).toMatchObject(name);
    expect(server.clientNames.asked.at(-1)).toMatchObject({
      to: { staffId: 'staff-0009', role: 'MULTI_SECTOR_MEMBER' },
    });
  });

  it('is asked of the registry for nobody who is not appointed', async () => {
    const { clientId } = await anybody();
    const asked = server.clientNames.asked.length;
    expect(await code(get(clientId, stranger))).toBe('NOT_FOUND');
    expect(await list(stranger)).toMatchObject({ cases: [], registryAway: false });
    expect(server.clientNames.asked.length).toBe(asked);
  });

  it('is missing, and said to be, while the registry is away: the case is shown all the same', async () => {
    const { clientId } = await anybody();
    server.clientNames.turn('AWAY');
    expect(await get(clientId, helmi)).toMatchObject({ clientId, client: undefined, registryAway: true });
    expect(await list(helmi)).toMatchObject({ registryAway: true });
  });

  it('is nobody’s of the other parties after the exit', async () => {
    const { clientId, token, expectedVersion } = await anybody();
    const reason = contract.MultiSectorExitReason.MULTI_SECTOR_EXIT_REASON_EMPLOYED;
    const exit = { requestId: randomUUID(), clientId, expectedVersion, reason, exitedDate: day };
    await server.portal.exitMultiSector(exit, token);
    expect(await code(get(clientId, helmi))).toBe('NOT_FOUND');
    expect(await rowOf(clientId, helmi)).toBeUndefined();
  });

  it('is asked of a protected client with the handler who appointed the member, and with the reason', async () => {
    const { clientId } = await protectedClient();
    expect(await code(get(clientId, helmi))).toBe('INVALID_ARGUMENT');
    expect((await get(clientId, helmi, accessReason))?.client).toMatchObject(name);
    expect(server.clientNames.asked.at(-1)).toMatchObject({
      clientIds: [clientId],
      handlerId: handler.staffId,
      accessReason: 'CLIENT_CONTACT',
    });
  });

  it('and all else of a protected client stays out of lists, which ask nobody for a reason', async () => {
    const { clientId } = await protectedClient();
    const bare = { reasonAsked: true, state: 0, assessmentDueDate: '', nextMeetingDate: '', client: undefined };
    expect(await rowOf(clientId, helmi)).toMatchObject(bare);
    expect(await rowOf(clientId, handler)).toMatchObject(bare);
    expect(server.clientNames.asked.at(-1)?.clientIds).not.toContain(clientId);
  });

  it('leaves the reason of a member who looks at a protected client in the access log', async () => {
    const { clientId } = await protectedClient();
    await get(clientId, helmi, accessReason);
    const session = { actorId: handler.staffId, program: 'portal', roles: [handler.role] };
    const entries = await server.database.read(session, (sql) =>
      server.ports.accessLog.list(sql, { clientId, limit: 5 }),
    );
    const look = entries.find(({ action }) => action === 'GetMultiSectorCase');
    expect(look).toMatchObject({ actorId: helmi.staffId, result: 'SHOWN', reason: 'CLIENT_CONTACT' });
  });
});
