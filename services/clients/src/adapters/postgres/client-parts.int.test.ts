import { randomUUID } from 'node:crypto';
import type { SessionActor } from '@tyovayla/kernel/sql';
import { aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import type { ClientId } from '../../domain/client/client.ts';
import { aRegistration, identityCodeOf, today } from '../../testing/builders.ts';
import { clientPartsContract } from '../../testing/client-parts-contract.ts';
import { aConsent, aProfile, aReceipt, aWorkAbility } from '../../testing/part-builders.ts';
import { type PostgresClients, startPostgresClients } from '../../testing/postgres-clients.ts';

let clients: PostgresClients | undefined;

const running = async (): Promise<PostgresClients> => {
  clients ??= await startPostgresClients();
  return clients;
};

afterAll(() => clients?.stop());

clientPartsContract('Postgres', async () => {
  const { ports, database } = await running();
  return { parts: ports.parts, clients: ports.clients, transactions: database };
});

const specialist = aStaffMember('CASE_SPECIALIST', { id: 'staff-0001' });
const handler = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0004' });

const session = (actorId: string, ...roles: readonly string[]): SessionActor => ({ actorId, program: 'portal', roles });
const alone = (program: string): SessionActor => ({ actorId: program, program, roles: [] });

const tables = [
  'client_profile',
  'client_work_ability',
  'client_consent',
  'client_information_receipt',
  'client_interpreter',
] as const;

/** Rows of each table that a session sees of a client, whatever the service's own code would let through. */
const rowsSeen = async (actor: SessionActor, clientId: ClientId): Promise<readonly number[]> => {
  const { database } = await running();
  return database.read(actor, async (sql) => {
    const counts: number[] = [];
    for (const table of tables) {
      const [row] = await sql.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE client_id = $1`, [
        clientId,
      ]);
      counts.push(row?.n ?? -1);
    }
    return counts;
  });
};

/** Somebody with every part, registered by a specialist. */
const withAllParts = async (identityCode: string): Promise<ClientId> => {
  const { pipeline, catalogue } = await running();
  const { commands } = catalogue;
  const registered = await tryCommand(pipeline, commands.registerJobSeeker, {
    actor: specialist,
    input: aRegistration({ identityCode }),
    requestId: randomUUID(),
  });
  if (!registered.ok) throw new Error(registered.refusal.code);
  const { clientId } = registered.value;
  const { consentId: _id, givenOn: _given, ...terms } = aConsent();
  const { receiptId: _receipt, ...receipt } = aReceipt();
  const call = <Input>(input: Input) => ({
    actor: specialist,
    input: { clientId, ...input },
    requestId: randomUUID(),
  });
  const results = [
    await tryCommand(pipeline, commands.recordProfile, call({ profile: aProfile() })),
    await tryCommand(pipeline, commands.publishProfile, call({ parts: ['SKILLS'] as const })),
    await tryCommand(
      pipeline,
      commands.recordWorkAbility,
      call({ purpose: 'NEEDS_ASSESSMENT' as const, workAbility: aWorkAbility() }),
    ),
    await tryCommand(pipeline, commands.giveConsent, call({ terms })),
    await tryCommand(pipeline, commands.recordInformationReceipt, call({ receipt })),
    await tryCommand(pipeline, commands.changeServiceLanguage, call({ serviceLanguage: 'SV' as const })),
  ];
  for (const result of results) if (!result.ok) throw new Error(result.refusal.code);
  return clientId;
};

const protect = async (clientId: ClientId, handlerId: string) => {
  const { pipeline, catalogue } = await running();
  return tryCommand(pipeline, catalogue.commands.recordProtectionOrder, {
    actor: handler,
    input: { clientId, order: { validFrom: today, handlerId } },
    requestId: randomUUID(),
  });
};

const publishedNow = async (clientId: ClientId, actor: SessionActor): Promise<unknown> => {
  const { ports, database } = await running();
  const profile = await database.read(actor, (sql) => ports.parts.profiles.find(sql, clientId));
  return profile?.publication;
};

const all = [1, 1, 1, 1, 1];
const butWorkAbility = [1, 0, 1, 1, 1];
const profileAlone = [1, 0, 0, 0, 0];
const nothing = [0, 0, 0, 0, 0];

describe('row-level security, the second lock on the parts of a client’s record', () => {
  let known: ClientId;
  let hidden: ClientId;

  beforeAll(async () => {
    known = await withAllParts(identityCodeOf('1980-01-01', 906));
    hidden = await withAllParts(identityCodeOf('1980-01-01', 908));
    await protect(hidden, 'staff-0004');
  });

  it.each([
    ['a case specialist', session('staff-0001', 'CASE_SPECIALIST'), all, nothing],
    ['a service manager', session('staff-0003', 'SERVICE_MANAGER'), butWorkAbility, nothing],
    ['the assigned handler', session('staff-0004', 'PROTECTED_CLIENT_HANDLER'), all, all],
    ['another handler', session('staff-0014', 'PROTECTED_CLIENT_HANDLER'), all, nothing],
    ['a case specialist with the handler’s id', session('staff-0004', 'CASE_SPECIALIST'), all, nothing],
    ['a statistician', session('staff-0005', 'STATISTICIAN'), nothing, nothing],
    ['a board member', session('staff-0006', 'BOARD_MEMBER'), nothing, nothing],
    ['an auditor', session('staff-0007', 'AUDITOR'), nothing, nothing],
    ['a member of a multi-sector network', session('staff-0009', 'MULTI_SECTOR_MEMBER'), nothing, nothing],
    ['nobody in particular', session('', ''), nothing, nothing],
    ['the statistics program', alone('statistics'), nothing, nothing],
    ['the takeover program', alone('population'), profileAlone, nothing],
    ['the service itself', alone('clients'), all, all],
  ])('shows %s the rows they may see and no other', async (_, actor, unprotected, guarded) => {
    expect([await rowsSeen(actor, known), await rowsSeen(actor, hidden)]).toEqual([unprotected, guarded]);
  });

  it('lets nobody store work ability but those who assess it', async () => {
    const { ports, database } = await running();
    const writes = ports.parts.workAbilities.save({
      clientId: known,
      after: { version: 1, purpose: 'SERVICE_CHOICE', workAbility: aWorkAbility() },
    });
    const byManager = database.transact(session('staff-0003', 'SERVICE_MANAGER'), (tx) => tx.write(writes));
    await expect(byManager).rejects.toThrow(/row-level security/);
  });

  it('lets staff erase nothing and rewrite no receipt', async () => {
    const { database } = await running();
    const change = (text: string) =>
      database
        .transact(session('staff-0001', 'CASE_SPECIALIST'), (tx) => tx.query(text))
        .then(
          () => 'allowed',
          (error: { code?: string }) => error.code,
        );
    for (const table of tables) expect(await change(`DELETE FROM ${table}`)).toBe('allowed');
    expect(await rowsSeen(session('staff-0001', 'CASE_SPECIALIST'), known)).toEqual(all);
    expect(await change("UPDATE client_information_receipt SET topic = 'PROFILE'")).toBe('42501');
    expect(await change('UPDATE client_consent SET to_on = to_on + 365')).toBe('42501');
  });
});

describe('a published profile in the database', () => {
  it.each([
    ['for themselves', 'staff-0004', 910],
    ['for another handler, whom alone the client is seen by then', 'staff-0014', 912],
  ])('is withdrawn with the protection order that a handler records %s', async (_, handlerId, number) => {
    const clientId = await withAllParts(identityCodeOf('1980-01-01', number));
    const assigned = session(handlerId, 'PROTECTED_CLIENT_HANDLER');
    expect(await publishedNow(clientId, assigned)).toEqual(expect.objectContaining({ parts: ['SKILLS'] }));
    expect((await protect(clientId, handlerId)).ok).toBe(true);
    expect(await publishedNow(clientId, assigned)).toBeUndefined();
    expect((await rowsSeen(assigned, clientId))[0]).toBe(1);
  });
});
