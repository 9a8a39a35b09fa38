import { NeedReason } from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import { AccessOpened } from '@tyovayla/proto/tyovayla/guidance/v1/assignment_events';
import { assignmentCalls, handler, itself, kemi, manager, reasonOf, tornio } from '../../testing/assignment-calls.ts';
import { type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';

let guidance: GuidanceServer;
let calls: ReturnType<typeof assignmentCalls>;

beforeAll(async () => {
  guidance = await startGuidanceServer();
  calls = assignmentCalls(guidance);
});

afterAll(() => guidance?.stop());

const audited = (clientId: string) =>
  guidance.database.read(itself, (sql) =>
    sql.query<{ action: string; result: string; actor_id: string; rule: string | null }>(
      'SELECT action, result, actor_id, rule FROM audit_entry WHERE subject_id = $1 ORDER BY entry_id',
      [clientId],
    ),
  );

// Reliability and security 44: only overridable rules, a reason, some hours, notice to the supervisor.
describe('a stated need', () => {
  it('opens a client’s data to somebody who doesn’t serve the client, and leaves its trace', async () => {
    const clientId = await calls.clientOf(kemi);
    expect(await reasonOf(calls.meetingsOf(clientId, tornio))).toBe('NEED_NOT_STATED');
    const { needId, untilTime } = await calls.openAccess(clientId, tornio);
    expect(untilTime?.toISOString()).toBe('2026-02-02T18:00:00.000Z');
    expect((await calls.meetingsOf(clientId, tornio)).meetings).toBeDefined();
    expect((await audited(clientId)).filter(({ actor_id }) => actor_id === tornio.staffId)).toMatchObject([
      { action: 'ListMeetings', result: 'REFUSED', rule: 'NEED_NOT_STATED' },
      { action: 'OpenAccess', result: 'CHANGED' },
      { action: 'ListMeetings', result: 'SHOWN', rule: 'NEED_CLIENT_CONTACT' },
    ]);
    const { needs } = await guidance.portal.listOpenNeeds(
      { statedFromDate: '', pageSize: 0, pageToken: '' },
      await guidance.as(manager),
    );
    expect(needs.filter((need) => need.clientId === clientId)).toMatchObject([
      { needId, staffId: 'staff-0002', text: 'Asiakas on tiskillä', open: true },
    ]);
  });

  it('tells other services without its words', async () => {
    const clientId = await calls.clientOf(kemi);
    const { needId } = await calls.openAccess(clientId, tornio);
    const [event] = await guidance.database.read(itself, (sql) =>
      sql.query<{ body: Buffer; aggregate_version: number }>(
        `SELECT body, aggregate_version FROM outbox
            WHERE aggregate_id = $1 AND type = 'tyovayla.guidance.v1.AccessOpened'`,
        [clientId],
      ),
    );
    const body = event?.body ?? Buffer.alloc(0);
    expect(AccessOpened.decode(body)).toMatchObject({
      clientId,
      needId,
      staffId: 'staff-0002',
      reason: NeedReason.NEED_REASON_CLIENT_CONTACT,
    });
    expect(body.includes('tiskill')).toBe(false);
  });

  it('opens nothing any more when its hours are over', async () => {
    const clientId = await calls.clientOf(kemi);
    await calls.openAccess(clientId, tornio, { hours: 2 });
    guidance.clock.advance({ hours: 2, ms: -1 });
    expect((await calls.meetingsOf(clientId, tornio)).meetings).toBeDefined();
    guidance.clock.advance({ ms: 1 });
    expect(await reasonOf(calls.meetingsOf(clientId, tornio))).toBe('NEED_NOT_STATED');
    guidance.clock.set('2026-02-02T12:00:00+02:00');
  });

  it('is not stated where there is nothing to open, nor for longer than the area allows, nor with an identity code', async () => {
    const clientId = await calls.clientOf(kemi);
    expect(await reasonOf(calls.openAccess(clientId, kemi))).toBe('CLIENT_SERVED_ALREADY');
    expect(await reasonOf(calls.openAccess(clientId, tornio, { hours: 9 }))).toBe('INVALID_REQUEST');
    expect(await reasonOf(calls.openAccess(clientId, tornio, { text: 'Asia koskee 010188-999H' }))).toBe(
      'INVALID_REQUEST',
    );
    await calls.openAccess(clientId, tornio);
    expect(await reasonOf(calls.openAccess(clientId, tornio))).toBe('CLIENT_SERVED_ALREADY');
  });

  it('never opens a protected client, who looks like nobody, and closes when the protection comes', async () => {
    const clientId = await calls.clientOf(kemi);
    await calls.openAccess(clientId, tornio);
    await guidance.hear({ kind: 'ResidenceChanged', clientId, residence: { handlerId: handler.staffId } });
    for (const caller of [kemi, tornio, manager]) {
      expect(await reasonOf(calls.meetingsOf(clientId, caller))).toBe('CLIENT_CASE_NOT_FOUND');
      expect(await reasonOf(calls.whose(clientId, caller))).toBe('CLIENT_CASE_NOT_FOUND');
    }
    expect(await reasonOf(calls.openAccess(clientId, tornio))).toBe('CLIENT_CASE_NOT_FOUND');
    const { needs } = await guidance.portal.listOpenNeeds(
      { statedFromDate: '2026-01-01', pageSize: 0, pageToken: '' },
      await guidance.as(manager),
    );
    expect(needs.filter((need) => need.clientId === clientId)).toEqual([]);
    const asManager = { actorId: manager.staffId, program: 'portal', roles: [manager.role] };
    for (const table of ['stated_need', 'client_assignment', 'day_task']) {
      const text = `SELECT 1 FROM ${table} WHERE client_id = $1`;
      expect(await guidance.database.read(asManager, (sql) => sql.query(text, [clientId]))).toEqual([]);
    }
    expect(await calls.whose(clientId, handler)).toMatchObject({ specialistId: 'staff-0004', needFirst: false });
    await guidance.hear({ kind: 'ResidenceChanged', clientId, residence: { municipalityCode: '240' } });
    expect(await reasonOf(calls.meetingsOf(clientId, tornio))).toBe('NEED_NOT_STATED');
    expect((await calls.whose(clientId)).specialistId).not.toBe('staff-0004');
  });
});
