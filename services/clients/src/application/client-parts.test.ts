import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import type { ClientId } from '../domain/client/client.ts';
import type { LanguageCode } from '../domain/profile/language-skill.ts';
import { aPerson, aRegistration, identityCodeOf, today } from '../testing/builders.ts';
import { type InMemoryService, inMemoryService } from '../testing/in-memory-service.ts';
import { letServe } from '../testing/let-serve.ts';
import { aConsent, aProfile, aReceipt, aWorkAbility } from '../testing/part-builders.ts';

const specialist = aStaffMember('CASE_SPECIALIST', { id: 'staff-0001' });
const handler = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0004' });

let service: InMemoryService;
let aino: ClientId;

const registered = async (form: Parameters<typeof aRegistration>[0] = {}, actor = specialist): Promise<ClientId> => {
  const result = await tryCommand(service.world.ports, service.catalogue.commands.registerJobSeeker, {
    actor,
    input: aRegistration(form),
  });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.clientId;
};

const record = (input: { readonly expectedVersion?: number } = {}, actor = specialist) =>
  tryCommand(service.world.ports, service.catalogue.commands.recordProfile, {
    actor,
    input: { clientId: aino, profile: aProfile(), ...input },
  });

const publish = () =>
  tryCommand(service.world.ports, service.catalogue.commands.publishProfile, {
    actor: specialist,
    input: { clientId: aino, parts: ['SKILLS'] },
  });

const profileFor = async (actor = specialist) => {
  const shown = await runQuery(service.world.ports, service.catalogue.queries.getProfile, {
    actor,
    input: { clientId: aino, accessReason: 'CLIENT_SERVICE' },
  });
  return shown.ok ? shown.value.part : shown.refusal.code;
};

const told = () =>
  service.world.events().map(({ type, aggregateVersion }) => [type.split('.').at(-1), aggregateVersion]);

beforeEach(async () => {
  service = inMemoryService();
  aino = await registered();
  await letServe({ ...service.world, ...service.ports }, aino, [specialist, handler]);
});

describe('a client’s profile goes through the pipeline', () => {
  it('its facts continue the client’s, without a gap', async () => {
    expect(await record()).toEqual({ ok: true, value: { profileVersion: 1 } });
    expect(await publish()).toEqual({ ok: true, value: { profileVersion: 2 } });
    expect(told()).toEqual([
      ['ClientRegistered', 1],
      ['JobSearchStarted', 2],
      ['JobSeekerProfileRecorded', 3],
      ['ProfilePublished', 4],
    ]);
    expect(await profileFor()).toMatchObject({ version: 2, publication: { parts: ['SKILLS'] } });
  });

  it('a profile based on what somebody else has changed meanwhile is refused', async () => {
    await record();
    expect(await record({ expectedVersion: 7 })).toEqual({
      ok: false,
      refusal: { kind: 'stale', code: 'PROFILE_CHANGED_MEANWHILE', data: { profileVersion: '1' } },
    });
    expect(await record({ expectedVersion: 1 })).toEqual({ ok: true, value: { profileVersion: 2 } });
  });

  it('is published no more from the moment a protection order is recorded, and nothing is told of it', async () => {
    await record();
    await publish();
    const order = { validFrom: today, handlerId: 'staff-0004' };
    await tryCommand(service.world.ports, service.catalogue.commands.recordProtectionOrder, {
      actor: handler,
      input: { clientId: aino, order },
    });
    const shown = await profileFor(handler);
    expect(shown).toEqual({ version: 3, profile: aProfile() });
    expect(await record({}, handler)).toEqual({ ok: true, value: { profileVersion: 4 } });
    expect(told().slice(4)).toEqual([['MunicipalityWithheld', 5]]);
  });

  it('is told again when the order is lifted, and stays unpublished', async () => {
    await record();
    await publish();
    const order = { validFrom: today, handlerId: 'staff-0004' };
    const { recordProtectionOrder, liftProtectionOrder } = service.catalogue.commands;
    await tryCommand(service.world.ports, recordProtectionOrder, { actor: handler, input: { clientId: aino, order } });
    const lifted = await tryCommand(service.world.ports, liftProtectionOrder, {
      actor: handler,
      input: { clientId: aino },
    });
    expect(lifted).toEqual({ ok: true, value: { version: 7 } });
    expect(told().slice(4)).toEqual([
      ['MunicipalityWithheld', 5],
      ['MunicipalityDisclosed', 6],
      ['JobSeekerProfileRecorded', 7],
    ]);
    expect(await profileFor()).toEqual({ version: 3, profile: aProfile() });
  });

  it('of a client under protection is shown to the handler for a reason alone', async () => {
    const order = { validFrom: today, handlerId: 'staff-0004' };
    await tryCommand(service.world.ports, service.catalogue.commands.recordProtectionOrder, {
      actor: handler,
      input: { clientId: aino, order },
    });
    const withoutReason = await runQuery(service.world.ports, service.catalogue.queries.getProfile, {
      actor: handler,
      input: { clientId: aino },
    });
    expect(withoutReason).toMatchObject({ ok: false, refusal: { code: 'ACCESS_REASON_REQUIRED' } });
    expect(await profileFor(specialist)).toBe('CLIENT_NOT_FOUND');
    expect(await profileFor(handler)).toBeUndefined();
  });
});

describe('work ability goes through the pipeline (GDPR 9)', () => {
  const recordAbility = (expectedVersion?: number) =>
    tryCommand(service.world.ports, service.catalogue.commands.recordWorkAbility, {
      actor: specialist,
      input: {
        clientId: aino,
        purpose: 'NEEDS_ASSESSMENT',
        workAbility: aWorkAbility(),
        ...(expectedVersion !== undefined && { expectedVersion }),
      },
    });
  const show = (actor = specialist) =>
    runQuery(service.world.ports, service.catalogue.queries.getWorkAbility, {
      actor,
      input: { clientId: aino, purpose: 'SERVICE_CHOICE' },
    });

  it('tells nobody anything, not even that there is an assessment', async () => {
    const before = told();
    expect(await recordAbility()).toEqual({ ok: true, value: { workAbilityVersion: 1 } });
    expect(told()).toEqual(before);
  });

  it('leaves in the access log for what it was shown, apart from the rest of the client', async () => {
    await recordAbility();
    expect(await show()).toMatchObject({ ok: true, value: { part: { version: 1, workAbility: aWorkAbility() } } });
    expect(service.world.audit().at(-1)).toMatchObject({
      action: 'GetWorkAbility',
      dataGroup: 'work-ability',
      purpose: 'work-ability-assessment',
      result: 'SHOWN',
      reason: 'SERVICE_CHOICE',
      subjectId: aino,
    });
  });

  it('is closed to a service manager, who sees the rest of the client', async () => {
    expect(await show(aStaffMember('SERVICE_MANAGER'))).toMatchObject({
      ok: false,
      refusal: { code: 'ROLE_NOT_ALLOWED' },
    });
  });

  it('refuses an assessment based on what somebody else has changed meanwhile', async () => {
    await recordAbility(0);
    expect(await recordAbility(0)).toMatchObject({
      ok: false,
      refusal: { kind: 'stale', code: 'WORK_ABILITY_CHANGED_MEANWHILE', data: { workAbilityVersion: '1' } },
    });
  });
});

describe('consents and receipts go through the pipeline', () => {
  const { consentId: _id, givenOn: _given, ...terms } = aConsent();

  const give = async () => {
    const given = await tryCommand(service.world.ports, service.catalogue.commands.giveConsent, {
      actor: specialist,
      input: { clientId: aino, terms },
    });
    if (!given.ok) throw new Error(given.refusal.code);
    return given.value.consentId;
  };

  const withdraw = (clientId: ClientId, consentId: Awaited<ReturnType<typeof give>>) =>
    tryCommand(service.world.ports, service.catalogue.commands.withdrawConsent, {
      actor: specialist,
      input: { clientId, consentId },
    });

  it('a consent that was withdrawn stays listed, so that what was disclosed before stays explained', async () => {
    const consentId = await give();
    expect(await withdraw(aino, consentId)).toEqual({ ok: true, value: { consentId } });
    const listed = await runQuery(service.world.ports, service.catalogue.queries.listConsents, {
      actor: specialist,
      input: { clientId: aino },
    });
    expect(listed.ok && listed.value.part).toEqual([{ ...terms, consentId, givenOn: today, withdrawnOn: today }]);
    expect(told().slice(2)).toEqual([
      ['ConsentGiven', 3],
      ['ConsentWithdrawn', 4],
    ]);
  });

  it('a consent of one client is not found under another', async () => {
    const consentId = await give();
    const eino = await registered({ identityCode: identityCodeOf('1970-01-01') });
    expect(await withdraw(eino, consentId)).toMatchObject({ ok: false, refusal: { code: 'CONSENT_NOT_FOUND' } });
  });

  it('what a client was informed of is listed, and told to nobody', async () => {
    const { receiptId: _receipt, ...receipt } = aReceipt();
    const recorded = await tryCommand(service.world.ports, service.catalogue.commands.recordInformationReceipt, {
      actor: specialist,
      input: { clientId: aino, receipt },
    });
    const listed = await runQuery(service.world.ports, service.catalogue.queries.listInformationReceipts, {
      actor: specialist,
      input: { clientId: aino },
    });
    expect(listed.ok && listed.value.part).toEqual([{ ...receipt, ...(recorded.ok && recorded.value) }]);
    expect(told()).toHaveLength(2);
  });
});

describe('corrections go through the pipeline', () => {
  it('a second correction based on the same version is refused', async () => {
    const correct = (familyName: string) =>
      tryCommand(service.world.ports, service.catalogue.commands.correctName, {
        actor: specialist,
        input: { clientId: aino, expectedVersion: 2, givenNames: 'Aino', familyName },
      });
    expect(await correct('Aho')).toEqual({ ok: true, value: { version: 3 } });
    expect(await correct('Laine')).toMatchObject({ ok: false, refusal: { code: 'CLIENT_CHANGED_MEANWHILE' } });
  });

  it('the language of service and the interpreter stand on the client’s card', async () => {
    const changed = await tryCommand(service.world.ports, service.catalogue.commands.changeServiceLanguage, {
      actor: specialist,
      input: { clientId: aino, serviceLanguage: 'OTHER', interpreterLanguage: 'ru' as LanguageCode },
    });
    expect(changed).toEqual({ ok: true, value: { version: 3 } });
    const shown = await runQuery(service.world.ports, service.catalogue.queries.getClient, {
      actor: specialist,
      input: { clientId: aino },
    });
    expect(shown.ok && [shown.value.version, shown.value.person, shown.value.interpreterLanguage]).toEqual([
      3,
      aPerson({ serviceLanguage: 'OTHER' }),
      'ru',
    ]);
  });
});
