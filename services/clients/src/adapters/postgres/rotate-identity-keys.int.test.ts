import { randomUUID } from 'node:crypto';
import { localDate } from '@tyovayla/kernel/local-date';
import type { FieldKeys } from '@tyovayla/persistence/field-encryption';
import { aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import { readChangeIdentityCode } from '../../application/commands/change-identity-code.ts';
import type { ClientId } from '../../domain/client/client.ts';
import type { AreaCode } from '../../domain/client/job-search.ts';
import { aRegistration, identityCodeOf, neighbours } from '../../testing/builders.ts';
import { type PostgresClients, startPostgresClients, testKeys } from '../../testing/postgres-clients.ts';
import { rotateIdentityKeys } from './rotate-identity-keys.ts';

let clients: PostgresClients;

const people = Array.from({ length: 5 }, (_, number) => identityCodeOf('1985-08-08', 910 + number));
const newCode = identityCodeOf('1985-08-08', 920);
const ids: ClientId[] = [];
const handler = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0004' });
const itself = { actorId: 'clients', program: 'clients', roles: [] };

beforeAll(async () => {
  clients = await startPostgresClients();
  for (const [number, identityCode] of people.entries()) {
    const order = { validFrom: '2026-01-01', validTo: '', handlerId: 'staff-0004' };
    const input = aRegistration({ identityCode, ...(number === 0 && { protectionOrder: order }) });
    const { registerJobSeeker } = clients.catalogue.commands;
    const result = await tryCommand(clients.pipeline, registerJobSeeker, {
      actor: handler,
      input,
      requestId: randomUUID(),
    });
    if (!result.ok) throw new Error(result.refusal.code);
    ids.push(result.value.clientId);
  }
  const [, changed, kept, merged, left] = ids as [ClientId, ClientId, ClientId, ClientId, ClientId];
  const { changeIdentityCode, mergeClients, transferClientOut } = clients.catalogue.commands;
  const code = readChangeIdentityCode({ clientId: changed, identityCode: newCode, ground: 'REGISTER_CORRECTION' });
  if (!code.ok) throw new Error(code.refusal.code);
  const toArea = neighbours[0] as AreaCode;
  clients.clock.set('2026-02-03T12:00:00+02:00');
  const done = [
    await tryCommand(clients.pipeline, changeIdentityCode, {
      actor: handler,
      input: code.value,
      requestId: randomUUID(),
    }),
    await tryCommand(clients.pipeline, mergeClients, {
      actor: handler,
      input: { keptClientId: kept, mergedClientId: merged, resolutions: { BOTH_JOB_SEARCHES_RUN: 'KEPT' } },
      requestId: randomUUID(),
    }),
    await tryCommand(clients.pipeline, transferClientOut, {
      actor: handler,
      input: { clientId: left, toArea, transferredOn: localDate('2026-02-03'), planIds: [] },
      requestId: randomUUID(),
    }),
  ];
  expect(done.map(({ ok }) => ok)).toEqual([true, true, true]);
});

afterAll(() => clients.stop());

/** How many of the people are found, and read, with these keys at hand and no others. */
const foundWith = async (keys: FieldKeys): Promise<number> => {
  const { clients: repository } = clients.portsWith(keys);
  const found = await Promise.all(
    people.map((code) => clients.database.transact(itself, (tx) => repository.loadApplicant(tx, code))),
  );
  return found.filter((one) => one.kind === 'KNOWN' && [...people, newCode].includes(one.client.person.identityCode))
    .length;
};

describe('changing the keys of identity codes', () => {
  it('brings everybody under the new keys, also protected, former and merged, and then needs the old ones no more', async () => {
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
    expect(await rotateIdentityKeys(clients.database, both)).toEqual({ rewrapped: 8, reindexed: 6 });
    expect([await foundWith(both), await foundWith(only)]).toEqual([5, 5]);
    expect(await rotateIdentityKeys(clients.database, both)).toEqual({ rewrapped: 0, reindexed: 0 });
  });
});
