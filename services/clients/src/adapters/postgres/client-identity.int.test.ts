import type { Actor } from '@tyovayla/runtime/actor';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { readChangeIdentityCode } from '../../application/commands/change-identity-code.ts';
import type { ClientId } from '../../domain/client/client.ts';
import type { MergeResolutions } from '../../domain/client/merge-conflict.ts';
import { aRegistration, identityCodeOf, today } from '../../testing/builders.ts';
import { codeOf, handler, manager, officeOn, specialist } from '../../testing/office-on-postgres.ts';
import { type PostgresClients, startPostgresClients } from '../../testing/postgres-clients.ts';

let clients: PostgresClients;

const order = { validFrom: '2026-01-01', validTo: '', handlerId: 'staff-0004' };

const { run, done, recordOf, rows, eventsOf } = officeOn(() => clients);

let people = 0;
/** A code that nobody has: the same person's two codes differ by the individual number. */
const newCode = () => {
  people += 1;
  return identityCodeOf(`${1930 + (people % 70)}-05-04`, 912 + Math.floor(people / 70));
};

const somebody = async (form: Parameters<typeof aRegistration>[0] = {}): Promise<ClientId> => {
  const registration = aRegistration({ identityCode: newCode(), ...form });
  return (await done(clients.catalogue.commands.registerJobSeeker, registration, handler)).clientId;
};

const find = async (code: string, actor: Actor = specialist): Promise<string> => {
  const input = { identityCode: code as never, accessReason: 'CLIENT_CONTACT' } as const;
  const { findClientByIdentityCode } = clients.catalogue.queries;
  const found = await runQuery(clients.pipeline, findClientByIdentityCode, { actor, input });
  return found.ok ? found.value.clientId : found.refusal.code;
};

const change = (clientId: ClientId, identityCode: string, ground = 'REGISTER_CORRECTION') => {
  const input = readChangeIdentityCode({ clientId, identityCode, ground });
  if (!input.ok) throw new Error(input.refusal.code);
  return run(clients.catalogue.commands.changeIdentityCode, input.value);
};

const birthdaysOf = async (clientId: ClientId) => {
  const text = 'SELECT kind, due_on FROM timer WHERE subject_id = $1 AND fired_at IS NULL ORDER BY kind';
  const timers = await rows<{ kind: string; due_on: string }>(text, [clientId]);
  return timers.filter(({ kind }) => kind.startsWith('turned')).map(({ kind, due_on }) => `${kind} ${due_on}`);
};

beforeAll(async () => {
  clients = await startPostgresClients();
});

afterAll(() => clients.stop());

describe('a person whose identity code is another', () => {
  it('is found by both codes, and registered by neither a second time', async () => {
    const [before, after] = [newCode(), newCode()];
    const aino = await somebody({ identityCode: before });
    expect(codeOf(await change(aino, after))).toBe('done');
    expect([await find(before), await find(after)]).toEqual([aino, aino]);
    expect((await recordOf(aino)).person.identityCode).toBe(after);
    for (const identityCode of [before, after]) {
      const again = await run(clients.catalogue.commands.registerJobSeeker, aRegistration({ identityCode }));
      expect(codeOf(again)).toBe('JOB_SEARCH_ALREADY_RUNNING');
    }
  });

  it('who registers anew under the old code keeps the new one', async () => {
    const [before, after] = [newCode(), newCode()];
    const aino = await somebody({ identityCode: before });
    await change(aino, after);
    const { endJobSearch, registerJobSeeker } = clients.catalogue.commands;
    await done(endJobSearch, { clientId: aino, reason: 'EMPLOYED', endedOn: today });
    const again = await done(registerJobSeeker, aRegistration({ identityCode: before }));
    expect(again.clientId).toBe(aino);
    expect((await recordOf(aino)).person.identityCode).toBe(after);
    expect([await find(before), await find(after)]).toEqual([aino, aino]);
  });

  it('is not found by a code that was written wrongly: it may be somebody else’s', async () => {
    const [wrong, right] = [newCode(), newCode()];
    const aino = await somebody({ identityCode: wrong });
    await change(aino, right, 'WRITTEN_WRONGLY');
    expect(await find(wrong)).toBe('CLIENT_NOT_FOUND');
    expect(await somebody({ identityCode: wrong })).not.toBe(aino);
  });

  it('keeps no code in clear, former ones neither', async () => {
    const before = newCode();
    const aino = await somebody({ identityCode: before });
    await change(aino, newCode());
    const text = 'SELECT identity_code_sealed FROM former_identity_code WHERE client_id = $1';
    const [kept] = await rows<{ identity_code_sealed: Buffer }>(text, [aino]);
    expect(kept?.identity_code_sealed.toString('latin1')).not.toContain(before);
  });

  it('is refused where another record has or had the code, and told which where one may know', async () => {
    const code = newCode();
    const eino = await somebody({ identityCode: code });
    const aino = await somebody();
    const refused = await change(aino, code);
    expect(refused.ok ? {} : refused.refusal).toMatchObject({
      code: 'IDENTITY_CODE_IN_USE',
      data: { otherClientId: eino },
    });
    await change(eino, newCode());
    expect(codeOf(await change(aino, code))).toBe('IDENTITY_CODE_IN_USE');
    const guarded = newCode();
    await somebody({ identityCode: guarded, protectionOrder: order });
    const hidden = await change(aino, guarded);
    expect(hidden.ok ? {} : hidden.refusal).toMatchObject({ code: 'IDENTITY_CODE_IN_USE', data: {} });
  });

  it('turns 60 by the new birthday', async () => {
    const aino = await somebody({ identityCode: identityCodeOf('1990-05-04', 932) });
    await change(aino, identityCodeOf('1992-02-29', 932));
    expect(await birthdaysOf(aino)).toEqual(['turned-60 2052-02-29']);
  });

  it('is one person where two change two people’s codes to the same one at once', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const code = newCode();
    const outcomes = await Promise.all([change(one, code), change(other, code)]);
    expect(outcomes.map(codeOf).sort()).toEqual(['IDENTITY_CODE_IN_USE', 'done']);
  });
});

describe('two records of one person', () => {
  const resolved: MergeResolutions = {
    BOTH_JOB_SEARCHES_RUN: 'MERGED',
    NAME_DIFFERS: 'MERGED',
    MUNICIPALITY_DIFFERS: 'MERGED',
  };
  const merge = (kept: ClientId, merged: ClientId, resolutions = resolved, actor: Actor = manager) =>
    run(clients.catalogue.commands.mergeClients, { keptClientId: kept, mergedClientId: merged, resolutions }, actor);
  const split = (kept: ClientId, merged: ClientId, actor: Actor = manager) =>
    run(clients.catalogue.commands.splitClients, { keptClientId: kept, mergedClientId: merged }, actor);
  const pair = async () => {
    const codes = [newCode(), newCode()];
    const kept = await somebody({ identityCode: codes[0] ?? '' });
    const merged = await somebody({
      identityCode: codes[1] ?? '',
      familyName: 'Ahola',
      municipalityCode: '851',
    });
    return { kept, merged, codes };
  };

  it('become one: its id and its code lead to the record that was kept', async () => {
    const { kept, merged, codes } = await pair();
    expect(codeOf(await merge(kept, merged, {}))).toBe('MERGE_CONFLICTS_UNRESOLVED');
    expect(codeOf(await merge(kept, merged))).toBe('done');
    const record = await recordOf(merged);
    expect(record).toEqual(await recordOf(kept));
    expect(record.clientId).toBe(kept);
    expect([record.person.familyName, record.person.municipalityCode]).toEqual(['Ahola', '851']);
    expect(record.jobSearches.map(({ status }) => status)).toEqual(['RUNNING', 'ENDED']);
    expect(await Promise.all(codes.map((code) => find(code)))).toEqual([kept, kept]);
    expect((await eventsOf(kept)).at(-1)).toBe('ClientsMerged');
    expect((await eventsOf(merged)).at(-1)).toBe('ClientMergedAway');
  });

  it('take changes under either id, in the one record', async () => {
    const { kept, merged } = await pair();
    await merge(kept, merged);
    const { endJobSearch } = clients.catalogue.commands;
    await done(endJobSearch, { clientId: merged, reason: 'EMPLOYED', endedOn: today });
    expect((await recordOf(kept)).jobSearches.map(({ status }) => status)).toEqual(['ENDED', 'ENDED']);
  });

  it('have one access log: who saw either of them', async () => {
    const { kept, merged } = await pair();
    await recordOf(merged);
    await merge(kept, merged);
    await recordOf(merged);
    const { listClientAccesses } = clients.catalogue.queries;
    const logOf = async (clientId: ClientId) => {
      const input = { clientId, pageSize: 25 };
      const shown = await runQuery(clients.pipeline, listClientAccesses, { actor: specialist, input });
      return shown.ok
        ? shown.value.rows.map(({ action }) => action).filter((action) => !action.startsWith('List'))
        : [];
    };
    expect((await logOf(kept)).toSorted()).toEqual(
      ['GetClient', 'GetClient', 'MergeClients', 'RegisterJobSeeker', 'RegisterJobSeeker'].toSorted(),
    );
    expect(await logOf(merged)).toEqual(await logOf(kept));
  });

  it('are one row in the list', async () => {
    const { kept, merged } = await pair();
    await merge(kept, merged);
    const { listClients } = clients.catalogue.queries;
    const shown = await runQuery(clients.pipeline, listClients, { actor: specialist, input: { pageSize: 100 } });
    const ids = shown.ok ? shown.value.rows.map(({ clientId }) => clientId) : [];
    expect([ids.includes(kept), ids.includes(merged)]).toEqual([true, false]);
  });

  it('are nobody to anyone without a right to the one that is under protection, before and after', async () => {
    const guarded = await somebody({ protectionOrder: order });
    const open = await somebody();
    const resolutions: MergeResolutions = { BOTH_JOB_SEARCHES_RUN: 'KEPT', PROTECTION_DIFFERS: 'MERGED' };
    expect(codeOf(await merge(open, guarded, resolutions))).toBe('CLIENT_NOT_FOUND');
    expect(codeOf(await merge(open, guarded, resolutions, handler))).toBe('done');
    for (const id of [open, guarded]) {
      await expect(recordOf(id)).rejects.toThrow('CLIENT_NOT_FOUND');
      expect((await recordOf(id, handler)).clientId).toBe(open);
    }
  });

  it('become two again with what each had, and the job search runs that the merge had ended', async () => {
    const { kept, merged, codes } = await pair();
    const before = [await recordOf(kept), await recordOf(merged)];
    await merge(kept, merged);
    expect(codeOf(await split(kept, merged))).toBe('done');
    const after = [await recordOf(kept), await recordOf(merged)];
    const withoutVersion = ({ version: _, ...record }: (typeof before)[number]) => record;
    expect(after.map(withoutVersion)).toEqual(before.map(withoutVersion));
    expect(await Promise.all(codes.map((code) => find(code)))).toEqual([kept, merged]);
    expect([(await eventsOf(kept)).at(-1), (await eventsOf(merged)).at(-1)]).toEqual([
      'ClientsSplit',
      'ClientRestored',
    ]);
    expect(codeOf(await split(kept, merged))).toBe('NOT_MERGED');
    expect(codeOf(await merge(kept, merged))).toBe('done');
  });

  it('have the birthdays of the one that was kept, and each its own after they are taken apart', async () => {
    const kept = await somebody({ identityCode: identityCodeOf('1990-05-04', 930) });
    const merged = await somebody({ identityCode: identityCodeOf('1990-05-05', 930) });
    expect(codeOf(await merge(kept, merged, { BOTH_JOB_SEARCHES_RUN: 'KEPT' }))).toBe('done');
    expect([await birthdaysOf(kept), await birthdaysOf(merged)]).toEqual([['turned-60 2050-05-04'], []]);
    expect(codeOf(await split(kept, merged))).toBe('done');
    expect(await birthdaysOf(merged)).toEqual(['turned-60 2050-05-05']);
  });

  it('of which one held another before lead all three to the last, in one access log', async () => {
    const [first, second, third] = [await somebody(), await somebody(), await somebody()];
    const one = { BOTH_JOB_SEARCHES_RUN: 'KEPT' } as const;
    expect(codeOf(await merge(second, first, one))).toBe('done');
    // The one that ended in the first merge covers the same day, but the searches that run settle it.
    expect(codeOf(await merge(third, second, one))).toBe('done');
    for (const id of [first, second, third]) expect((await recordOf(id)).clientId).toBe(third);
    const input = { clientId: third, pageSize: 100 };
    const { listClientAccesses } = clients.catalogue.queries;
    const log = await runQuery(clients.pipeline, listClientAccesses, { actor: specialist, input });
    const registrations = log.ok ? log.value.rows.filter(({ action }) => action === 'RegisterJobSeeker') : [];
    expect(registrations).toHaveLength(3);
    expect(codeOf(await split(second, first))).toBe('CLIENT_NOT_FOUND');
    expect(codeOf(await split(third, second))).toBe('done');
    expect(codeOf(await split(second, first))).toBe('done');
  });

  it('are not taken apart where they never were one', async () => {
    const { kept, merged } = await pair();
    expect(codeOf(await split(kept, merged))).toBe('NOT_MERGED');
  });

  it('wait for each other, whichever way round they are made one', async () => {
    const { kept, merged } = await pair();
    const outcomes = await Promise.all([merge(kept, merged), merge(merged, kept)]);
    expect(outcomes.map(codeOf).sort()).toEqual(['CLIENT_NOT_FOUND', 'done']);
  });

  it('are no specialist’s to make one', async () => {
    const { kept, merged } = await pair();
    expect(codeOf(await merge(kept, merged, resolved, specialist))).toBe('ROLE_NOT_ALLOWED');
  });
});
