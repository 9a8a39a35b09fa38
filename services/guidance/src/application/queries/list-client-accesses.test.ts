import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { aStaffMember } from '@tyovayla/runtime/testing/actors';
import { aClientCase, aProtectedCase, handler, manager, otherHandler, specialist } from '../../testing/builders.ts';
import { inMemoryGuidance } from '../../testing/in-memory-guidance.ts';

const auditor = aStaffMember('AUDITOR', { id: 'staff-0007' });
const stranger = aStaffMember('CASE_SPECIALIST', { id: 'staff-0099' });
const page = { pageSize: 25 };

describe('who has seen what guidance keeps of a client (GDPR article 15)', () => {
  it('is told to whoever serves the client, the newest first, with purpose and result', async () => {
    const { clientId } = aClientCase();
    const { world, catalogue } = await inMemoryGuidance({ cases: [aClientCase()] });
    await runQuery(world.ports, catalogue.queries.listMeetings, { actor: manager, input: { clientId } });
    await runQuery(world.ports, catalogue.queries.listMeetings, { actor: stranger, input: { clientId } });
    const input = { ...page, clientId };
    const shown = await runQuery(world.ports, catalogue.queries.listClientAccesses, { actor: specialist, input });
    expect(shown.ok && shown.value.view?.rows).toMatchObject([
      { actorId: 'staff-0099', action: 'ListMeetings', result: 'REFUSED' },
      { actorId: manager.id, actorRole: 'SERVICE_MANAGER', purpose: 'employment-service', result: 'SHOWN' },
    ]);
  });

  it('is told to nobody else who serves clients: a need comes first', async () => {
    const { clientId } = aClientCase();
    const { world, catalogue } = await inMemoryGuidance({ cases: [aClientCase()] });
    const input = { ...page, clientId };
    const answer = await runQuery(world.ports, catalogue.queries.listClientAccesses, { actor: stranger, input });
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'forbidden', code: 'NEED_NOT_STATED' } });
  });

  it('is overseen by auditors, also of a client under protection', async () => {
    const { clientId } = aProtectedCase();
    const { world, catalogue } = await inMemoryGuidance({ cases: [aProtectedCase()] });
    await runQuery(world.ports, catalogue.queries.listMeetings, {
      actor: handler,
      input: { clientId, accessReason: 'CLIENT_SERVICE' },
    });
    const input = { ...page, clientId };
    const shown = await runQuery(world.ports, catalogue.queries.listClientAccesses, { actor: auditor, input });
    expect(shown.ok && shown.value.view?.rows.map(({ actorId }) => actorId)).toEqual([handler.id]);
    expect(world.audit().at(-1)).toMatchObject({
      action: 'ListClientAccesses',
      dataGroup: 'access-log',
      purpose: 'access-oversight',
    });
  });

  it.each([manager, otherHandler])('of a client under protection is hidden from all but the handler', async (actor) => {
    const { clientId } = aProtectedCase();
    const { world, catalogue } = await inMemoryGuidance({ cases: [aProtectedCase()] });
    const ask = (id: string) =>
      runQuery(world.ports, catalogue.queries.listClientAccesses, { actor, input: { ...page, clientId: id } });
    expect(await ask(clientId)).toEqual(await ask('0190f000-0000-7000-8000-00000000dead'));
  });
});
