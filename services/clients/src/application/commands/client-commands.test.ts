import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import { aRegistration, identityCodeOf, today } from '../../testing/builders.ts';
import { type InMemoryService, inMemoryService } from '../../testing/in-memory-service.ts';

const specialist = aStaffMember('CASE_SPECIALIST');

let service: InMemoryService;

const register = (form: Parameters<typeof aRegistration>[0] = {}, requestId?: string) =>
  tryCommand(service.world.ports, service.catalogue.commands.registerJobSeeker, {
    actor: specialist,
    input: aRegistration(form),
    ...(requestId && { requestId }),
  });

const aino = async () => {
  const result = await register();
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

describe('changes to a client go through one pipeline', () => {
  beforeEach(() => {
    service = inMemoryService();
  });

  it('a registration sent twice registers once and is answered the same twice', async () => {
    const first = await register({}, 'request-1');
    expect(await register({}, 'request-1')).toEqual(first);
    expect(service.world.events()).toHaveLength(2);
  });

  it('a second registration of one person is refused while the job search runs', async () => {
    const { clientId, jobSearchId } = await aino();
    const again = await register();
    expect(again).toEqual({
      ok: false,
      refusal: {
        kind: 'conflict',
        code: 'JOB_SEARCH_ALREADY_RUNNING',
        data: { jobSearchId, runningSince: today },
      },
    });
    expect(service.world.audit().at(-1)).toEqual(expect.objectContaining({ result: 'REFUSED', subjectId: clientId }));
  });

  it('facts of one client are numbered without a gap', async () => {
    const { clientId } = await aino();
    const { commands } = service.catalogue;
    const change = { actor: specialist, input: { clientId, statusCode: '07', from: today } as const };
    expect(await tryCommand(service.world.ports, commands.recordEmploymentStatus, change)).toEqual({
      ok: true,
      value: { version: 3 },
    });
    expect(
      service.world.events().map(({ type, aggregateVersion }) => [type.split('.').at(-1), aggregateVersion]),
    ).toEqual([
      ['ClientRegistered', 1],
      ['JobSearchStarted', 2],
      ['EmploymentStatusRecorded', 3],
    ]);
  });

  it('a change based on what somebody else has changed meanwhile is refused', async () => {
    const { clientId } = await aino();
    const seen = { clientId, expectedVersion: 1, reason: 'EMPLOYED', endedOn: today } as const;
    const result = await tryCommand(service.world.ports, service.catalogue.commands.endJobSearch, {
      actor: specialist,
      input: seen,
    });
    expect(result).toEqual({
      ok: false,
      refusal: { kind: 'stale', code: 'CLIENT_CHANGED_MEANWHILE', data: { version: '2' } },
    });
  });

  it('the birthdays to come are remembered at registration, those gone by are not', async () => {
    await register({ identityCode: identityCodeOf('2000-02-29', 911) });
    await register({ identityCode: identityCodeOf('2004-02-29', 912) });
    expect(service.birthdays().map(({ age, turnsOn }) => [age, turnsOn])).toEqual([
      [60, '2060-02-29'],
      [25, '2029-03-01'],
      [60, '2064-02-29'],
    ]);
  });

  it('a birthday is told by the service’s own timer, once', async () => {
    service = inMemoryService({ now: new Date('2026-02-01T22:01:00Z') });
    await register({ identityCode: identityCodeOf('2001-02-03') });
    const [timer] = service.birthdays();
    if (timer === undefined) throw new Error('no birthday to come');
    const tell = () =>
      tryCommand(service.world.ports, service.catalogue.commands.turnAge, {
        actor: aProgram('clients'),
        input: { clientId: timer.clientId, age: 25, turnedOn: today },
        requestId: timer.timerId,
      });
    expect(await tell()).toEqual({ ok: true, value: { version: 3 } });
    expect(await tell()).toEqual({ ok: true, value: { version: 3 } });
    expect(service.world.events().map(({ type }) => type.split('.').at(-1))).toEqual([
      'ClientRegistered',
      'JobSearchStarted',
      'ClientTurned25',
    ]);
    expect(service.birthdays().map(({ age }) => age)).toEqual([60]);
  });
});
