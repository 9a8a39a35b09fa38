import { randomUUID } from 'node:crypto';
import { localDate } from '@tyovayla/kernel/local-date';
import type { SessionActor } from '@tyovayla/kernel/sql';
import { Client as PgClient } from 'pg';
import { endMultiSectorMembership } from '../../domain/multi-sector/end-multi-sector-membership.ts';
import type { MultiSectorCase } from '../../domain/multi-sector/multi-sector-case.ts';
import { aJobSearch } from '../../testing/builders.ts';
import { type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';
import { aConsultedCase, aReferredCase, deciding, yes } from '../../testing/multi-sector-builders.ts';
import { multiSectorRepositoryContract } from '../../testing/multi-sector-repository-contract.ts';

let started: Promise<GuidanceServer> | undefined;

const server = (): Promise<GuidanceServer> => {
  started ??= startGuidanceServer();
  return started;
};

afterAll(async () => (await started)?.stop());

type About = { readonly statusSince?: string; readonly handlerId?: string };

const aClient = async ({ statusSince = '2026-02-02', handlerId }: About = {}): Promise<string> => {
  const { hear, database } = await server();
  const clientId = randomUUID();
  const jobSearch = aJobSearch({ jobSearchId: randomUUID(), statusSince: localDate(statusSince) });
  const residence = handlerId === undefined ? { municipalityCode: '240' } : { handlerId };
  await hear({ kind: 'JobSearchStarted', clientId, jobSearch, residence });
  const itself = { actorId: 'guidance', program: 'guidance', roles: [] };
  await database.transact(itself, (tx) =>
    tx.query("UPDATE client_case SET specialist_id = 'staff-0001' WHERE client_id = $1 AND handler_id IS NULL", [
      clientId,
    ]),
  );
  return clientId;
};

multiSectorRepositoryContract('Postgres', async () => {
  const { ports, database } = await server();
  const { multiSectorCases, multiSectorPrompts, managementGroups, expertOrders } = ports;
  const transactions = database;
  return { multiSectorCases, multiSectorPrompts, managementGroups, expertOrders, transactions, aClient };
});

const session = (actorId: string, ...roles: readonly string[]): SessionActor => ({ actorId, program: 'portal', roles });

/** Rows of case and members that a session sees, whatever the service's own code would let through. */
const rowsSeen = async (actor: SessionActor, { caseId }: MultiSectorCase): Promise<readonly number[]> => {
  const { database } = await server();
  return database.read(actor, async (sql) => {
    const [seen] = await sql.query<{ c: number; m: number }>(
      `SELECT (SELECT count(*)::int FROM multi_sector_case WHERE case_id = $1) AS c,
        (SELECT count(*)::int FROM multi_sector_member WHERE case_id = $1) AS m`,
      [caseId],
    );
    return seen ? [seen.c, seen.m] : [];
  });
};

/** Stores a case with a network of three in two steps, as referral and appointments do. */
const stored = async (whole: MultiSectorCase, actor: SessionActor): Promise<MultiSectorCase> => {
  const { database, ports } = await server();
  const referred = { ...whole, members: whole.members.slice(0, 1) };
  await database.transact(actor, (tx) => tx.write(ports.multiSectorCases.insert(referred)));
  const after = { ...whole, version: whole.version + 1 };
  await database.transact(actor, (tx) => tx.write(ports.multiSectorCases.save(referred, after)));
  return after;
};

const nothing = [0, 0];
const all = [1, 3];

describe('row-level security, the second lock on the multi-sector register (handbook R3.8)', () => {
  let ofAino: MultiSectorCase;
  let ofProtected: MultiSectorCase;
  const handler = session('staff-0004', 'PROTECTED_CLIENT_HANDLER');

  beforeAll(async () => {
    ofAino = await stored(aConsultedCase(await aClient()), session('staff-0001', 'CASE_SPECIALIST'));
    const one = aConsultedCase(await aClient({ handlerId: 'staff-0004' }));
    const members = one.members.map((member, at) => ({
      ...member,
      ...(at === 0 && { staffId: 'staff-0004' }),
      // Helmi is appointed by the handler, Kaisa by somebody who was one before.
      appointedBy: at === 2 ? 'staff-0014' : 'staff-0004',
    }));
    ofProtected = await stored({ ...one, members }, handler);
  });

  it.each([
    ['the specialist who referred', session('staff-0001', 'CASE_SPECIALIST'), all, nothing],
    ['a specialist who was not appointed', session('staff-0002', 'CASE_SPECIALIST'), nothing, nothing],
    ['a service manager', session('staff-0003', 'SERVICE_MANAGER'), nothing, nothing],
    ['the assigned handler', handler, nothing, all],
    ['another handler', session('staff-0014', 'PROTECTED_CLIENT_HANDLER'), nothing, nothing],
    ['Helmi of Lapha, appointed to both', session('staff-0009', 'MULTI_SECTOR_MEMBER'), all, all],
    [
      'Kaisa of Kela, appointed to the second by another handler',
      session('staff-0010', 'MULTI_SECTOR_MEMBER'),
      all,
      nothing,
    ],
    ['somebody of Kela who was not appointed', session('staff-0020', 'MULTI_SECTOR_MEMBER'), nothing, nothing],
    ['an auditor', session('staff-0007', 'AUDITOR'), nothing, nothing],
    ['the service itself', { actorId: 'guidance', program: 'guidance', roles: [] }, all, all],
  ] as const)('shows %s the rows they may see and no other', async (_, actor, aino, guarded) => {
    expect([await rowsSeen(actor, ofAino), await rowsSeen(actor, ofProtected)]).toEqual([aino, guarded]);
  });

  it('hides a case from a member whose membership has ended', async () => {
    const { database, ports } = await server();
    const kerttu = session('staff-0001', 'CASE_SPECIALIST');
    const one = await stored(aConsultedCase(await aClient()), kerttu);
    const seenByHelmi = () => rowsSeen(session('staff-0009', 'MULTI_SECTOR_MEMBER'), one);
    expect(await seenByHelmi()).toEqual(all);
    const without = yes(endMultiSectorMembership(one, { staffId: 'staff-0009' }, deciding()));
    await database.transact(kerttu, (tx) => tx.write(ports.multiSectorCases.save(one, without)));
    expect(await seenByHelmi()).toEqual(nothing);
  });

  it('opens nothing else of the client to a member of another party', async () => {
    const { database } = await server();
    const [seen] = await database.read(session('staff-0009', 'MULTI_SECTOR_MEMBER'), (sql) =>
      sql.query<{ n: number }>('SELECT count(*)::int AS n FROM client_case'),
    );
    expect(seen?.n).toBe(0);
  });

  it('lets a manager into the network of the one client whom the transaction names, and not of a protected one', async () => {
    const { database, ports } = await server();
    const lockAs = (actor: SessionActor, { clientId }: MultiSectorCase) =>
      database.transact(actor, (tx) => ports.multiSectorCases.lockForNetwork(tx, clientId));
    const manager = session('staff-0003', 'SERVICE_MANAGER');
    expect((await lockAs(manager, ofAino))?.one.caseId).toBe(ofAino.caseId);
    expect(await lockAs(manager, ofProtected)).toBeUndefined();
    expect(await lockAs(session('staff-0002', 'CASE_SPECIALIST'), ofAino)).toBeUndefined();
  });

  it('lets nobody put themselves into a case that is there', async () => {
    const { database } = await server();
    const put = (actor: SessionActor, staffId = actor.actorId) =>
      database
        .transact(actor, (tx) =>
          tx.query(
            `INSERT INTO multi_sector_member (member_id, case_id, client_id, staff_id, party, from_on, appointed_by)
             VALUES ($1, $2, $3, $4, 'EMPLOYMENT_AUTHORITY', '2026-02-02', $4)`,
            [randomUUID(), ofAino.caseId, ofAino.clientId, staffId],
          ),
        )
        .then(
          () => 'stored',
          (error: { code?: string }) => error.code,
        );
    expect(await put(session('staff-0002', 'CASE_SPECIALIST'))).toBe('42501');
    expect(await put(session('staff-0003', 'SERVICE_MANAGER'))).toBe('42501');
    expect(await put(session('staff-0001', 'CASE_SPECIALIST'), 'staff-0030')).toBe('stored');
  });

  it('stores no second open case of a client, whoever asks', async () => {
    const { database, ports } = await server();
    const second = aReferredCase(ofAino.clientId);
    const insert = database.transact(session('staff-0001', 'CASE_SPECIALIST'), (tx) =>
      tx.write(ports.multiSectorCases.insert(second)),
    );
    await expect(insert).rejects.toThrow(/multi_sector_case_one_open/);
  });

  it('lets the app role delete nothing and move no case to another client', async () => {
    const { database } = await server();
    const denied = (text: string) =>
      database
        .transact({ actorId: 'guidance', program: 'guidance', roles: [] }, (tx) => tx.query(text))
        .then(
          () => 'allowed',
          (error: { code?: string }) => error.code,
        );
    expect(await denied('DELETE FROM multi_sector_case')).toBe('42501');
    expect(await denied('UPDATE multi_sector_case SET client_id = gen_random_uuid()')).toBe('42501');
    expect(await denied("UPDATE multi_sector_member SET staff_id = 'staff-0002'")).toBe('42501');
  });

  it('shows nothing to a connection that says not who it acts for', async () => {
    const { postgres } = await server();
    const { url } = await postgres.createService('guidance');
    const bare = new PgClient({ connectionString: url });
    await bare.connect();
    const seen = await bare.query('SELECT case_id FROM multi_sector_case').then(
      ({ rowCount }) => rowCount,
      (error: { code?: string }) => error.code,
    );
    await bare.end();
    // 42704: the setting does not exist.
    expect(seen).toBe('42704');
  });

  it('lets two decisions on one case follow one another, so that none is lost', async () => {
    const { database, ports } = await server();
    const actor = session('staff-0001', 'CASE_SPECIALIST');
    const one = await stored(aConsultedCase(await aClient()), actor);
    const meet = (number: number) =>
      database.transact(actor, async (tx) => {
        const guarded = await ports.multiSectorCases.lockOpen(tx, one.clientId);
        if (guarded === undefined) throw new Error('not open');
        const meeting = { meetingId: String(number), on: deciding().today, parties: ['KELA'] as const };
        const { version, meetings } = guarded.one;
        const next = { ...guarded.one, version: version + 1, meetings: [...meetings, meeting] };
        await tx.write(ports.multiSectorCases.save(guarded.one, next));
      });
    await Promise.all(Array.from({ length: 8 }, (_, number) => meet(number)));
    const [after] = await database.read(actor, (sql) => ports.multiSectorCases.ofClient(sql, one.clientId));
    expect(after?.one.meetings.map(({ meetingId }) => meetingId).sort()).toEqual('01234567'.split(''));
  });
});
