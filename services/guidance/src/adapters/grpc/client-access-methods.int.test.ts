import { randomUUID } from 'node:crypto';
import { AccessReason } from '@tyovayla/proto/tyovayla/guidance/v1/access_reason';
import { type Caller, type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';
import { refusalOf, registered } from '../../testing/portal-calls.ts';

let guidance: GuidanceServer;

const manager: Caller = { staffId: 'staff-0003', role: 'SERVICE_MANAGER' };
const handler: Caller = { staffId: 'staff-0004', role: 'PROTECTED_CLIENT_HANDLER' };
const auditor: Caller = { staffId: 'staff-0007', role: 'AUDITOR' };

const accessesOf = async (
  clientId: string,
  by: Caller,
  page: { pageSize?: number; pageToken?: string; accessReason?: AccessReason } = {},
) => guidance.portal.listClientAccesses({ clientId, pageSize: 0, pageToken: '', ...page }, await guidance.as(by));

const reasoned = { accessReason: AccessReason.ACCESS_REASON_CLIENT_CONTACT };

const look = async (clientId: string, by: Caller, why: { accessReason?: AccessReason } = {}): Promise<unknown> =>
  guidance.portal.listMeetings({ clientId, ...why }, await guidance.as(by));

beforeAll(async () => {
  guidance = await startGuidanceServer();
});
afterAll(() => guidance?.stop());

describe('who has seen what guidance keeps of a client, as callers ask for it', () => {
  it('is told page by page, the newest first', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId));
    await look(clientId, manager);
    await refusalOf(look(clientId, { staffId: 'staff-0999', role: 'CASE_SPECIALIST' }));
    const first = await accessesOf(clientId, auditor, { pageSize: 1 });
    expect(first.accesses).toMatchObject([{ actorId: 'staff-0999', result: 'REFUSED', dataGroup: 'client-process' }]);
    const second = await accessesOf(clientId, auditor, { pageSize: 5, pageToken: first.nextPageToken });
    expect(
      second.accesses.map(({ action, actorId, actorRole, result }) => [action, actorId, actorRole, result]),
    ).toEqual([['ListMeetings', 'staff-0003', 'SERVICE_MANAGER', 'SHOWN']]);
    expect(second.nextPageToken).toBe('');
  });

  it('of a client under protection is told to the handler and to auditors; to others there is no such client', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId, { handlerId: handler.staffId }));
    await look(clientId, handler, reasoned);
    expect((await accessesOf(clientId, handler, reasoned)).accesses).toMatchObject([{ actorId: handler.staffId }]);
    expect((await accessesOf(clientId, auditor)).accesses.map(({ action }) => action)).toContain('ListMeetings');
    const hidden = await refusalOf(accessesOf(clientId, manager));
    expect(hidden).toEqual(await refusalOf(accessesOf(randomUUID(), manager)));
    expect([hidden.code, hidden.reason]).toEqual(['NOT_FOUND', 'CLIENT_CASE_NOT_FOUND']);
  });
});

describe('a client under protection, as the client’s handler asks for them (handbook 1.6 (5))', () => {
  it('is shown for a reason, which stands in the access log; without one nothing is', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId, { handlerId: handler.staffId }));
    for (const unreasoned of [look(clientId, handler), accessesOf(clientId, handler)])
      expect(await refusalOf(unreasoned)).toMatchObject({
        code: 'INVALID_ARGUMENT',
        reason: 'ACCESS_REASON_REQUIRED',
        violations: [{ field: 'access_reason' }],
      });
    await look(clientId, handler, reasoned);
    const { accesses } = await accessesOf(clientId, auditor);
    expect(accesses.map(({ action, result, accessReason }) => [action, result, accessReason])).toEqual([
      ['ListMeetings', 'SHOWN', 'CLIENT_CONTACT'],
    ]);
  });

  it('is nobody to everybody else, whether they give a reason or not', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId, { handlerId: handler.staffId }));
    const otherHandler: Caller = { staffId: 'staff-0014', role: 'PROTECTED_CLIENT_HANDLER' };
    for (const by of [manager, otherHandler]) {
      const ofNobody = await refusalOf(look(randomUUID(), by));
      expect(await refusalOf(look(clientId, by))).toEqual(ofNobody);
      expect(await refusalOf(look(clientId, by, reasoned))).toEqual(ofNobody);
    }
  });
});
