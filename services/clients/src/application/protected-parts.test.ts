import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import type { ClientId } from '../domain/client/client.ts';
import { aPerson, aRegistration, clientId, today } from '../testing/builders.ts';
import { type InMemoryService, inMemoryService } from '../testing/in-memory-service.ts';
import { aConsent, aProfile, aReceipt, aWorkAbility, consentId } from '../testing/part-builders.ts';

const specialist = aStaffMember('CASE_SPECIALIST', { id: 'staff-0001' });
const handler = aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0004' });

let service: InMemoryService;
let saara: ClientId;

const told = () => service.world.events().map(({ type }) => type.split('.').at(-1));

beforeEach(async () => {
  service = inMemoryService();
  const result = await tryCommand(service.world.ports, service.catalogue.commands.registerJobSeeker, {
    actor: handler,
    input: aRegistration({ protectionOrder: { validFrom: '2026-01-01', validTo: '', handlerId: 'staff-0004' } }),
  });
  if (!result.ok) throw new Error(result.refusal.code);
  saara = result.value.clientId;
});

describe('the parts of the record of a client under a protection order (handbook 1.6)', () => {
  const { consentId: _id, givenOn: _given, ...terms } = aConsent();
  const { receiptId: _receipt, ...receipt } = aReceipt();

  const tryAll = async (clientId: ClientId, actor: typeof specialist) => {
    const { commands, queries } = service.catalogue;
    const { ports } = service.world;
    const on = <Input>(input: Input) => ({ actor, input: { clientId, ...input } });
    const why = on({ accessReason: 'CLIENT_SERVICE' as const });
    const purpose = 'SERVICE_CHOICE' as const;
    return {
      GetProfile: await runQuery(ports, queries.getProfile, why),
      GetWorkAbility: await runQuery(ports, queries.getWorkAbility, on({ purpose })),
      ListConsents: await runQuery(ports, queries.listConsents, why),
      ListInformationReceipts: await runQuery(ports, queries.listInformationReceipts, why),
      RecordProfile: await tryCommand(ports, commands.recordProfile, on({ profile: aProfile() })),
      PublishProfile: await tryCommand(ports, commands.publishProfile, on({ parts: ['SKILLS'] as const })),
      PublishMinimumProfile: await tryCommand(
        ports,
        commands.publishMinimumProfile,
        on({ dueOn: today, occupationsSought: [] }),
      ),
      WithdrawProfile: await tryCommand(ports, commands.withdrawProfile, on({})),
      RecordWorkAbility: await tryCommand(
        ports,
        commands.recordWorkAbility,
        on({ purpose, workAbility: aWorkAbility() }),
      ),
      GiveConsent: await tryCommand(ports, commands.giveConsent, on({ terms })),
      WithdrawConsent: await tryCommand(ports, commands.withdrawConsent, on({ consentId: consentId(9) })),
      RecordInformationReceipt: await tryCommand(ports, commands.recordInformationReceipt, on({ receipt })),
      CorrectContactData: await tryCommand(ports, commands.correctContactData, on({ contact: aPerson().contact })),
      CorrectName: await tryCommand(ports, commands.correctName, on({ givenNames: 'Aino', familyName: 'Aho' })),
      ChangeServiceLanguage: await tryCommand(
        ports,
        commands.changeServiceLanguage,
        on({ serviceLanguage: 'SV' as const }),
      ),
    };
  };

  it.each([
    ['a case specialist', specialist],
    ['a service manager', aStaffMember('SERVICE_MANAGER', { id: 'staff-0003' })],
    ['another protected-client handler', aStaffMember('PROTECTED_CLIENT_HANDLER', { id: 'staff-0014' })],
  ])('are answered to %s exactly as those of a client who does not exist', async (_, actor) => {
    const tried = await tryAll(saara, actor);
    expect(tried).toEqual(await tryAll(clientId(404), actor));
    expect(Object.values(tried).filter(({ ok }) => ok)).toEqual([]);
  });

  it('are the assigned handler’s to serve, and nothing that tells of the client leaves the registry', async () => {
    const before = told().length;
    const tried = Object.entries(await tryAll(saara, handler));
    const refused = tried.flatMap(([name, result]) => (result.ok ? [] : [[name, result.refusal.code]]));
    expect(refused).toEqual([
      ['PublishProfile', 'PROFILE_UNDER_PROTECTION'],
      ['PublishMinimumProfile', 'PROFILE_UNDER_PROTECTION'],
      ['WithdrawProfile', 'PROFILE_NOT_PUBLISHED'],
      ['WithdrawConsent', 'CONSENT_NOT_FOUND'],
      ['CorrectContactData', 'NOTHING_CORRECTED'],
    ]);
    expect(told().slice(before)).toEqual(['NameCorrected', 'ServiceLanguageChanged']);
  });
});
