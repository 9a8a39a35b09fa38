import { randomUUID } from 'node:crypto';
import type { FieldKeys } from '@tyovayla/persistence/field-encryption';
import { aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import { aRegistration, identityCodeOf } from '../../testing/builders.ts';
import { type PostgresClients, startPostgresClients, testKeys } from '../../testing/postgres-clients.ts';
import { rotateIdentityKeys } from './rotate-identity-keys.ts';

let clients: PostgresClients;

const people = Array.from({ length: 5 }, (_, number) => identityCodeOf('1985-08-08', 910 + number));
const itself = { actorId: 'clients', program: 'clients', roles: [] };

beforeAll(async () => {
  clients = await startPostgresClients();
  for (const [number, identityCode] of people.entries()) {
    const order = { validFrom: '2026-01-01', validTo: '', handlerId: 'staff-0004' };
    const input = aRegistration({ identityCode, ...(number === 0 && { protectionOrder: order }) });
    const actor = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0004' });
    const { registerJobSeeker } = clients.catalogue.commands;
    const result = await tryCommand(clients.pipeline, registerJobSeeker, { actor, input, requestId: randomUUID() });
    expect(result.ok).toBe(true);
  }
});

afterAll(() => clients.stop());

/** How many of the people are found, and read, with these keys at hand and no others. */
const foundWith = async (keys: FieldKeys): Promise<number> => {
  const { clients: repository } = clients.portsWith(keys);
  const found = await Promise.all(
    people.map((code) => clients.database.transact(itself, (tx) => repository.loadApplicant(tx, code))),
  );
  return found.filter((one) => one.kind === 'KNOWN' && people.includes(one.client.person.identityCode)).length;
};

describe('changing the keys of identity codes', () => {
  it('brings everybody under the new keys, also who is protected, and then needs the old ones no more', async () => {
    const fresh = testKeys();
    const only = {
      kek: { two: fresh.kek.one as Uint8Array },
      activeKek: 'two',
      blindIndex: { two: fresh.blindIndex.one as Uint8Array },
      activeBlindIndex: 'two',
    };
    const both = {
      ...only,
      kek: { ...clients.keys.kek, ...only.kek },
      blindIndex: { ...clients.keys.blindIndex, ...only.blindIndex },
    };
    expect([await foundWith(clients.keys), await foundWith(both), await foundWith(only)]).toEqual([5, 5, 0]);
    expect(await rotateIdentityKeys(clients.database, both)).toEqual({ rewrapped: 5, reindexed: 5 });
    expect([await foundWith(both), await foundWith(only)]).toEqual([5, 5]);
    expect(await rotateIdentityKeys(clients.database, both)).toEqual({ rewrapped: 0, reindexed: 0 });
  });
});
