import { localDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Result } from '@tyovayla/kernel/result';
import type { Actor } from '@tyovayla/runtime/actor';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import type { ClientCase } from '../../domain/client-case/client-case.ts';
import type { PlanForm } from '../../domain/plan/plan-form.ts';
import {
  aClientCase,
  anEndedCase,
  aProtectedCase,
  clientIdOf,
  handler,
  manager,
  otherHandler,
  otherSpecialist,
  ownTimer,
  specialist,
} from '../../testing/builders.ts';
import { type InMemoryGuidance, inMemoryGuidance } from '../../testing/in-memory-guidance.ts';
import { aPlanForm, planDay, planUuid } from '../../testing/plan-builders.ts';

const clientId = clientIdOf(1);

const codeOf = (result: Result<unknown, Refusal>): string => (result.ok ? 'done' : result.refusal.code);

describe('plans of a client', () => {
  let guidance: InMemoryGuidance;

  const start = async (...cases: readonly ClientCase[]): Promise<void> => {
    guidance = await inMemoryGuidance({ cases: cases.length > 0 ? cases : [aClientCase()] });
  };

  beforeEach(() => start());

  const draft = (actor: Actor = specialist, about: { clientId?: string; form?: Partial<PlanForm> } = {}) =>
    tryCommand(guidance.world.ports, guidance.catalogue.commands.draftPlan, {
      actor,
      input: { clientId, kind: '01', ...about, form: aPlanForm(about.form) },
    });

  const drafted = async (): Promise<string> => {
    const result = await draft();
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value.planId;
  };

  const revise = (planId: string, expectedVersion: number, actor: Actor = specialist) =>
    tryCommand(guidance.world.ports, guidance.catalogue.commands.revisePlan, {
      actor,
      input: { clientId, planId, expectedVersion, form: aPlanForm({ goal: 'EDUCATION' }) },
    });

  const accept = (planId: string, expectedVersion = 1, actor: Actor = specialist) =>
    tryCommand(guidance.world.ports, guidance.catalogue.commands.acceptPlan, {
      actor,
      input: { clientId, planId, expectedVersion, acceptance: { how: 'VISIT', on: planDay } },
    });

  const told = (): readonly string[] => guidance.world.events().map(({ type }) => type.split('.').at(-1) ?? '');

  it('are drafted by who serves the client, who hears the number that the rule sets', async () => {
    const result = await draft();
    expect(result.ok && [result.value.version, result.value.obligation.quota]).toEqual([1, { count: 4, perMonths: 1 }]);
    expect(told()).toEqual(['PlanDrafted']);
    expect(guidance.world.events()[0]).toMatchObject({ concept: 'case', aggregateId: clientId, aggregateVersion: 1 });
  });

  it('are not drafted for one whose job search has ended', async () => {
    await start(anEndedCase());
    expect(codeOf(await draft(specialist, { clientId: clientIdOf(3) }))).toBe('JOB_SEARCH_NOT_RUNNING');
  });

  it('tell facts in the order of the case, without a gap', async () => {
    const planId = await drafted();
    await accept(planId);
    await revise(planId, 2);
    expect(told()).toEqual(['PlanDrafted', 'PlanAccepted', 'ObligationPeriodStarted', 'PlanRevised']);
    expect(guidance.world.events().map(({ aggregateVersion }) => aggregateVersion)).toEqual([1, 2, 3, 4]);
    expect(guidance.cases.all()[0]?.version).toBe(4);
  });

  it('are told to the second of two specialists who edit one at once: one wins', async () => {
    await start(aClientCase({ servedBy: ['staff-0001', 'staff-0002'] }));
    const planId = await drafted();
    const [first, second] = await Promise.all([revise(planId, 1, specialist), revise(planId, 1, otherSpecialist)]);
    expect(first.ok && first.value.version).toBe(2);
    expect(!second.ok && second.refusal).toEqual({
      kind: 'stale',
      code: 'PLAN_CHANGED_MEANWHILE',
      data: { version: '2' },
    });
    expect(codeOf(await revise(planId, 2, otherSpecialist))).toBe('done');
  });

  it('are accepted in the version that the client has seen, and no other', async () => {
    const planId = await drafted();
    await revise(planId, 1);
    expect(codeOf(await accept(planId, 1))).toBe('PLAN_CHANGED_MEANWHILE');
    expect(codeOf(await accept(planId, 2))).toBe('done');
  });

  it('are found with their own client alone', async () => {
    await start(aClientCase(), aClientCase({ clientId: clientIdOf(7) }));
    const planId = await drafted();
    const input = { clientId: clientIdOf(7), planId, expectedVersion: 1, form: aPlanForm() };
    const { revisePlan } = guidance.catalogue.commands;
    expect(codeOf(await tryCommand(guidance.world.ports, revisePlan, { actor: specialist, input }))).toBe(
      'PLAN_NOT_FOUND',
    );
  });

  it('put the follow-up day on the day list when they bind, and take it off when they end', async () => {
    const planId = await drafted();
    expect(await guidance.ports.dayTasks.countOfClient({ query: async () => [] }, clientId)).toBe(0);
    await accept(planId);
    // The follow-up, and the last day of the period.
    expect(await guidance.ports.dayTasks.countOfClient({ query: async () => [] }, clientId)).toBe(2);
    const { endPlan } = guidance.catalogue.commands;
    const input = { clientId, planId, expectedVersion: 2, reason: 'AGREED' } as const;
    expect(codeOf(await tryCommand(guidance.world.ports, endPlan, { actor: specialist, input }))).toBe('done');
    expect(await guidance.ports.dayTasks.countOfClient({ query: async () => [] }, clientId)).toBe(0);
  });

  describe('and who may not touch them', () => {
    it('is a specialist who has stated no need', async () => {
      expect(codeOf(await draft(otherSpecialist))).toBe('NEED_NOT_STATED');
      expect(codeOf(await draft(manager))).toBe('done');
      expect(codeOf(await draft(ownTimer))).toBe('PROGRAM_NOT_ALLOWED');
    });

    it('is everybody but the assigned handler, where a protection order hides the client', async () => {
      await start(aProtectedCase());
      const hidden = { clientId: clientIdOf(2) };
      const nobody = await draft(specialist, { clientId: clientIdOf(99) });
      for (const actor of [specialist, manager, otherHandler]) expect(await draft(actor, hidden)).toEqual(nobody);
      expect(codeOf(nobody)).toBe('CLIENT_CASE_NOT_FOUND');
      expect(codeOf(await draft(handler, hidden))).toBe('done');
    });

    it('is nobody twice: a request that is sent again gets its first answer', async () => {
      const input = { clientId, kind: '01', form: aPlanForm() } as const;
      const { draftPlan } = guidance.catalogue.commands;
      const once = { actor: specialist, input, requestId: planUuid(77) };
      const first = await tryCommand(guidance.world.ports, draftPlan, once);
      const again = await tryCommand(guidance.world.ports, draftPlan, once);
      expect(again).toEqual(first);
      expect(told()).toEqual(['PlanDrafted']);
    });
  });

  it('end with the job search, at a day that the registry tells, and judge nobody', async () => {
    const planId = await drafted();
    await accept(planId);
    const reaction = (await import('../reactions/end-plans.ts')).endPlans(guidance.ports);
    const after = anEndedCase({ clientId, version: 3 });
    const news = {
      kind: 'JobSearchEnded',
      clientId,
      jobSearchId: 'any',
      endedOn: localDate('2026-02-10'),
      reason: 'EMPLOYED',
    } as const;
    await guidance.world.transactions.transact({ actorId: 'guidance', program: 'guidance', roles: [] }, async (tx) => {
      const loaded = await reaction.load?.(tx, after, news);
      if (loaded === undefined) throw new Error('nothing was loaded');
      const { now, today, newId } = { now: new Date(), today: planDay, newId: guidance.world.ports.newId };
      const context = { now, today, toldOn: planDay, newId };
      const outcome = reaction.react({ news, before: aClientCase(), after, loaded }, context);
      expect(outcome?.facts.map(({ kind }) => kind)).toEqual(['PlanEnded', 'ObligationPeriodEnded']);
      await tx.write(outcome?.writes ?? []);
    });
    const sql = { query: async () => [] };
    expect(await guidance.ports.plans.running(sql, clientId)).toEqual([]);
    const [period] = await guidance.ports.obligations.list(sql, clientId);
    expect(period?.period.state).toBe('SUPERSEDED');
  });
});
