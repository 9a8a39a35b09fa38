import type { AccessReason } from '@tyovayla/runtime/access-reason';
import type { Actor } from '@tyovayla/runtime/actor';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import type { ListNetworkClientsInput } from '../../application/queries/list-network-clients.ts';
import type { ClientId } from '../../domain/client/client.ts';
import type { LanguageCode } from '../../domain/profile/language-skill.ts';
import { aRegistration, identityCodeOf } from '../../testing/builders.ts';
import { handler, manager, officeOn } from '../../testing/office-on-postgres.ts';
import { type PostgresClients, startPostgresClients } from '../../testing/postgres-clients.ts';

let clients: PostgresClients;
let aino: ClientId;
let saara: ClientId;

const { done } = officeOn(() => clients);
const helmi = { staffId: 'staff-0009', role: 'MULTI_SECTOR_MEMBER' } as const;
const order = { validFrom: '2026-01-01', validTo: '', handlerId: handler.id };

const somebody = async (form: Parameters<typeof aRegistration>[0]): Promise<ClientId> =>
  (await done(clients.catalogue.commands.registerJobSeeker, aRegistration(form), aProgram('population'))).clientId;

const ask = (about: Partial<ListNetworkClientsInput>, actor: Actor = aProgram('guidance')) =>
  runQuery(clients.pipeline, clients.catalogue.queries.listNetworkClients, {
    actor,
    input: { principal: helmi, clientIds: [aino, saara], ...about },
  });

const namesIn = async (about: Partial<ListNetworkClientsInput>): Promise<readonly string[]> => {
  const told = await ask(about);
  return told.ok ? told.value.map(({ givenNames }) => givenNames) : [told.refusal.code];
};

const why: { readonly accessReason: AccessReason } = { accessReason: 'CLIENT_CONTACT' };

beforeAll(async () => {
  clients = await startPostgresClients();
  aino = await somebody({ identityCode: identityCodeOf('1980-01-01', 900), givenNames: 'Aino' });
  saara = await somebody({
    identityCode: identityCodeOf('1981-01-01', 902),
    givenNames: 'Saara',
    protectionOrder: order,
  });
});

afterAll(() => clients.stop());

describe('the name of a client for a named member of their network (handbook R3.8, 1.6)', () => {
  it('comes with the language and the interpreter, and nothing else of the client', async () => {
    const { changeServiceLanguage } = clients.catalogue.commands;
    const interpreterLanguage = 'uk' as LanguageCode;
    await done(changeServiceLanguage, { clientId: aino, serviceLanguage: 'OTHER', interpreterLanguage }, manager);
    expect(await ask({ clientIds: [aino] })).toEqual({
      ok: true,
      value: [
        {
          clientId: aino,
          givenNames: 'Aino',
          familyName: expect.stringMatching(/./),
          serviceLanguage: 'OTHER',
          interpreterLanguage: 'uk',
        },
      ],
    });
  });

  it('is told of a protected client with their handler and a reason alone', async () => {
    expect(await namesIn({})).toEqual(['Aino']);
    expect(await namesIn({ handlerId: handler.id })).toEqual([]);
    expect(await namesIn({ handlerId: 'staff-0014', ...why })).toEqual([]);
    expect(await namesIn({ handlerId: handler.id, ...why })).toEqual(['Saara']);
  });

  it('is told to no other program, and to no member of staff by their own token', async () => {
    const others = [aProgram('statistics'), aProgram('portal'), aStaffMember('MULTI_SECTOR_MEMBER')];
    for (const actor of others) expect((await ask({}, actor)).ok).toBe(false);
    const session = { actorId: 'statistics', program: 'statistics', roles: [] };
    const seen = await clients.database.read(session, (sql) =>
      clients.ports.networkClients.list(sql, { clientIds: [aino] }),
    );
    expect(seen).toEqual([]);
  });

  it('stands in the client’s access log as the member’s look, with the reason', async () => {
    await ask({ handlerId: handler.id, ...why });
    const session = { actorId: handler.id, program: 'portal', roles: handler.roles };
    const entries = await clients.database.read(session, (sql) =>
      clients.ports.accessLog.list(sql, { clientId: saara, limit: 1 }),
    );
    expect(entries).toMatchObject([
      {
        actorKind: 'STAFF',
        actorId: helmi.staffId,
        actorRole: helmi.role,
        program: 'guidance',
        action: 'ListNetworkClients',
        dataGroup: 'name',
        result: 'SHOWN',
        reason: 'CLIENT_CONTACT',
      },
    ]);
  });
});
