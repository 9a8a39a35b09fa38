import { addDays, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import type { Actor } from '@tyovayla/runtime/actor';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import { Client as PgClient } from 'pg';
import type { ClientId } from '../../domain/client/client.ts';
import type { ServiceNews } from '../../domain/client/service-news.ts';
import { aRegistration, clientId, identityCodeOf, today } from '../../testing/builders.ts';
import { type PostgresClients, startPostgresClients } from '../../testing/postgres-clients.ts';

const registrar = aStaffMember('CASE_SPECIALIST', { id: 'staff-0001' });
const assigned = aStaffMember('CASE_SPECIALIST', { id: 'staff-0101' });
const colleague = aStaffMember('CASE_SPECIALIST', { id: 'staff-0102' });
const other = aStaffMember('CASE_SPECIALIST', { id: 'staff-0002' });
const manager = aStaffMember('SERVICE_MANAGER', { id: 'staff-0003' });
const itself = { actorId: 'clients', program: 'clients', roles: [] } as const;
const noon = '2026-02-02T12:00:00+02:00';

let clients: PostgresClients;
let people = 0;

const registered = async (actor: Actor, familyName = 'Lahtinen'): Promise<ClientId> => {
  people += 1;
  const identityCode = identityCodeOf(`19${50 + (people % 49)}-04-0${1 + (people % 9)}`, 900 + people);
  const done = await tryCommand(clients.pipeline, clients.catalogue.commands.registerJobSeeker, {
    actor,
    input: aRegistration({ identityCode, familyName }),
  });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.clientId;
};

/** Somebody of the national register, whom nobody of the staff has registered. */
const somebody = (familyName?: string): Promise<ClientId> => registered(aProgram('population'), familyName);

const hear = (...news: readonly ServiceNews[]): Promise<void> =>
  clients.database.transact(itself, (tx) => clients.catalogue.reactions.followService(tx, news));

const seen = async (id: ClientId, actor: Actor): Promise<string> => {
  const input = { clientId: id };
  const shown = await runQuery(clients.pipeline, clients.catalogue.queries.getClient, { actor, input });
  const part = await runQuery(clients.pipeline, clients.catalogue.queries.listConsents, { actor, input });
  // A day later than the one recorded last, so that it is refused as a change and not as no change.
  const days = { clientId: id, days: 0, countedOn: today };
  const changed = await tryCommand(clients.pipeline, clients.catalogue.commands.recordSubsidyDays, {
    actor,
    input: days,
  });
  const codes = [shown, part, changed].map((answer) => (answer.ok ? 'yes' : answer.refusal.code));
  return [...new Set(codes)].join(' ');
};

const idsIn = async (actor: Actor, pageSize = 100, pageToken?: string) => {
  const list = await runQuery(clients.pipeline, clients.catalogue.queries.listClients, {
    actor,
    input: { pageSize, ...(pageToken !== undefined && { pageToken }) },
  });
  if (!list.ok) throw new Error(list.refusal.code);
  return { ids: list.value.rows.map(({ clientId: id }) => id), next: list.value.nextPageToken };
};

const no = 'NEED_NOT_STATED';
const members = (...staff: readonly Actor[]) =>
  staff.map(({ id: staffId }) => ({ staffId, from: localDate('2025-01-01') }));
const substitution = (from: LocalDate, to: LocalDate) =>
  ({
    kind: 'SubstituteSet',
    substitutionId: '0197d000-0000-7000-8000-000000000001',
    absentId: assigned.id,
    substituteId: other.id,
    from,
    to,
  }) as const;

beforeAll(async () => {
  clients = await startPostgresClients({ serving: 'AS_TOLD' });
});

beforeEach(() => clients.clock.set(noon));

afterAll(() => clients.stop());

/** The list says the same as the rule on one client. */
const bothSay = async (id: ClientId, actor: Actor): Promise<string> => {
  const one = await seen(id, actor);
  expect((await idsIn(actor)).ids.includes(id)).toBe(one === 'yes');
  return one;
};

describe('who serves a client, in the database (handbook R1.23)', () => {
  it('is the assigned specialist, until the case is handed over', async () => {
    const aino = await somebody();
    expect(await bothSay(aino, assigned)).toBe(no);
    await hear({ kind: 'ServiceAssigned', clientId: aino, specialistId: assigned.id });
    expect([await bothSay(aino, assigned), await bothSay(aino, other)]).toEqual(['yes', no]);
    await hear({ kind: 'ServiceAssigned', clientId: aino, specialistId: other.id });
    expect([await bothSay(aino, assigned), await bothSay(aino, other)]).toEqual([no, 'yes']);
  });

  it('is every member of the team, also when the specialist was released', async () => {
    const aino = await somebody();
    await hear({ kind: 'TeamComposed', teamId: 'skills', members: members(assigned, colleague) });
    await hear({ kind: 'ServiceAssigned', clientId: aino, teamId: 'skills', specialistId: assigned.id });
    await hear({ kind: 'ServiceReleased', clientId: aino });
    expect([await bothSay(aino, colleague), await bothSay(aino, other)]).toEqual(['yes', no]);
  });

  it('is no member who was left out when the team was composed anew', async () => {
    const aino = await somebody();
    await hear({ kind: 'TeamComposed', teamId: 'small', members: members(assigned, colleague) });
    await hear({ kind: 'ServiceAssigned', clientId: aino, teamId: 'small' });
    await hear({ kind: 'TeamComposed', teamId: 'small', members: members(colleague) });
    expect([await bothSay(aino, assigned), await bothSay(aino, colleague)]).toEqual([no, 'yes']);
    await hear({ kind: 'TeamComposed', teamId: 'small', members: [] });
    expect(await bothSay(aino, colleague)).toBe(no);
  });

  it('is the substitute, from the first day to the last by the service’s clock', async () => {
    const aino = await somebody();
    await hear({ kind: 'ServiceAssigned', clientId: aino, specialistId: assigned.id });
    await hear(substitution(addDays(today, 1), addDays(today, 2)));
    const byDay: string[] = [];
    for (const day of ['02', '03', '04', '05']) {
      clients.clock.set(`2026-02-${day}T12:00:00+02:00`);
      byDay.push(await bothSay(aino, other));
    }
    expect(byDay).toEqual([no, 'yes', 'yes', no]);
    clients.clock.set('2026-02-04T12:00:00+02:00');
    const { substitutionId } = substitution(today, today);
    await hear({ kind: 'SubstitutionEnded', substitutionId, endedOn: addDays(today, 2) });
    expect(await bothSay(aino, other)).toBe(no);
  });

  it('is whoever stated a need, until it runs out', async () => {
    const aino = await somebody();
    const until = new Date('2026-02-02T13:00:00+02:00');
    const need = { needId: clientId(77), clientId: aino, staffId: other.id, reason: 'URGENT', until };
    await hear({ kind: 'NeedOpened', need });
    await hear({ kind: 'NeedOpened', need });
    expect([await bothSay(aino, other), await bothSay(aino, colleague)]).toEqual(['yes', no]);
    clients.clock.set('2026-02-02T13:00:00+02:00');
    expect(await bothSay(aino, other)).toBe(no);
  });

  it('is whoever registered them, for a week', async () => {
    const aino = await registered(registrar);
    expect([await bothSay(aino, registrar), await bothSay(aino, other)]).toEqual(['yes', no]);
    clients.clock.set('2026-02-09T11:59:00+02:00');
    expect(await bothSay(aino, registrar)).toBe('yes');
    clients.clock.set('2026-02-09T12:00:00+02:00');
    expect(await bothSay(aino, registrar)).toBe(no);
  });

  it('is every manager', async () => {
    expect(await bothSay(await somebody(), manager)).toBe('yes');
  });
});

describe('the list of those whom somebody serves', () => {
  it('goes page by page without gaps, and from nobody else’s place in the order', async () => {
    const mine: ClientId[] = [];
    for (const name of ['Aho', 'Eronen', 'Ilola', 'Oksa', 'Ylinen']) mine.push(await somebody(name));
    const strangers = [await somebody('Aho'), await somebody('Ilola'), await somebody('Oksa')];
    await hear(
      {
        kind: 'TeamComposed',
        teamId: 'pages',
        members: members(aStaffMember('CASE_SPECIALIST', { id: 'staff-0201' })),
      },
      ...mine.map((id) => ({ kind: 'ServiceAssigned', clientId: id, teamId: 'pages' }) as const),
    );
    const reader = aStaffMember('CASE_SPECIALIST', { id: 'staff-0201' });
    const pages: (readonly ClientId[])[] = [];
    for (let token: string | undefined, more = true; more; more = token !== undefined) {
      const page = await idsIn(reader, 2, token);
      pages.push(page.ids);
      token = page.next;
    }
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual(mine);
    await expect(idsIn(reader, 2, strangers[1])).rejects.toThrow('INVALID_REQUEST');
  });

  it('is found by index, though the tables were small when it was planned', async () => {
    const owner = new PgClient({ connectionString: clients.migratorUrl });
    await owner.connect();
    const { rows } = await owner.query<{ proconfig: readonly string[] }>(
      "SELECT proconfig FROM pg_proc WHERE proname IN ('clients_served_by', 'client_serving')",
    );
    await owner.end();
    expect(rows.map(({ proconfig }) => proconfig.includes('enable_seqscan=off'))).toEqual([true, true]);
  });
});

describe('row-level security, the second lock on who serves whom', () => {
  const session = (actorId: string, ...roles: readonly string[]) => ({ actorId, program: 'portal', roles });
  const trying = (actor: { actorId: string; program: string; roles: readonly string[] }, text: string) =>
    clients.database
      .transact(actor, (tx) => tx.query(text))
      .then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
  const need = (staffId: string) =>
    `INSERT INTO stated_need VALUES (gen_random_uuid(), gen_random_uuid(), '${staffId}', 'REGISTRATION', now())`;

  it('lets nobody assign a client, or open a need for another', async () => {
    const assign = "INSERT INTO client_service VALUES (gen_random_uuid(), 'skills', 'staff-0002')";
    const specialist = session('staff-0002', 'CASE_SPECIALIST');
    expect(await trying(specialist, assign)).toBe('42501');
    expect(await trying(specialist, need('staff-0001'))).toBe('42501');
    expect(await trying(specialist, need('staff-0002'))).toBe('done');
    expect(await trying(session('staff-0005', 'STATISTICIAN'), need('staff-0005'))).toBe('42501');
  });
});
