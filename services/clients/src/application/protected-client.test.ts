import { localDate } from '@tyovayla/kernel/local-date';
import { roles } from '@tyovayla/kernel/role';
import type { Actor } from '@tyovayla/runtime/actor';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import type { ClientId } from '../domain/client/client.ts';
import { aNationalRecordForm, aRegistration, clientId, identityCodeOf, today } from '../testing/builders.ts';
import { type InMemoryService, inMemoryService } from '../testing/in-memory-service.ts';
import { letServe } from '../testing/let-serve.ts';

const specialist = aStaffMember('CASE_SPECIALIST', { id: 'staff-0001' });
const handler = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0004' });
const otherHandler = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0014' });
const population = aProgram('population');

const order = { validFrom: '2026-01-01', validTo: '', handlerId: 'staff-0004' };
const unknown = clientId(404);

let service: InMemoryService;

const register = (form: Parameters<typeof aRegistration>[0], actor: Actor = handler) =>
  tryCommand(service.world.ports, service.catalogue.commands.registerJobSeeker, {
    actor,
    input: aRegistration(form),
  });

const registered = async (form: Parameters<typeof aRegistration>[0]): Promise<ClientId> => {
  const result = await register(form);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.clientId;
};

const served = (id: ClientId, ...staff: readonly Actor[]): Promise<void> =>
  letServe({ ...service.world, ...service.ports }, id, staff);

const tryAll = async (id: ClientId, actor: Actor) => {
  const { commands, queries } = service.catalogue;
  const { ports } = service.world;
  const on = { clientId: id };
  const why = { ...on, accessReason: 'CLIENT_SERVICE' } as const;
  const handed = { validFrom: localDate('2026-01-01'), handlerId: 'staff-0014' };
  return {
    GetClient: await runQuery(ports, queries.getClient, { actor, input: why }),
    ListClientAccesses: await runQuery(ports, queries.listClientAccesses, { actor, input: { ...why, pageSize: 25 } }),
    MoveClient: await tryCommand(ports, commands.moveClient, {
      actor,
      input: { ...on, municipalityCode: '751', from: today },
    }),
    RecordContactAddress: await tryCommand(ports, commands.recordContactAddress, { actor, input: on }),
    ProlongProtectionOrder: await tryCommand(ports, commands.prolongProtectionOrder, { actor, input: on }),
    RecordEmploymentStatus: await tryCommand(ports, commands.recordEmploymentStatus, {
      actor,
      input: { ...on, statusCode: '01', from: today },
    }),
    RecordSubsidyDays: await tryCommand(ports, commands.recordSubsidyDays, {
      actor,
      input: { ...on, days: 5, countedOn: today },
    }),
    TransferClientOut: await tryCommand(ports, commands.transferClientOut, {
      actor,
      input: { ...on, toArea: 'atlantis' as never, transferredOn: today, planIds: [] },
    }),
    EndJobSearch: await tryCommand(ports, commands.endJobSearch, {
      actor,
      input: { ...on, reason: 'EMPLOYED', endedOn: today },
    }),
    RecordProtectionOrder: await tryCommand(ports, commands.recordProtectionOrder, {
      actor,
      input: { ...on, order: handed },
    }),
    ReassignProtectedHandler: await tryCommand(ports, commands.reassignProtectedHandler, {
      actor,
      input: { ...on, handlerId: 'staff-0004' },
    }),
    LiftProtectionOrder: await tryCommand(ports, commands.liftProtectionOrder, { actor, input: on }),
  };
};

describe('a client under a protection order (act 661/2009 36 §, handbook 1.6)', () => {
  beforeEach(() => {
    service = inMemoryService();
  });

  it.each([
    ['a case specialist', specialist],
    ['a service manager', aStaffMember('SERVICE_MANAGER', { id: 'staff-0003' })],
    ['another protected-client handler', otherHandler],
    ['a case specialist with the handler’s own staff id', aStaffMember('CASE_SPECIALIST', { id: 'staff-0004' })],
    ['the population program', population],
  ])('is answered to %s exactly as a client who does not exist', async (_, actor) => {
    const id = await registered({ protectionOrder: order });
    expect(await tryAll(id, actor)).toEqual(await tryAll(unknown, actor));
  });

  it('is found by identity code by the assigned handler alone', async () => {
    await registered({ protectionOrder: order });
    const find = (actor: Actor, code: string) =>
      runQuery(service.world.ports, service.catalogue.queries.findClientByIdentityCode, {
        actor,
        input: { identityCode: code as never, accessReason: 'CLIENT_CONTACT' },
      });
    const mine = identityCodeOf('1988-05-14');
    expect(await find(specialist, mine)).toEqual(await find(specialist, identityCodeOf('1970-01-01')));
    expect((await find(handler, mine)).ok).toBe(true);
  });

  it('is in the assigned handler’s list and in nobody else’s', async () => {
    const hidden = await registered({ protectionOrder: order });
    const shown = await registered({ identityCode: identityCodeOf('1970-01-01') });
    for (const id of [hidden, shown]) await served(id, handler, otherHandler, specialist);
    const rowsFor = async (actor: Actor) => {
      const list = await runQuery(service.world.ports, service.catalogue.queries.listClients, {
        actor,
        input: { pageSize: 25, accessReason: 'CLIENT_SERVICE' },
      });
      return list.ok ? list.value.rows.length : -1;
    };
    expect([await rowsFor(handler), await rowsFor(otherHandler), await rowsFor(specialist)]).toEqual([2, 1, 1]);
  });

  it('is served by the assigned handler like any other client', async () => {
    const id = await registered({ protectionOrder: order });
    const { GetClient, RecordEmploymentStatus, EndJobSearch, LiftProtectionOrder } = await tryAll(id, handler);
    expect([GetClient.ok, RecordEmploymentStatus.ok, EndJobSearch.ok, LiftProtectionOrder.ok]).toEqual(
      Array(4).fill(true),
    );
  });

  it('leaves a trace of everyone who tried, with the client’s id', async () => {
    const id = await registered({ protectionOrder: order });
    await tryAll(id, specialist);
    const tried = service.world.audit().filter(({ actorId }) => actorId === 'staff-0001');
    expect(tried.map(({ action, result, subjectId }) => [action, result, subjectId])).toEqual(
      [
        ['GetClient', id],
        ['ListClientAccesses', id],
        ['MoveClient', id],
        ['RecordContactAddress', id],
        // Refused for the role alone, before any client is looked for.
        ['ProlongProtectionOrder', undefined],
        ['RecordEmploymentStatus', id],
        ['RecordSubsidyDays', id],
        ['TransferClientOut', id],
        ['EndJobSearch', id],
        ['RecordProtectionOrder', undefined],
        ['ReassignProtectedHandler', undefined],
        ['LiftProtectionOrder', undefined],
      ].map(([action, subject]) => [action, 'REFUSED', subject]),
    );
  });

  it('has a log of accesses that an auditor sees, without anything of the client', async () => {
    const id = await registered({ protectionOrder: order });
    const shown = await runQuery(service.world.ports, service.catalogue.queries.listClientAccesses, {
      actor: aStaffMember('AUDITOR', { id: 'staff-0007' }),
      input: { clientId: id, pageSize: 25 },
    });
    expect(shown.ok && shown.value.rows.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['RegisterJobSeeker', 'staff-0004'],
    ]);
  });

  it('leaves the sight of the handler who hands them over to another', async () => {
    const id = await registered({});
    const recording = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0024' });
    await served(id, recording);
    const { RecordProtectionOrder } = await tryAll(id, recording);
    expect(RecordProtectionOrder.ok).toBe(true);
    expect((await tryAll(id, handler)).GetClient).toEqual((await tryAll(unknown, handler)).GetClient);
    expect((await tryAll(id, otherHandler)).GetClient.ok).toBe(true);
  });

  it('tells no other service a municipality, a name or why', async () => {
    await registered({ protectionOrder: order });
    const bodies = service.world.events().map(({ body }) => Buffer.from(body).toString('latin1'));
    expect(bodies.filter((body) => /240|Lahtinen|Aino|140588|PROTECT|staff-0004.*staff-0004/.test(body))).toEqual([]);
  });
});

describe('looking at a client under a protection order (handbook 1.6 (5))', () => {
  beforeEach(() => {
    service = inMemoryService();
  });

  const look = (id: ClientId, reason?: 'STATEMENT', actor: Actor = handler) =>
    runQuery(service.world.ports, service.catalogue.queries.getClient, {
      actor,
      input: { clientId: id, ...(reason && { accessReason: reason }) },
    });

  const accessesOf = async (id: ClientId) => {
    const shown = await runQuery(service.world.ports, service.catalogue.queries.listClientAccesses, {
      actor: handler,
      input: { clientId: id, pageSize: 25, accessReason: 'DATA_SUBJECT_REQUEST' },
    });
    return shown.ok ? shown.value.rows : [];
  };

  it('takes a reason, which is asked of the assigned handler and of nobody else', async () => {
    const id = await registered({ protectionOrder: order });
    const asked = await look(id);
    expect(asked.ok ? 'shown' : [asked.refusal.kind, asked.refusal.code]).toEqual([
      'invalid',
      'ACCESS_REASON_REQUIRED',
    ]);
    expect(await look(id, undefined, otherHandler)).toEqual(await look(unknown, undefined, otherHandler));
    expect((await look(id, 'STATEMENT')).ok).toBe(true);
  });

  it('stands in the access log with its reason, where the client reads it', async () => {
    const id = await registered({ protectionOrder: order });
    await look(id, 'STATEMENT');
    expect((await accessesOf(id)).map(({ action, accessReason }) => [action, accessReason])).toEqual([
      ['GetClient', 'STATEMENT'],
      ['RegisterJobSeeker', undefined],
    ]);
  });

  it('takes no reason where nobody is protected, and logs none', async () => {
    const id = await registered({});
    await served(id, handler);
    expect((await look(id)).ok).toBe(true);
    await look(id, 'STATEMENT');
    expect((await accessesOf(id)).flatMap(({ accessReason }) => accessReason ?? [])).toEqual([]);
  });

  it('in a list stands in the log of each of them, and of nobody else', async () => {
    const saara = await registered({ protectionOrder: order });
    await registered({ identityCode: identityCodeOf('1970-01-01') });
    await runQuery(service.world.ports, service.catalogue.queries.listClients, {
      actor: handler,
      input: { pageSize: 25, accessReason: 'CLIENT_CONTACT' },
    });
    const looks = service.world.audit().filter(({ action }) => action === 'ListClients');
    expect(looks.map(({ subjectId, reason }) => [subjectId, reason])).toEqual([
      [undefined, 'CLIENT_CONTACT'],
      [saara, 'CLIENT_CONTACT'],
    ]);
  });

  it('happens in no list and no search by identity code without a reason', async () => {
    await registered({ protectionOrder: order });
    const { listClients, findClientByIdentityCode } = service.catalogue.queries;
    const listed = await runQuery(service.world.ports, listClients, { actor: handler, input: { pageSize: 25 } });
    expect(listed.ok && listed.value.rows).toEqual([]);
    const found = await runQuery(service.world.ports, findClientByIdentityCode, {
      actor: handler,
      input: { identityCode: identityCodeOf('1988-05-14') },
    });
    expect(found.ok ? 'found' : found.refusal.code).toBe('ACCESS_REASON_REQUIRED');
  });
});

describe('registering a person under a protection order', () => {
  beforeEach(() => {
    service = inMemoryService();
  });

  it.each(roles.filter((role) => ['CASE_SPECIALIST', 'SERVICE_MANAGER'].includes(role)))(
    'sends a %s to a protected-client handler',
    async (role) => {
      const result = await register({ protectionOrder: order }, aStaffMember(role));
      expect(result).toEqual({
        ok: false,
        refusal: { kind: 'forbidden', code: 'REGISTRATION_NEEDS_HANDLER', data: {} },
      });
    },
  );

  it('is open to any protected-client handler and to the takeover program', async () => {
    expect((await register({ protectionOrder: order }, otherHandler)).ok).toBe(true);
    const another = { protectionOrder: order, identityCode: identityCodeOf('1970-01-01') };
    expect((await register(another, population)).ok).toBe(true);
  });

  it('is closed to all but the assigned handler where the person is known already', async () => {
    await registered({ protectionOrder: order });
    const codes = await Promise.all(
      [specialist, otherHandler, population, handler].map(async (actor) => {
        const result = await register({}, actor);
        return result.ok ? 'registered' : result.refusal.code;
      }),
    );
    expect(codes).toEqual([...Array(3).fill('REGISTRATION_NEEDS_HANDLER'), 'JOB_SEARCH_ALREADY_RUNNING']);
  });
});

describe('taking over a job search with its history', () => {
  beforeEach(() => {
    service = inMemoryService();
  });

  const record = { statusCode: '', nationalRecord: aNationalRecordForm() };

  it('is open to the takeover program alone', async () => {
    expect((await register(record, population)).ok).toBe(true);
  });

  it.each(roles.filter((role) => ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'].includes(role)))(
    'is closed to a %s: nobody back-dates a job search',
    async (role) => {
      const result = await register(record, aStaffMember(role));
      expect(result).toEqual({
        ok: false,
        refusal: { kind: 'forbidden', code: 'NATIONAL_RECORD_NOT_ALLOWED', data: {} },
      });
    },
  );
});
