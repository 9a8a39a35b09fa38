import { localDate } from '@tyovayla/kernel/local-date';
import type { Actor } from '@tyovayla/runtime/actor';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import type { ClientId } from '../../domain/client/client.ts';
import { successionKinds } from '../../succession-kinds.ts';
import { aRegistration, identityCodeOf } from '../../testing/builders.ts';
import { handler, manager, officeOn } from '../../testing/office-on-postgres.ts';
import { type PostgresClients, startPostgresClients } from '../../testing/postgres-clients.ts';

let clients: PostgresClients;

const otherHandler = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0014' });
const order = { validFrom: '2026-01-01', validTo: '2026-01-31', handlerId: 'staff-0004' };

const { run, done, recordOf, eventsOf, sweep } = officeOn(() => clients);

let people = 0;
const somebody = async (form: Parameters<typeof aRegistration>[0] = {}): Promise<ClientId> => {
  people += 1;
  const registration = aRegistration({ identityCode: identityCodeOf(`19${60 + people}-05-04`, 910), ...form });
  const { registerJobSeeker } = clients.catalogue.commands;
  return (await done(registerJobSeeker, registration, aProgram('population'))).clientId;
};

beforeAll(async () => {
  clients = await startPostgresClients();
});

afterAll(() => clients.stop());

describe('a client under protection through the years (handbook 1.6)', () => {
  const reviewsFor = async (actor: Actor) => {
    const { listProtectionReviews } = clients.catalogue.queries;
    const shown = await runQuery(clients.pipeline, listProtectionReviews, { actor, input: {} });
    return shown.ok ? shown.value.map(({ clientId, validTo }) => `${clientId} ${validTo}`) : [];
  };

  it('stays protected after the granted period; the handler alone gets a task', async () => {
    const saara = await somebody({ protectionOrder: order });
    expect(await reviewsFor(handler)).toContain(`${saara} 2026-01-31`);
    expect(await reviewsFor(otherHandler)).toEqual([]);
    await expect(recordOf(saara)).rejects.toThrow('CLIENT_NOT_FOUND');
    const { prolongProtectionOrder } = clients.catalogue.commands;
    await done(prolongProtectionOrder, { clientId: saara, validTo: localDate('2028-01-31') }, handler);
    expect(await reviewsFor(handler)).not.toContain(`${saara} 2026-01-31`);
  });

  it('is handed over by the present handler, who sees them no more', async () => {
    const saara = await somebody({ protectionOrder: order });
    const { reassignProtectedHandler } = clients.catalogue.commands;
    const stolen = await run(reassignProtectedHandler, { clientId: saara, handlerId: 'staff-0014' }, otherHandler);
    expect(stolen.ok ? 'handed over' : stolen.refusal.code).toBe('CLIENT_NOT_FOUND');
    const named = await run(reassignProtectedHandler, { clientId: saara, handlerId: 'staff-0004' }, otherHandler);
    expect(named.ok ? 'handed over' : named.refusal.code).toBe('CLIENT_NOT_FOUND');
    await done(reassignProtectedHandler, { clientId: saara, handlerId: 'staff-0014' }, handler);
    await expect(recordOf(saara, handler)).rejects.toThrow('CLIENT_NOT_FOUND');
    expect((await recordOf(saara, otherHandler)).protectionOrder?.handlerId).toBe('staff-0014');
    expect((await eventsOf(saara)).at(-1)).toBe('ProtectedHandlerReassigned');
  });

  it('is served by another when their handler is gone: a manager decides so and sees nobody', async () => {
    const [left, heir] = ['staff-0094', 'staff-0095'].map((id) => aStaffMember('PROTECTED_CLIENT_HANDLER', { id }));
    if (left === undefined || heir === undefined) throw new Error('nobody');
    const saara = await somebody({ protectionOrder: { ...order, handlerId: 'staff-0094' } });
    const { handOverProtectedDesk } = clients.catalogue.commands;
    const desk = (fromHandlerId: string, actor: Actor = manager) =>
      run(handOverProtectedDesk, { fromHandlerId, toHandlerId: 'staff-0095' }, actor);
    expect(await desk('staff-0094')).toEqual(await desk('staff-0093'));
    expect((await desk('staff-0094', handler)).ok).toBe(false);
    const kinds = successionKinds(clients.catalogue.commands);
    await sweep(kinds);
    await sweep(kinds);
    await expect(recordOf(saara, left)).rejects.toThrow('CLIENT_NOT_FOUND');
    await expect(recordOf(saara, manager)).rejects.toThrow('CLIENT_NOT_FOUND');
    expect((await recordOf(saara, heir)).protectionOrder?.handlerId).toBe('staff-0095');
    expect((await eventsOf(saara)).at(-1)).toBe('ProtectedHandlerReassigned');
  });

  it('has an address for post beside the protected one', async () => {
    const saara = await somebody({ protectionOrder: order });
    const contactAddress = { streetAddress: 'PL 12', postalCode: '00101', city: 'Helsinki' };
    await done(clients.catalogue.commands.recordContactAddress, { clientId: saara, contactAddress }, handler);
    expect((await recordOf(saara, handler)).contactAddress).toEqual(contactAddress);
    await done(clients.catalogue.commands.recordContactAddress, { clientId: saara }, handler);
    expect(await recordOf(saara, handler)).not.toHaveProperty('contactAddress');
  });
});
