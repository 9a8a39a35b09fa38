import { randomUUID } from 'node:crypto';
import { roles } from '@tyovayla/kernel/role';
import type { Tx } from '@tyovayla/kernel/sql';
import { aProgram, aStaffMember } from '../testing/actors.ts';
import { type InMemoryPorts, inMemoryPorts } from '../testing/in-memory-ports.ts';
import { sampleAccess, sampleService } from '../testing/sample-service.ts';
import { tryCommand } from '../testing/try-command.ts';
import { runQuery } from './run-query.ts';

const aino = 'client-aino';
const protectedPerson = 'client-protected';

let world: InMemoryPorts;
let sample: ReturnType<typeof sampleService>;
const specialist = aStaffMember('CASE_SPECIALIST', { municipality: '240' });
const handler = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0004' });

beforeEach(async () => {
  world = inMemoryPorts();
  sample = sampleService(world);
  await world.transactions.transact({ actorId: 'test', program: 'test', roles: [] }, (tx: Tx) =>
    tx.write([
      sample.table.insert(aino, { clientId: aino, version: 1, days: 10 }),
      sample.table.insert(protectedPerson, {
        clientId: protectedPerson,
        version: 1,
        days: 10,
        handlerId: 'staff-0004',
      }),
    ]),
  );
});

const record = (days: number, given: { clientId?: string; actor?: typeof specialist; requestId?: string } = {}) => {
  const { clientId = aino, actor = specialist, ...rest } = given;
  return tryCommand(world.ports, sample.recordSubsidyDays, { actor, input: { clientId, days }, ...rest });
};

describe('a change', () => {
  it('is saved with its event, one line in the access log, and its answer', async () => {
    expect(await record(20)).toEqual({ ok: true, value: 2 });
    expect(sample.table.get(aino)).toMatchObject({ days: 20, version: 2 });
    expect(world.events().map(({ type }) => type)).toEqual(['tyovayla.clients.v1.SubsidyDaysRecorded']);
    expect(world.wakeUps()).toBe(1);
    expect(world.audit()).toMatchObject([
      {
        action: 'RecordSubsidyDays',
        actorId: 'staff-0001',
        actorRole: 'CASE_SPECIALIST',
        program: 'portal',
        subjectId: aino,
        dataGroup: 'client-record',
        purpose: 'employment-service',
        result: 'CHANGED',
      },
    ]);
  });

  it('stands in the access log with the reason on whose strength it was made, where there is one', async () => {
    const inNeed: typeof sample.recordSubsidyDays = {
      ...sample.recordSubsidyDays,
      accessReasonOf: ({ clientId }, _context, { days }) =>
        clientId === aino && days > 20 ? 'NEED_CLIENT_CONTACT' : undefined,
    };
    for (const days of [20, 30])
      await tryCommand(world.ports, inNeed, { actor: specialist, input: { clientId: aino, days } });
    expect(world.audit().map(({ result, reason }) => [result, reason])).toEqual([
      ['CHANGED', undefined],
      ['CHANGED', 'NEED_CLIENT_CONTACT'],
    ]);
  });

  it('happens once, however often it is asked for under one request id', async () => {
    const requestId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => record(20, { requestId })));
    expect(answers.map((answer) => JSON.stringify(answer))).toEqual(Array(3).fill('{"ok":true,"value":2}'));
    expect(world.events()).toHaveLength(1);
    expect(world.audit()).toHaveLength(1);
  });

  it('is refused where its request id was used for something else', async () => {
    const requestId = randomUUID();
    await record(20, { requestId });
    expect(await record(21, { requestId })).toMatchObject({
      ok: false,
      refusal: { kind: 'conflict', code: 'REQUEST_ID_REUSED' },
    });
  });

  it('may use a request id that another member of staff has used', async () => {
    const requestId = randomUUID();
    await record(20, { requestId });
    const other = aStaffMember('CASE_SPECIALIST', { id: 'staff-0002' });
    expect(await record(30, { requestId, actor: other })).toEqual({ ok: true, value: 3 });
  });

  it('can be asked for again under its id after it was refused', async () => {
    const requestId = randomUUID();
    expect((await record(5, { requestId })).ok).toBe(false);
    expect(await record(25, { requestId })).toEqual({ ok: true, value: 2 });
  });

  it('is lost as a whole where the access log cannot be written', async () => {
    world.breakAudit('broken');
    await expect(record(20)).rejects.toThrow('access log');
    expect(sample.table.get(aino)).toMatchObject({ days: 10, version: 1 });
    expect(world.events()).toHaveLength(0);
    expect(world.wakeUps()).toBe(0);
  });

  it('is refused as stale where another was saved in between', async () => {
    const late = {
      ...sample.recordSubsidyDays,
      load: async () => ({ clientId: aino, client: { clientId: aino, version: 0, days: 0 } }),
    };
    const result = await tryCommand(world.ports, late, { actor: specialist, input: { clientId: aino, days: 20 } });
    expect(result).toMatchObject({ ok: false, refusal: { kind: 'stale', code: 'CLIENT_CHANGED_MEANWHILE' } });
    expect(world.events()).toHaveLength(0);
  });

  it.each(['40001', '40P01'])(
    'is tried again where Postgres gave another the way (%s), three times at most',
    async (code) => {
      let tries = 0;
      const losing = {
        ...sample.recordSubsidyDays,
        load: async (...given: Parameters<typeof sample.recordSubsidyDays.load>) => {
          tries += 1;
          if (tries < 3) throw Object.assign(new Error('lost'), { code });
          return sample.recordSubsidyDays.load(...given);
        },
      };
      const call = { actor: specialist, input: { clientId: aino, days: 20 } };
      expect(await tryCommand(world.ports, losing, call)).toEqual({ ok: true, value: 2 });
      tries = -10;
      await expect(tryCommand(world.ports, losing, call)).rejects.toMatchObject({ code });
      expect(tries).toBe(-7);
    },
  );
});

describe('who may change what', () => {
  const allowed = new Set<string>(sampleAccess.roles);

  it.each(roles.map((role) => [role, allowed.has(role) ? 'may' : 'may not'] as const))(
    'a member of staff with the role %s %s use the method',
    async (role, may) => {
      const result = await record(20, { actor: aStaffMember(role) });
      if (may === 'may') expect(result.ok).toBe(true);
      else {
        expect(result).toMatchObject({ ok: false, refusal: { kind: 'forbidden', code: 'ROLE_NOT_ALLOWED' } });
        expect(world.audit()).toMatchObject([{ result: 'REFUSED', reason: 'ROLE_NOT_ALLOWED', actorRole: 'NONE' }]);
      }
    },
  );

  it('a program alone must be listed', async () => {
    expect((await record(20, { actor: aProgram('population') })).ok).toBe(true);
    expect(await record(20, { actor: aProgram('statistics') })).toMatchObject({
      ok: false,
      refusal: { kind: 'forbidden', code: 'PROGRAM_NOT_ALLOWED' },
    });
    expect(world.audit().map(({ result }) => result)).toEqual(['CHANGED', 'REFUSED']);
  });

  it('refuses a protected client as if they did not exist, and records both attempts', async () => {
    const hidden = await record(20, { clientId: protectedPerson });
    const missing = await record(20, { clientId: 'client-nobody' });
    expect(hidden).toEqual(missing);
    expect(hidden).toEqual({ ok: false, refusal: { kind: 'missing', code: 'CLIENT_NOT_FOUND', data: {} } });
    expect(world.audit().map(({ result, reason, subjectId }) => [result, reason, subjectId])).toEqual([
      ['REFUSED', 'PROTECTION_ORDER', protectedPerson],
      ['REFUSED', 'CLIENT_NOT_FOUND', 'client-nobody'],
    ]);
    expect(world.transactions.counts).toEqual({ committed: 3, rolledBack: 2 });
  });

  it('lets the assigned handler change a protected client', async () => {
    expect((await record(20, { clientId: protectedPerson, actor: handler })).ok).toBe(true);
  });
});

describe('a look at a client', () => {
  const look = (clientId: string, actor = specialist) =>
    runQuery(world.ports, sample.getClient, { actor, input: { clientId } });

  it('leaves one line in the access log', async () => {
    expect(await look(aino)).toMatchObject({ ok: true, value: { days: 10 } });
    expect(world.audit()).toMatchObject([{ action: 'GetClient', result: 'SHOWN', subjectId: aino }]);
  });

  it('shows nothing that cannot be recorded', async () => {
    world.breakAudit('broken');
    await expect(look(aino)).rejects.toThrow('access log');
  });

  it('finds a protected client as little as one who does not exist', async () => {
    expect(await look(protectedPerson)).toEqual(await look('client-nobody'));
    expect(world.audit().map(({ result }) => result)).toEqual(['REFUSED', 'REFUSED']);
    expect((await look(protectedPerson, handler)).ok).toBe(true);
  });

  it('leaves no line where no person’s data is touched', async () => {
    const figures = { ...sample.getClient, access: { ...sampleAccess, dataGroup: 'none' } };
    await runQuery(world.ports, figures, { actor: specialist, input: { clientId: aino } });
    expect(world.audit()).toHaveLength(0);
  });
});
