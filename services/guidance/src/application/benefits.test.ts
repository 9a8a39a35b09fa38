import { localDate } from '@tyovayla/kernel/local-date';
import type { Actor } from '@tyovayla/runtime/actor';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import {
  aClientCase,
  anEndedCase,
  aProtectedCase,
  clientIdOf,
  handler,
  manager,
  otherHandler,
  otherSpecialist,
  specialist,
} from '../testing/builders.ts';
import { type InMemoryGuidance, inMemoryGuidance } from '../testing/in-memory-guidance.ts';

const open = (now = '2026-05-04'): Promise<InMemoryGuidance> =>
  inMemoryGuidance({
    cases: [aClientCase(), aProtectedCase(), anEndedCase()],
    now: new Date(`${now}T09:00:00Z`),
  });

type Told = { readonly kind?: 'GENERAL_SUPPORT' | 'NONE'; readonly from?: string };

const record = ({ world, catalogue }: InMemoryGuidance, actor: Actor, clientId: string, told: Told = {}) =>
  tryCommand(world.ports, catalogue.commands.recordBenefit, {
    actor,
    input: {
      clientId,
      kind: told.kind ?? 'GENERAL_SUPPORT',
      from: localDate(told.from ?? '2026-05-04'),
      toldBy: 'PAYER',
    },
  });

const list = ({ world, catalogue }: InMemoryGuidance, actor: Actor, clientId: string) =>
  runQuery(world.ports, catalogue.queries.listBenefits, { actor, input: { clientId } });

describe('a client’s unemployment benefit, through the pipeline', () => {
  it('plans the activation period in the same transaction, each fact one version on', async () => {
    const guidance = await open();
    const answer = await record(guidance, specialist, clientIdOf(1));
    expect(answer.ok && answer.value).toMatchObject({ planned: 3, cancelled: 0 });
    expect(
      guidance.world.events().map(({ type, aggregateVersion }) => [type.split('.').at(-1), aggregateVersion]),
    ).toEqual([
      ['BenefitRecorded', 1],
      ['MeetingPlanned', 2],
      ['MeetingPlanned', 3],
      ['MeetingPlanned', 4],
    ]);
    expect(guidance.meetings.all().map(({ kind, status }) => `${kind} ${status}`)).toEqual(
      Array.from({ length: 3 }, () => 'ACTIVATION PLANNED'),
    );
  });

  it('cancels what is still to be held when it ends', async () => {
    const guidance = await open();
    await record(guidance, specialist, clientIdOf(1));
    const answer = await record(guidance, specialist, clientIdOf(1), { kind: 'NONE', from: '2026-05-11' });
    expect(answer.ok && answer.value).toMatchObject({ planned: 0, cancelled: 3 });
    const view = await list(guidance, specialist, clientIdOf(1));
    expect(view.ok && view.value.view).toMatchObject({
      today: 'GENERAL_SUPPORT',
      generalSupportFrom: '2026-05-04',
      benefits: [{ kind: 'NONE' }, { kind: 'GENERAL_SUPPORT', until: '2026-05-11' }],
    });
  });

  it('is told to no other service: the event has days and no code', async () => {
    const guidance = await open();
    await record(guidance, specialist, clientIdOf(1));
    const told = guidance.world.events().map(({ body }) => Buffer.from(body).toString('latin1'));
    expect(told.filter((body) => /GENERAL_SUPPORT|PAYER/.test(body))).toEqual([]);
  });

  it('is refused without a running job search', async () => {
    expect(await record(await open(), specialist, clientIdOf(3))).toMatchObject({
      refusal: { code: 'JOB_SEARCH_NOT_RUNNING' },
    });
  });

  it('is refused to a colleague who has not stated a need', async () => {
    expect(await record(await open(), otherSpecialist, clientIdOf(1))).toMatchObject({
      refusal: { code: 'NEED_NOT_STATED' },
    });
  });
});

describe('the benefit of a protected client', () => {
  const both = async (actor: Actor, clientId: string) => {
    const guidance = await open();
    return { record: await record(guidance, actor, clientId), list: await list(guidance, actor, clientId) };
  };

  it.each([
    ['a case specialist', specialist],
    ['a service manager', manager],
    ['another protected-client handler', otherHandler],
  ])('is answered to %s as that of a client who does not exist', async (_, actor) => {
    const answers = await both(actor, clientIdOf(2));
    expect(answers).toEqual(await both(actor, clientIdOf(404)));
    expect(Object.values(answers).some(({ ok }) => ok)).toBe(false);
  });

  it('is the assigned handler’s to record, and to see with a reason alone', async () => {
    const { record: recorded, list: listed } = await both(handler, clientIdOf(2));
    expect(recorded.ok).toBe(true);
    expect(listed).toMatchObject({ ok: false, refusal: { code: 'ACCESS_REASON_REQUIRED' } });
  });
});
