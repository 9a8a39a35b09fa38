import { localDate } from '@tyovayla/kernel/local-date';
import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import { aNationalRecordForm, aRegistration, identityCodeOf } from '../testing/builders.ts';
import { type InMemoryService, inMemoryService } from '../testing/in-memory-service.ts';
import { readChangeIdentityCode } from './commands/change-identity-code.ts';

const specialist = aStaffMember('CASE_SPECIALIST');

const registerAt = async (instant: string, identityCode = identityCodeOf('1988-05-14')) => {
  const service: InMemoryService = inMemoryService({ now: new Date(instant) });
  const today = service.world.ports.clock.today();
  const result = await tryCommand(service.world.ports, service.catalogue.commands.registerJobSeeker, {
    actor: specialist,
    input: aRegistration({ identityCode }, today),
  });
  if (!result.ok) throw new Error(result.refusal.code);
  return { service, startedOn: result.value.startedOn };
};

describe('the day on which a job search starts, through the whole of a registration (handbook R1.2)', () => {
  it.each([
    ['23:59 of the eve of the spring night (UTC+2)', '2026-03-28T21:59:00Z', '2026-03-28'],
    ['00:01 of the spring night (UTC+2)', '2026-03-28T22:01:00Z', '2026-03-29'],
    ['02:59, the last minute before the hour that is left out', '2026-03-29T00:59:00Z', '2026-03-29'],
    ['04:01, the first minutes after it (UTC+3)', '2026-03-29T01:01:00Z', '2026-03-29'],
    ['23:59 of the spring day (UTC+3)', '2026-03-29T20:59:00Z', '2026-03-29'],
    ['00:01 of the day after (UTC+3)', '2026-03-29T21:01:00Z', '2026-03-30'],
    ['23:59 of the eve of the autumn night (UTC+3)', '2026-10-24T20:59:00Z', '2026-10-24'],
    ['00:01 of the autumn night (UTC+3)', '2026-10-24T21:01:00Z', '2026-10-25'],
    ['03:30 for the first time', '2026-10-25T00:30:00Z', '2026-10-25'],
    ['03:30 for the second time', '2026-10-25T01:30:00Z', '2026-10-25'],
    ['23:59 of the autumn day (UTC+2)', '2026-10-25T21:59:00Z', '2026-10-25'],
    ['00:01 of the day after (UTC+2)', '2026-10-25T22:01:00Z', '2026-10-26'],
    ['23:59 of 28 February in a leap year', '2028-02-28T21:59:00Z', '2028-02-28'],
    ['00:01 of 29 February', '2028-02-28T22:01:00Z', '2028-02-29'],
    ['00:01 of 1 March', '2028-02-29T22:01:00Z', '2028-03-01'],
  ])('is the day in Helsinki at %s', async (_, instant, day) => {
    expect((await registerAt(instant)).startedOn).toBe(day);
  });
});

describe('a person born on 29 February', () => {
  const code = identityCodeOf('2004-02-29');

  it('turns 25 on 1 March of a year without that day, and 60 on the day itself in a year that has it', async () => {
    const { service } = await registerAt('2026-02-02T10:00:00Z', code);
    expect(service.birthdays().map(({ age, turnsOn }) => [age, turnsOn])).toEqual([
      [25, '2029-03-01'],
      [60, '2064-02-29'],
    ]);
  });

  it('is under 25 to the last minute of 28 February', async () => {
    const late = await registerAt('2029-02-28T21:59:00Z', code);
    const early = await registerAt('2029-02-28T22:01:00Z', code);
    expect([late, early].map(({ service }) => service.birthdays().map(({ age }) => age))).toEqual([[25, 60], [60]]);
  });

  it('who comes from another area gets the same birthdays', async () => {
    const service = inMemoryService();
    const result = await tryCommand(service.world.ports, service.catalogue.commands.receiveTransfer, {
      actor: aProgram('area-exchange'),
      input: {
        registration: aRegistration({ identityCode: code, statusCode: '', nationalRecord: aNationalRecordForm() }),
        fromArea: 'oulu' as never,
        takenInOn: localDate('2026-01-20'),
      },
    });
    expect(result.ok).toBe(true);
    expect(service.birthdays().map(({ turnsOn }) => turnsOn)).toEqual(['2029-03-01', '2064-02-29']);
  });

  it('who is given another birthday turns on that one', async () => {
    const service = inMemoryService();
    const { registerJobSeeker, changeIdentityCode } = service.catalogue.commands;
    const registered = await tryCommand(service.world.ports, registerJobSeeker, {
      actor: specialist,
      input: aRegistration({ identityCode: identityCodeOf('2004-03-01') }),
    });
    if (!registered.ok) throw new Error(registered.refusal.code);
    const { clientId } = registered.value;
    const input = readChangeIdentityCode({ clientId, identityCode: code, ground: 'REGISTER_CORRECTION' });
    if (!input.ok) throw new Error(input.refusal.code);
    await tryCommand(service.world.ports, changeIdentityCode, { actor: specialist, input: input.value });
    expect(service.birthdays().map(({ turnsOn }) => turnsOn)).toEqual(['2029-03-01', '2064-02-29']);
  });
});
