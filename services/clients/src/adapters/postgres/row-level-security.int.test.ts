import { randomUUID } from 'node:crypto';
import { localDate } from '@tyovayla/kernel/local-date';
import type { SessionActor } from '@tyovayla/kernel/sql';
import type { Actor } from '@tyovayla/runtime/actor';
import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import { Client as PgClient } from 'pg';
import type { Registered } from '../../application/commands/register-job-seeker.ts';
import { aRegistration, identityCodeOf, today } from '../../testing/builders.ts';
import { type PostgresClients, startPostgresClients } from '../../testing/postgres-clients.ts';

let clients: PostgresClients;

const handler = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0004' });
const otherHandler = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0014' });
const specialist = aStaffMember('CASE_SPECIALIST', { id: 'staff-0001' });
const askedBy = (actor: Actor) => ({ actor, now: clients.clock.now(), today });
const order = { validFrom: '2026-01-01', validTo: '', handlerId: 'staff-0004' };

const session = (actorId: string, ...roles: readonly string[]): SessionActor => ({ actorId, program: 'portal', roles });
const alone = (program: string): SessionActor => ({ actorId: program, program, roles: [] });

const register = (form: Parameters<typeof aRegistration>[0], actor: Actor) =>
  tryCommand(clients.pipeline, clients.catalogue.commands.registerJobSeeker, {
    actor,
    input: aRegistration(form),
    requestId: randomUUID(),
  });

const registered = async (form: Parameters<typeof aRegistration>[0], actor: Actor): Promise<Registered> => {
  const result = await register(form, actor);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

/** Rows of the three tables that a session sees, whatever the service's own code would let through. */
const rowsSeen = (actor: SessionActor, { clientId, jobSearchId }: Registered): Promise<readonly number[]> =>
  clients.database.read(actor, async (sql) => {
    const [seen] = await sql.query<{ c: number; j: number; s: number }>(
      `SELECT (SELECT count(*)::int FROM client WHERE client_id = $1) AS c,
        (SELECT count(*)::int FROM job_search WHERE job_search_id = $2) AS j,
        (SELECT count(*)::int FROM status_spell WHERE job_search_id = $2) AS s`,
      [clientId, jobSearchId],
    );
    return seen ? [seen.c, seen.j, seen.s] : [];
  });

let known: Registered;
let hidden: Registered;

beforeAll(async () => {
  clients = await startPostgresClients();
  known = await registered({ identityCode: identityCodeOf('1980-01-01', 900) }, specialist);
  hidden = await registered({ identityCode: identityCodeOf('1980-01-01', 902), protectionOrder: order }, otherHandler);
});

afterAll(() => clients.stop());

const all = [1, 1, 1];
const nothing = [0, 0, 0];

describe('row-level security, the second lock on clients', () => {
  it.each([
    ['a case specialist', session('staff-0001', 'CASE_SPECIALIST'), all, nothing],
    ['a service manager', session('staff-0003', 'SERVICE_MANAGER'), all, nothing],
    ['the assigned handler', session('staff-0004', 'PROTECTED_CLIENT_HANDLER'), all, all],
    ['the handler who registered them for another', session('staff-0014', 'PROTECTED_CLIENT_HANDLER'), all, nothing],
    ['a case specialist with the handler’s id', session('staff-0004', 'CASE_SPECIALIST'), all, nothing],
    ['a statistician', session('staff-0005', 'STATISTICIAN'), nothing, nothing],
    ['a board member', session('staff-0006', 'BOARD_MEMBER'), nothing, nothing],
    ['an auditor', session('staff-0007', 'AUDITOR'), nothing, nothing],
    ['nobody in particular', session('', ''), nothing, nothing],
    ['the statistics program', alone('statistics'), nothing, nothing],
    ['the population program', alone('population'), all, nothing],
    ['the service’s own timers', alone('clients'), all, all],
  ])('shows %s the rows they may see and no other', async (_, actor, unprotected, guarded) => {
    expect([await rowsSeen(actor, known), await rowsSeen(actor, hidden)]).toEqual([unprotected, guarded]);
  });

  it('shows nothing to a connection that says not who it acts for', async () => {
    const { url } = await clients.postgres.createService('clients');
    const bare = new PgClient({ connectionString: url });
    await bare.connect();
    const seen = await bare.query('SELECT client_id FROM client').then(
      ({ rowCount }) => rowCount,
      (error: { code?: string }) => error.code,
    );
    await bare.end();
    // 42704: the setting does not exist.
    expect(seen).toBe('42704');
  });

  it('binds the owner of the tables too, but for finding an id by identity code', async () => {
    const owner = new PgClient({ connectionString: clients.migratorUrl });
    await owner.connect();
    const { rowCount } = await owner.query('SELECT 1 FROM status_spell');
    await owner.end();
    expect(rowCount).toBe(0);
  });

  it('lets nobody but handlers and the takeover program store a protected client', async () => {
    const { clients: repository } = clients.ports;
    const loaded = await clients.database.transact(alone('clients'), (tx) =>
      repository.load(tx, known.clientId, askedBy(aProgram('clients'))),
    );
    if (loaded === undefined) throw new Error('not found');
    const guarded = { ...loaded, protectionOrder: { validFrom: localDate('2026-01-01'), handlerId: 'staff-0001' } };
    const byCaseSpecialist = clients.database.transact(session('staff-0001', 'CASE_SPECIALIST'), (tx) =>
      tx.write(repository.save(loaded, guarded)),
    );
    await expect(byCaseSpecialist).rejects.toThrow(/row-level security/);
  });

  it('lets the app role alter no identity and delete nobody', async () => {
    const denied = (text: string) =>
      clients.database
        .transact(alone('clients'), (tx) => tx.query(text))
        .then(
          () => 'allowed',
          (error: { code?: string }) => error.code,
        );
    expect(await denied('DELETE FROM client')).toBe('42501');
    expect(await denied('UPDATE client SET client_id = gen_random_uuid()')).toBe('42501');
    expect(await denied('DELETE FROM status_spell')).toBe('42501');
    expect(await denied('UPDATE job_search SET started_on = started_on - 1')).toBe('42501');
  });
});

describe('a protected client in the database', () => {
  it('is not registered a second time by somebody who can’t see them', async () => {
    const form = { identityCode: identityCodeOf('1980-01-01', 902) };
    for (const actor of [specialist, otherHandler, aProgram('population')]) {
      const result = await register(form, actor);
      expect(result.ok ? 'registered' : result.refusal.code).toBe('REGISTRATION_NEEDS_HANDLER');
    }
  });

  it('is handed over to another handler in one change, and then seen by them alone', async () => {
    const person = await registered({ identityCode: identityCodeOf('1980-01-01', 904) }, specialist);
    const { clientId } = person;
    const { recordProtectionOrder, liftProtectionOrder } = clients.catalogue.commands;
    const handed = await tryCommand(clients.pipeline, recordProtectionOrder, {
      actor: handler,
      input: { clientId, order: { validFrom: today, handlerId: 'staff-0014' } },
      requestId: randomUUID(),
    });
    expect(handed).toEqual({ ok: true, value: { version: 3 } });
    const lift = (actor: Actor) =>
      tryCommand(clients.pipeline, liftProtectionOrder, { actor, input: { clientId }, requestId: randomUUID() });
    expect(await lift(handler)).toEqual({
      ok: false,
      refusal: { kind: 'missing', code: 'CLIENT_NOT_FOUND', data: {} },
    });
    expect(await lift(otherHandler)).toEqual({ ok: true, value: { version: 4 } });
    expect(await rowsSeen(session('staff-0001', 'CASE_SPECIALIST'), person)).toEqual(all);
  });

  it('stays hidden where the service’s reader is asked past the access rule', async () => {
    const { reader } = clients.ports;
    const row = await clients.database.read(session('staff-0001', 'CASE_SPECIALIST'), (sql) =>
      reader.get(sql, hidden.clientId, askedBy(specialist)),
    );
    expect(row).toBeUndefined();
  });
});

describe('searching by name among many clients', () => {
  it('uses the index under row-level security', async () => {
    const plan = await clients.database.read(session('staff-0001', 'CASE_SPECIALIST'), async (sql) => {
      await sql.query('SET LOCAL enable_seqscan = off');
      return sql.query<{ 'QUERY PLAN': string }>(
        "EXPLAIN SELECT client_id FROM client WHERE family_name_key >= 'lah' AND family_name_key < 'lai'",
      );
    });
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Index Cond: .*family_name_key/);
  });
});
