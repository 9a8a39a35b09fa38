import { addDays, localDate } from '@tyovayla/kernel/local-date';
import type { Actor } from '@tyovayla/runtime/actor';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import type { ClientId } from '../domain/client/client.ts';
import type { ServiceNews } from '../domain/client/service-news.ts';
import { aRegistration, identityCodeOf, today } from '../testing/builders.ts';
import { type InMemoryService, inMemoryService } from '../testing/in-memory-service.ts';
import { followService } from './reactions/follow-service.ts';

const registrar = aStaffMember('CASE_SPECIALIST', { id: 'staff-0001' });
const other = aStaffMember('CASE_SPECIALIST', { id: 'staff-0002' });
const handler = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0004' });
const manager = aStaffMember('SERVICE_MANAGER', { id: 'staff-0003' });
const auditor = aStaffMember('AUDITOR', { id: 'staff-0007' });
const code = identityCodeOf('1988-05-14');

let service: InMemoryService;
let aino: ClientId;

const register = (actor: Actor) =>
  tryCommand(service.world.ports, service.catalogue.commands.registerJobSeeker, {
    actor,
    input: aRegistration({ identityCode: code }),
  });

const hear = (...news: readonly ServiceNews[]): Promise<void> =>
  service.world.transactions.transact({ actorId: 'clients', program: 'clients', roles: [] }, (tx) =>
    followService(service.ports.serving)(tx, news),
  );

const shownTo = async (actor: Actor): Promise<string> => {
  const { getClient } = service.catalogue.queries;
  const shown = await runQuery(service.world.ports, getClient, { actor, input: { clientId: aino } });
  return shown.ok ? 'shown' : `${shown.refusal.kind} ${shown.refusal.code}`;
};

const refused = 'forbidden NEED_NOT_STATED';

beforeEach(async () => {
  service = inMemoryService();
  const done = await register(registrar);
  if (!done.ok) throw new Error(done.refusal.code);
  aino = done.value.clientId;
});

describe('a client whom no order protects (handbook R1.23)', () => {
  it('is shown to whoever registered them and to managers, and to others once they state a need', async () => {
    expect(await shownTo(registrar)).toBe('shown');
    expect(await shownTo(manager)).toBe('shown');
    expect([await shownTo(other), await shownTo(handler)]).toEqual([refused, refused]);
  });

  it('is refused to those who don’t serve them by every command and query on one client', async () => {
    const { commands, queries } = service.catalogue;
    const on = { clientId: aino };
    const { ports } = service.world;
    const answers = [
      await tryCommand(ports, commands.recordSubsidyDays, {
        actor: other,
        input: { ...on, days: 1, countedOn: today },
      }),
      await tryCommand(ports, commands.withdrawProfile, { actor: other, input: on }),
      await tryCommand(ports, commands.liftProtectionOrder, { actor: handler, input: on }),
      await runQuery(ports, queries.getProfile, { actor: other, input: on }),
      await runQuery(ports, queries.listConsents, { actor: other, input: on }),
      await runQuery(ports, queries.extractClientData, { actor: other, input: on }),
      await runQuery(ports, queries.listClientAccesses, { actor: other, input: { ...on, pageSize: 5 } }),
    ];
    expect(answers.map((answer) => (answer.ok ? 'done' : answer.refusal.code))).toEqual(
      Array(7).fill('NEED_NOT_STATED'),
    );
  });

  it('has an access log that auditors read without serving anybody', async () => {
    const { listClientAccesses } = service.catalogue.queries;
    const input = { clientId: aino, pageSize: 5 };
    const log = await runQuery(service.world.ports, listClientAccesses, { actor: auditor, input });
    expect(log.ok && log.value.rows.map(({ action }) => action)).toEqual(['RegisterJobSeeker']);
  });

  it('is found by identity code as an id alone, and the need to be stated', async () => {
    const { findClientByIdentityCode } = service.catalogue.queries;
    const find = (actor: Actor) =>
      runQuery(service.world.ports, findClientByIdentityCode, { actor, input: { identityCode: code } });
    expect(await find(other)).toEqual({ ok: true, value: { kind: 'NEED_REQUIRED', clientId: aino } });
    expect(await find(manager)).toMatchObject({ ok: true, value: { kind: 'SHOWN', row: { familyName: 'Lahtinen' } } });
  });

  it('is in the lists of those who serve them and of nobody else', async () => {
    const { listClients } = service.catalogue.queries;
    const rowsOf = async (actor: Actor) => {
      const list = await runQuery(service.world.ports, listClients, { actor, input: { pageSize: 5 } });
      return list.ok ? list.value.rows.length : list.refusal.code;
    };
    expect([await rowsOf(registrar), await rowsOf(manager), await rowsOf(other)]).toEqual([1, 1, 0]);
  });

  it('stands in the access log with the need that the reader serves them on', async () => {
    const until = new Date('2026-02-02T18:00:00Z');
    await hear({
      kind: 'NeedOpened',
      need: { needId: 'n', clientId: aino, staffId: other.id, reason: 'URGENT', until },
    });
    await shownTo(other);
    await hear({ kind: 'ServiceAssigned', clientId: aino, specialistId: registrar.id });
    await shownTo(registrar);
    const looks = service.world.audit().filter(({ action }) => action === 'GetClient');
    expect(looks.map(({ actorId, reason }) => [actorId, reason])).toEqual([
      [other.id, 'NEED_URGENT'],
      [registrar.id, undefined],
    ]);
  });
});

describe('who serves a client', () => {
  it('is whoever registers them anew, though they did not before', async () => {
    const end = { clientId: aino, reason: 'EMPLOYED' as const, endedOn: today };
    await tryCommand(service.world.ports, service.catalogue.commands.endJobSearch, { actor: registrar, input: end });
    expect((await register(other)).ok).toBe(true);
    expect(await shownTo(other)).toBe('shown');
  });

  it('is the team alone after the specialist was released, whatever comes in one batch', async () => {
    const members = [{ staffId: other.id, from: localDate('2025-01-01') }];
    await hear(
      { kind: 'TeamComposed', teamId: 'skills', members },
      { kind: 'ServiceAssigned', clientId: aino, teamId: 'skills', specialistId: handler.id },
      { kind: 'ServiceReleased', clientId: aino },
    );
    expect([await shownTo(other), await shownTo(handler)]).toEqual(['shown', refused]);
  });

  it('is no member of a team who has left it, or is still to come', async () => {
    await hear({
      kind: 'TeamComposed',
      teamId: 'skills',
      members: [
        { staffId: other.id, from: localDate('2025-01-01'), to: addDays(today, -1) },
        { staffId: handler.id, from: addDays(today, 1) },
      ],
    });
    await hear({ kind: 'ServiceAssigned', clientId: aino, teamId: 'skills' });
    expect([await shownTo(other), await shownTo(handler)]).toEqual([refused, refused]);
  });

  it('is nobody by a need from before a protection order, when the order is lifted', async () => {
    await hear({ kind: 'ServiceAssigned', clientId: aino, specialistId: handler.id });
    const { recordProtectionOrder, liftProtectionOrder } = service.catalogue.commands;
    const order = { validFrom: today, handlerId: handler.id };
    await tryCommand(service.world.ports, recordProtectionOrder, { actor: handler, input: { clientId: aino, order } });
    expect(await shownTo(registrar)).toBe('missing CLIENT_NOT_FOUND');
    await tryCommand(service.world.ports, liftProtectionOrder, { actor: handler, input: { clientId: aino } });
    expect(await shownTo(registrar)).toBe(refused);
  });

  it('may be told of a client who is not here', async () => {
    await hear({ kind: 'ServiceAssigned', clientId: 'nobody' as ClientId, teamId: 'skills' });
    expect(await shownTo(registrar)).toBe('shown');
  });
});
