import { localDate } from '@tyovayla/kernel/local-date';
import { aBindingPlan, aJobSeeker, anOpenPeriod, planDay, planUuid } from '../../testing/plan-builders.ts';
import type { Plan } from '../plan/plan.ts';
import { closePeriod, type PeriodToClose } from './close-period.ts';

const close = (state: Partial<PeriodToClose> = {}, today = localDate('2026-03-02')) =>
  closePeriod(
    { period: anOpenPeriod(), reported: 3, plan: aBindingPlan(), facts: aJobSeeker(), ...state },
    { today, nextPeriodId: planUuid(501) },
  );

const stateOf = (...args: Parameters<typeof close>): unknown => {
  const decision = close(...args);
  return decision.ok ? decision.value.closes?.state : decision.refusal.code;
};

// Handbook 2.4 and 2.6 (not applying is a neglect). The period runs from 2 February to 1 March 2026, four applications.
describe('a period of the obligation that ends', () => {
  it('is met with the agreed number, and missed with one less', () => {
    expect([stateOf({ reported: 4 }), stateOf({ reported: 3 })]).toEqual(['MET', 'MISSED']);
  });

  it('does not end before its last day has passed', () => {
    const early = close({}, localDate('2026-03-01'));
    expect(!early.ok && early.refusal).toMatchObject({
      code: 'OBLIGATION_PERIOD_NOT_ENDED',
      data: { lastDay: '2026-03-01' },
    });
  });

  it('is followed by the next one while the plan binds', () => {
    const decision = close();
    expect(decision.ok && decision.value.opens).toMatchObject({
      periodId: planUuid(501),
      from: '2026-03-02',
      to: '2026-04-02',
      required: 4,
      state: 'OPEN',
    });
    expect(decision.ok && decision.value.facts.map(({ kind }) => kind)).toEqual([
      'ObligationPeriodEnded',
      'ObligationPeriodStarted',
    ]);
  });

  it('is the last one where the plan has ended', () => {
    const plan: Plan = { ...aBindingPlan(), status: 'ENDED', endedOn: planDay, endReason: 'AGREED' };
    const decision = close({ plan });
    expect(decision.ok && decision.value.opens).toBeUndefined();
  });

  it('follows from its own days, also where it is ended late', () => {
    const decision = close({}, localDate('2026-06-15'));
    expect(decision.ok && decision.value.opens).toMatchObject({ from: '2026-03-02', to: '2026-04-02' });
  });

  it('judges nobody who was in a service, at work, or without a job search on its last day', () => {
    const since = localDate('2026-02-16');
    expect(stateOf({ facts: aJobSeeker({ statusCode: '07', statusSince: since }) })).toBe('SUPERSEDED');
    expect(stateOf({ facts: aJobSeeker({ statusCode: '01', statusSince: since }) })).toBe('SUPERSEDED');
    expect(stateOf({ facts: undefined })).toBe('SUPERSEDED');
    expect(stateOf({ facts: undefined, reported: 4 })).toBe('MET');
  });

  it('does not let a status that began after it excuse what went before', () => {
    expect(stateOf({ facts: aJobSeeker({ statusCode: '07', statusSince: localDate('2026-03-02') }) })).toBe('MISSED');
  });

  it('changes nothing where it has ended already', () => {
    const period = { ...anOpenPeriod(), state: 'MET', reported: 4 } as const;
    expect(close({ period })).toEqual({ ok: true, value: { facts: [] } });
  });
});
