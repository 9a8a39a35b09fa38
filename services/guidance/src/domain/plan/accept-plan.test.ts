import { addDays, localDate } from '@tyovayla/kernel/local-date';
import {
  aBindingPlan,
  aDraftPlan,
  aJobSeeker,
  anArea,
  anOpenPeriod,
  aPlanForm,
  editing,
  planDay,
  planIds,
  planUuid,
} from '../../testing/plan-builders.ts';
import { acceptPlan, type PlanToAccept } from './accept-plan.ts';
import type { Acceptance, BindingPlan } from './plan.ts';
import type { PlanDecided } from './plan-decision.ts';
import type { PlanForm } from './plan-form.ts';
import { revisePlan } from './revise-plan.ts';

const atVisit = (on = planDay): Acceptance => ({ how: 'VISIT', on });

const accept = (state: Partial<PlanToAccept> = {}, acceptance = atVisit(), today = acceptance.on) =>
  acceptPlan(
    { plan: aDraftPlan(), bindingNow: undefined, open: undefined, facts: aJobSeeker(), ...state },
    acceptance,
    { ...editing(today), periodId: planUuid(500) },
  );

const accepted = (...args: Parameters<typeof accept>): PlanDecided => {
  const decision = accept(...args);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value;
};

const codeOf = (...args: Parameters<typeof accept>): string => {
  const decision = accept(...args);
  return decision.ok ? 'accepted' : decision.refusal.code;
};

const kindsOf = ({ facts }: PlanDecided) => facts.map(({ kind }) => kind);

const revised = (plan: BindingPlan, form: Partial<PlanForm>, on = addDays(planDay, 14)): BindingPlan => {
  const decision = revisePlan(plan, aPlanForm(form), {
    ...editing(on),
    facts: aJobSeeker(),
    area: anArea(),
    newId: planIds(200),
  });
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value.change.edits[0]?.after as BindingPlan;
};

const fewer = { reduction: { count: 2, ground: 'OTHER', text: 'Sovittu' } } as const;

// Handbook 2.3: a plan binds from acceptance; codes 03, 04 and 07 substitute.
describe('a client who accepts a plan', () => {
  it('is bound from that day, and begins a period of a month that is no calendar month', () => {
    const on = localDate('2026-02-05');
    const { change, facts } = accepted({}, { how: 'PHONE', on });
    expect(change.edits[0]?.after).toMatchObject({ status: 'BINDING', version: 2, acceptance: { how: 'PHONE', on } });
    expect(change.opens).toMatchObject({ from: '2026-02-05', to: '2026-03-05', required: 4, state: 'OPEN' });
    expect(facts.map(({ kind }) => kind)).toEqual(['PlanAccepted', 'ObligationPeriodStarted']);
  });

  it('begins no period where the plan sets no number', () => {
    const plan = aDraftPlan({ facts: { statusCode: '07' } });
    const { change } = accepted({ plan, facts: aJobSeeker({ statusCode: '07' }) });
    expect(change.opens).toBeUndefined();
  });

  it('can have done so before it is recorded, but neither before it was written nor after today', () => {
    expect(codeOf({}, atVisit(addDays(planDay, 2)), addDays(planDay, 5))).toBe('accepted');
    expect(codeOf({}, atVisit(addDays(planDay, -1)), planDay)).toBe('PLAN_ACCEPTED_DATE_OUT_OF_RANGE');
    expect(codeOf({}, atVisit(addDays(planDay, 1)), planDay)).toBe('PLAN_ACCEPTED_DATE_OUT_OF_RANGE');
  });

  it('accepts nothing twice, and nothing that has ended', () => {
    expect(codeOf({ plan: aBindingPlan() })).toBe('PLAN_NOTHING_TO_ACCEPT');
    const ended = { ...aBindingPlan(), status: 'ENDED', endedOn: planDay, endReason: 'AGREED' } as const;
    expect(codeOf({ plan: ended })).toBe('PLAN_ENDED');
  });

  // Handbook 0.1 and 2.4: part-time work, one in three months until the end of 2025, four a month from then on.
  it('accepts no number that the law no longer sets on the day of acceptance', () => {
    const partTimer = { statusCode: '09', statusSince: localDate('2025-08-01') };
    const plan = aDraftPlan({ facts: partTimer, on: localDate('2025-12-30') });
    const facts = aJobSeeker(partTimer);
    expect(codeOf({ plan, facts }, atVisit(localDate('2025-12-31')))).toBe('accepted');
    const late = accept({ plan, facts }, atVisit(localDate('2026-01-02')));
    expect(!late.ok && late.refusal).toMatchObject({
      code: 'PLAN_OBLIGATION_OUTDATED',
      data: { planned: '1/3', byRule: '4/1' },
    });
  });
});

describe('a revision of an accepted plan', () => {
  it('binds only from the acceptance: until then the client is bound by what they accepted', () => {
    const before = aBindingPlan();
    const plan = revised(before, { goal: 'EDUCATION' });
    expect([plan.status, plan.version, plan.binding.goal, plan.proposed?.goal]).toEqual([
      'BINDING',
      3,
      'OPEN_MARKET_WORK',
      'EDUCATION',
    ]);
    const open = { period: anOpenPeriod(before), reported: 1 };
    const { change } = accepted({ plan, bindingNow: plan, open }, atVisit(addDays(planDay, 15)));
    expect(change.edits[0]?.after).toMatchObject({ version: 4, binding: { goal: 'EDUCATION', version: 3 } });
    expect(change.edits[0]?.after.proposed).toBeUndefined();
  });

  it('lets the running period go on where it asks for the same', () => {
    const plan = revised(aBindingPlan(), { goal: 'EDUCATION' });
    const open = { period: anOpenPeriod(), reported: 1 };
    const { change, facts } = accepted({ plan, bindingNow: plan, open }, atVisit(addDays(planDay, 15)));
    expect([change.closes, change.opens]).toEqual([undefined, undefined]);
    expect(facts.map(({ kind }) => kind)).toEqual(['PlanAccepted']);
  });

  it('ends the running period unjudged where it asks for another number, and begins one from the acceptance', () => {
    const plan = revised(aBindingPlan(), { wish: fewer });
    const open = { period: anOpenPeriod(), reported: 1 };
    const { change } = accepted({ plan, bindingNow: plan, open }, atVisit(localDate('2026-02-20')));
    expect(change.closes).toMatchObject({ state: 'SUPERSEDED', reported: 1 });
    expect(change.opens).toMatchObject({ from: '2026-02-20', to: '2026-03-20', required: 2 });
  });
});

describe('an employment plan', () => {
  it('gives way to another ordinary plan that the client accepts, with a link', () => {
    const bindingNow = aBindingPlan({ planId: planUuid(2), kind: '05' });
    const decided = accepted({ plan: aDraftPlan({ kind: '01' }), bindingNow });
    expect(decided.change.edits[1]?.after).toMatchObject({ planId: planUuid(2), replacedByPlanId: planUuid(1) });
  });
});

describe('a substituting plan', () => {
  const ordinary = aBindingPlan({ planId: planUuid(1) });
  const activation = aDraftPlan({ planId: planUuid(2), kind: '03' });
  const open = { period: anOpenPeriod(ordinary), reported: 3 };

  it('ends the employment plan with a link to itself, and the period of that plan unjudged', () => {
    const decided = accepted({ plan: activation, bindingNow: ordinary, open });
    expect(decided.change.edits[1]?.after).toMatchObject({
      planId: planUuid(1),
      status: 'ENDED',
      endReason: 'REPLACED',
      replacedByPlanId: planUuid(2),
      version: 3,
    });
    expect(decided.change.closes).toMatchObject({ planId: planUuid(1), state: 'SUPERSEDED', reported: 3 });
    expect(decided.change.opens).toMatchObject({ planId: planUuid(2) });
    expect(kindsOf(decided)).toEqual(['PlanAccepted', 'PlanEnded', 'ObligationPeriodEnded', 'ObligationPeriodStarted']);
  });

  it.each(['01', '02', '05', '06'] as const)('keeps its place against a plan of kind %s', (kind) => {
    const bindingNow = aBindingPlan({ planId: planUuid(2), kind: '07' });
    expect(codeOf({ plan: aDraftPlan({ kind }), bindingNow })).toBe('SUBSTITUTING_PLAN_BINDS');
  });

  it.each(['03', '04', '07'] as const)('gives way to a plan of kind %s, which substitutes as well', (kind) => {
    const bindingNow = aBindingPlan({ planId: planUuid(2), kind: '04' });
    expect(codeOf({ plan: aDraftPlan({ kind }), bindingNow })).toBe('accepted');
  });
});
