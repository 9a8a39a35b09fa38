import type { Actor } from '@tyovayla/runtime/actor';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import type { ClientId } from '../../domain/client/client.ts';
import type { MergeResolutions } from '../../domain/client/merge-conflict.ts';
import type { LanguageCode } from '../../domain/profile/language-skill.ts';
import type { ProfilePart } from '../../domain/profile/profile.ts';
import { aRegistration, identityCodeOf } from '../../testing/builders.ts';
import { codeOf, handler, manager, officeOn, specialist } from '../../testing/office-on-postgres.ts';
import { aConsent, aProfile, aReceipt, aWorkAbility } from '../../testing/part-builders.ts';
import { type PostgresClients, startPostgresClients } from '../../testing/postgres-clients.ts';

let clients: PostgresClients;

const { run, done, rows, eventsOf } = officeOn(() => clients);
const order = { validFrom: '2026-01-01', validTo: '', handlerId: 'staff-0004' };
const both: MergeResolutions = { BOTH_JOB_SEARCHES_RUN: 'KEPT' };

let people = 0;
const somebody = async (form: Parameters<typeof aRegistration>[0] = {}): Promise<ClientId> => {
  people += 1;
  const identityCode = identityCodeOf(`${1930 + people}-05-04`, 914);
  const { registerJobSeeker } = clients.catalogue.commands;
  return (await done(registerJobSeeker, aRegistration({ identityCode, ...form }), handler)).clientId;
};

const fill = async (clientId: ClientId, commuting: number, language: string, actor: Actor = specialist) => {
  const { commands } = clients.catalogue;
  const { consentId: _id, givenOn: _given, ...terms } = aConsent();
  const { receiptId: _receipt, ...receipt } = aReceipt();
  const { wishes } = aProfile();
  const profile = aProfile({ wishes: { ...wishes, commutingMinutes: commuting } });
  await done(commands.recordProfile, { clientId, profile }, actor);
  const limits = commuting > 60 ? [] : aWorkAbility().limits;
  const assessed = { clientId, purpose: 'NEEDS_ASSESSMENT' as const, workAbility: aWorkAbility({ limits }) };
  await done(commands.recordWorkAbility, assessed, actor);
  await done(commands.giveConsent, { clientId, terms }, actor);
  await done(commands.recordInformationReceipt, { clientId, receipt }, actor);
  const interpreterLanguage = language as LanguageCode;
  await done(commands.changeServiceLanguage, { clientId, serviceLanguage: 'FI', interpreterLanguage }, actor);
};

const publish = (clientId: ClientId, parts: readonly ProfilePart[] = ['SKILLS']) =>
  done(clients.catalogue.commands.publishProfile, { clientId, parts });

/** All parts as the queries show them, asked by an id. */
const partsOf = async (clientId: ClientId, actor: Actor = specialist) => {
  const { pipeline, catalogue, ports, database } = clients;
  const { getProfile, getWorkAbility, listConsents, listInformationReceipts } = catalogue.queries;
  const input = { clientId, accessReason: 'CLIENT_SERVICE' } as const;
  const assessed = { clientId, purpose: 'NEEDS_ASSESSMENT' } as const;
  const shown = [
    await runQuery(pipeline, getProfile, { actor, input }),
    await runQuery(pipeline, getWorkAbility, { actor, input: assessed }),
    await runQuery(pipeline, listConsents, { actor, input }),
    await runQuery(pipeline, listInformationReceipts, { actor, input }),
  ] as const;
  const [profile, workAbility, consents, receipts] = shown;
  if (!(profile.ok && workAbility.ok && consents.ok && receipts.ok)) throw new Error(shown.map(codeOf).join());
  const session = { actorId: 'clients', program: 'clients', roles: [] };
  const interpreter = await database.read(session, (sql) => ports.parts.interpreters.find(sql, clientId));
  return {
    profile: profile.value.part?.profile,
    published: profile.value.part?.publication?.parts,
    limits: workAbility.value.part?.workAbility.limits,
    consents: consents.value.part,
    receipts: receipts.value.part,
    interpreter,
  };
};

const merge = (kept: ClientId, merged: ClientId, resolutions: MergeResolutions, actor: Actor = manager) =>
  run(clients.catalogue.commands.mergeClients, { keptClientId: kept, mergedClientId: merged, resolutions }, actor);
const split = (kept: ClientId, merged: ClientId) =>
  run(clients.catalogue.commands.splitClients, { keptClientId: kept, mergedClientId: merged }, manager);

beforeAll(async () => {
  clients = await startPostgresClients();
});

afterAll(() => clients.stop());

describe('parts of two records of one person', () => {
  it('are the person’s under either id, by a manager who sees no work ability, and two people’s again after it', async () => {
    const [kept, merged] = [await somebody(), await somebody()];
    await fill(kept, 30, 'ru');
    await fill(merged, 90, 'ar');
    await publish(merged);
    const before = [await partsOf(kept), await partsOf(merged)] as const;
    const unsettled = await merge(kept, merged, both);
    expect(unsettled.ok ? {} : unsettled.refusal.data).toEqual({
      conflicts: 'PROFILE_DIFFERS,WORK_ABILITY_DIFFERS,INTERPRETER_DIFFERS',
    });
    const chosen = { PROFILE_DIFFERS: 'MERGED', WORK_ABILITY_DIFFERS: 'MERGED', INTERPRETER_DIFFERS: 'KEPT' } as const;
    expect(codeOf(await merge(kept, merged, { ...both, ...chosen }))).toBe('done');
    const joined = await partsOf(kept);
    expect(joined).toMatchObject({ ...before[1], interpreter: before[0].interpreter, consents: {}, receipts: {} });
    expect([joined.consents, joined.receipts]).toEqual([
      expect.arrayContaining([...before[0].consents, ...before[1].consents]),
      expect.arrayContaining([...before[0].receipts, ...before[1].receipts]),
    ]);
    expect(await partsOf(merged)).toEqual(joined);
    expect((await eventsOf(kept)).slice(-3)).toEqual(['ClientsMerged', 'JobSeekerProfileRecorded', 'ProfilePublished']);
    expect(codeOf(await split(kept, merged))).toBe('done');
    expect([await partsOf(kept), await partsOf(merged)]).toEqual(before);
    expect((await eventsOf(merged)).slice(-3)).toEqual([
      'ClientRestored',
      'JobSeekerProfileRecorded',
      'ProfilePublished',
    ]);
  });

  it('go to the one without any, and leave it without any', async () => {
    const [kept, merged] = [await somebody(), await somebody()];
    await fill(merged, 90, 'ar');
    const before = [await partsOf(kept), await partsOf(merged)];
    expect(codeOf(await merge(kept, merged, both))).toBe('done');
    expect(await partsOf(kept)).toEqual(before[1]);
    expect(codeOf(await split(kept, merged))).toBe('done');
    expect([await partsOf(kept), await partsOf(merged)]).toEqual(before);
  });

  it('that somebody changed stay with the one that was kept; a consent withdrawn goes back withdrawn', async () => {
    const [kept, merged] = [await somebody(), await somebody()];
    await fill(merged, 90, 'ar');
    const before = await partsOf(merged);
    await merge(kept, merged, both);
    const { recordProfile, withdrawConsent } = clients.catalogue.commands;
    const newer = aProfile({ education: [] });
    await done(recordProfile, { clientId: kept, profile: newer });
    const consentId = before.consents[0]?.consentId as never;
    await done(withdrawConsent, { clientId: merged, consentId });
    await split(kept, merged);
    expect((await partsOf(kept)).profile).toEqual(newer);
    expect((await partsOf(merged)).profile).toEqual(before.profile);
    expect((await partsOf(merged)).consents).toEqual([{ ...before.consents[0], withdrawnOn: '2026-02-02' }]);
  });

  it('are the handler’s alone to see, and published no more, where one is under protection', async () => {
    const [kept, merged] = [await somebody(), await somebody({ protectionOrder: order })];
    await fill(kept, 30, 'ru');
    await publish(kept);
    await fill(merged, 30, 'ru', handler);
    const unsettled = await merge(kept, merged, { ...both, PROTECTION_DIFFERS: 'MERGED' }, handler);
    expect(unsettled.ok ? {} : unsettled.refusal.data).toEqual({ conflicts: 'PROFILE_DIFFERS' });
    const resolutions = { ...both, PROTECTION_DIFFERS: 'MERGED', PROFILE_DIFFERS: 'KEPT' } as const;
    expect(codeOf(await merge(kept, merged, resolutions, handler))).toBe('done');
    await expect(partsOf(merged)).rejects.toThrow('CLIENT_NOT_FOUND');
    const { profile, published, consents } = await partsOf(merged, handler);
    expect([profile?.wishes.commutingMinutes, published, consents.length]).toEqual([30, undefined, 2]);
    expect((await eventsOf(kept)).at(-1)).toBe('ClientsMerged');
  });

  it('change hands by no other command: staff see and move nothing of them outside a merge', async () => {
    const [kept, merged] = [await somebody(), await somebody()];
    await fill(kept, 30, 'ru');
    const session = { actorId: 'staff-0003', program: 'portal', roles: ['SERVICE_MANAGER'] };
    const counts = await clients.database.transact(session, async (tx) => {
      await tx.query('UPDATE client_information_receipt SET client_id = $2 WHERE client_id = $1', [kept, merged]);
      await tx.query('DELETE FROM client_profile WHERE client_id = $1', [kept]);
      return tx.query('SELECT 1 FROM client_work_ability WHERE client_id = $1', [kept]);
    });
    expect(counts).toEqual([]);
    const receipts = await rows('SELECT 1 FROM client_information_receipt WHERE client_id = $1', [kept]);
    const profiles = await rows('SELECT 1 FROM client_profile WHERE client_id = $1', [kept]);
    expect([receipts.length, profiles.length]).toEqual([1, 1]);
  });
});
