import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Result } from '@tyovayla/kernel/result';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import type { PipelinePorts } from '@tyovayla/runtime/ports';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import { type FixedClock, fixedClock } from '@tyovayla/testing/fixed-clock';
import type { NewApplication } from '../../domain/obligation/application.ts';
import type { OfferOutcome } from '../../domain/obligation/job-offer.ts';
import { aClientCase, aJobSearch, clientIdOf, ownTimer, specialist } from '../../testing/builders.ts';
import { type InMemoryGuidance, inMemoryGuidance } from '../../testing/in-memory-guidance.ts';
import { aPlanForm, planUuid } from '../../testing/plan-builders.ts';
import type { ObligationView } from '../queries/get-obligation.ts';

const clientId = clientIdOf(1);
const day = (text: string): LocalDate => localDate(text);
const codeOf = (result: Result<unknown, Refusal>): string => (result.ok ? 'done' : result.refusal.code);
const applied = (on: string): NewApplication => ({ kind: 'VACANCY', appliedOn: day(on) });

describe('the job-search obligation of a client', () => {
  let guidance: InMemoryGuidance;
  let clock: FixedClock;
  let pipeline: PipelinePorts;

  const setDay = (text: string): void => clock.set(`${text}T12:00:00+02:00`);

  const bind = async (): Promise<string> => {
    const { draftPlan, acceptPlan } = guidance.catalogue.commands;
    const input = { clientId, kind: '01', form: aPlanForm() } as const;
    const plan = await tryCommand(pipeline, draftPlan, { actor: specialist, input });
    if (!plan.ok) throw new Error(plan.refusal.code);
    const { planId } = plan.value;
    const acceptance = { how: 'VISIT', on: pipeline.clock.today() } as const;
    const accepted = await tryCommand(pipeline, acceptPlan, {
      actor: specialist,
      input: { clientId, planId, expectedVersion: 1, acceptance },
    });
    if (!accepted.ok || accepted.value.period === undefined) throw new Error('no period');
    return accepted.value.period.periodId;
  };

  beforeEach(async () => {
    guidance = await inMemoryGuidance({ cases: [aClientCase()] });
    clock = fixedClock('2026-02-02T12:00:00+02:00');
    pipeline = { ...guidance.world.ports, clock };
  });

  const report = (periodId: string, ...applications: readonly NewApplication[]) =>
    tryCommand(pipeline, guidance.catalogue.commands.recordApplications, {
      actor: specialist,
      input: { clientId, periodId, applications },
    });

  /** Fires the timers that are due, as the sweeper would: the timer's id is the request id. */
  const fireDue = async (): Promise<readonly string[]> => {
    const due = guidance.plans.timers().filter(({ period }) => period.to <= pipeline.clock.today());
    const codes: string[] = [];
    for (const { timerId, period } of due) {
      const input = { clientId, periodId: period.periodId };
      const { closeObligationPeriod } = guidance.catalogue.commands;
      codes.push(
        codeOf(await tryCommand(pipeline, closeObligationPeriod, { actor: ownTimer, input, requestId: timerId })),
      );
    }
    return codes;
  };

  const view = async (): Promise<ObligationView> => {
    const call = { actor: specialist, input: { clientId } };
    const result = await runQuery(pipeline, guidance.catalogue.queries.getObligation, call);
    if (!result.ok || result.value.view === undefined) throw new Error('not shown');
    return result.value.view;
  };

  it('says after each report how many of how many there are, and by when', async () => {
    const periodId = await bind();
    setDay('2026-02-10');
    const first = await report(periodId, applied('2026-02-05'));
    const second = await report(periodId, applied('2026-02-06'), applied('2026-02-10'));
    expect(first.ok && [first.value.reported, first.value.period.required]).toEqual([1, 4]);
    expect(second.ok && [second.value.reported, second.value.period.to]).toEqual([3, '2026-03-02']);
    const { open, applications } = await view();
    expect([open?.reported, applications.map(({ appliedOn }) => appliedOn)]).toEqual([
      3,
      ['2026-02-10', '2026-02-06', '2026-02-05'],
    ]);
  });

  it('is met: the next period begins, and nothing is suspected', async () => {
    const periodId = await bind();
    setDay('2026-03-01');
    await report(periodId, ...['2026-02-02', '2026-02-03', '2026-02-04', '2026-03-01'].map(applied));
    expect(await fireDue()).toEqual([]);
    setDay('2026-03-02');
    expect(await fireDue()).toEqual(['done']);
    expect(guidance.plans.candidates()).toEqual([]);
    const { open, former } = await view();
    expect([open?.period.from, open?.reported, former.map(({ period }) => period.state)]).toEqual([
      '2026-03-02',
      0,
      ['MET'],
    ]);
  });

  it('is missed: a neglect of its last day is put before an official', async () => {
    const periodId = await bind();
    await report(periodId, applied('2026-02-02'));
    setDay('2026-03-02');
    await fireDue();
    expect(guidance.plans.candidates()).toEqual([
      expect.objectContaining({ clientId, kind: 'OBLIGATION_NOT_MET', occurredOn: '2026-03-01', sourceId: periodId }),
    ]);
    expect(guidance.world.events().map(({ type }) => type.split('.').at(-1))).toEqual([
      'PlanDrafted',
      'PlanAccepted',
      'ObligationPeriodStarted',
      'ApplicationsReported',
      'ObligationPeriodEnded',
      'ObligationPeriodStarted',
    ]);
  });

  it('catches up period by period where nobody looked for months, and fires no timer twice', async () => {
    await bind();
    setDay('2026-05-10');
    for (const expected of [['done'], ['done'], ['done'], []]) expect(await fireDue()).toEqual(expected);
    const { open, former } = await view();
    expect(open?.period.from).toBe('2026-05-02');
    expect(former.map(({ period }) => [period.from, period.state])).toEqual([
      ['2026-04-02', 'MISSED'],
      ['2026-03-02', 'MISSED'],
      ['2026-02-02', 'MISSED'],
    ]);
  });

  it('is ended by the timer alone, never by a person', async () => {
    const periodId = await bind();
    setDay('2026-03-02');
    const { closeObligationPeriod } = guidance.catalogue.commands;
    const input = { clientId, periodId };
    expect(codeOf(await tryCommand(pipeline, closeObligationPeriod, { actor: specialist, input }))).toMatch(
      /NOT_ALLOWED/,
    );
  });

  it('takes no report for a period that has ended', async () => {
    const periodId = await bind();
    setDay('2026-03-02');
    await fireDue();
    expect(codeOf(await report(periodId, applied('2026-02-20')))).toBe('OBLIGATION_PERIOD_NOT_OPEN');
  });

  // Handbook 2.4: part-time work, one in three months until the end of 2025, four a month from 1 January 2026.
  it('says that a plan wants a new version where the law or the status asks for another number', async () => {
    const since = day('2025-08-01');
    const partTimer = aClientCase({
      jobSearch: aJobSearch({ statusCode: '09', statusSince: since, startedOn: since }),
    });
    guidance = await inMemoryGuidance({ cases: [partTimer] });
    pipeline = { ...guidance.world.ports, clock };
    setDay('2025-12-15');
    await bind();
    const before = await view();
    expect([before.planVersusRule, before.open?.period.required, before.open?.period.to]).toEqual([
      'SAME',
      1,
      '2026-03-15',
    ]);
    setDay('2026-01-01');
    const after = await view();
    expect([after.planVersusRule, after.byRuleToday?.quota]).toEqual(['DIFFERS', { count: 4, perMonths: 1 }]);
    expect(after.open?.period.required).toBe(1);
  });

  describe('and job offers', () => {
    const followUp = (offerId: string, outcome: OfferOutcome, applyBy = '2026-02-09') =>
      tryCommand(pipeline, guidance.catalogue.commands.recordJobOfferFollowUp, {
        actor: specialist,
        input: { clientId, offer: { offerId, offeredOn: day('2026-02-02'), applyBy: day(applyBy) }, outcome },
      });

    it('that bound the client and were not applied to are put before an official', async () => {
      setDay('2026-02-10');
      const result = await followUp(planUuid(801), { outcome: 'NOT_APPLIED' });
      expect(result.ok && [result.value.rule.binding, result.value.neglect]).toEqual([true, 'SUSPECTED']);
      expect(guidance.plans.candidates()).toEqual([
        expect.objectContaining({
          kind: 'OFFER_NOT_APPLIED',
          occurredOn: '2026-02-09',
          sourceId: planUuid(801),
        }),
      ]);
    });

    it('are followed up once each', async () => {
      expect(codeOf(await followUp(planUuid(802), { outcome: 'APPLIED' }))).toBe('done');
      expect(codeOf(await followUp(planUuid(802), { outcome: 'APPLIED' }))).toBe('JOB_OFFER_ALREADY_FOLLOWED_UP');
      expect((await view()).jobOffers.map(({ offerId }) => offerId)).toEqual([planUuid(802)]);
    });

    it('that did not suit leave their ground in the record and out of the event', async () => {
      await followUp(planUuid(803), { outcome: 'NOT_SUITABLE', ground: 'WORK_ABILITY' });
      expect((await view()).jobOffers[0]).toMatchObject({ ground: 'WORK_ABILITY' });
      const [event] = guidance.world.events();
      expect(Buffer.from(event?.body ?? []).toString('latin1')).not.toContain('WORK_ABILITY');
    });
  });
});
