import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import type { Application } from '../domain/obligation/application.ts';
import { firstPeriod, type OpenPeriod } from '../domain/obligation/obligation-period.ts';
import type { ObligationArea, ObligationFacts } from '../domain/obligation/planned-obligation.ts';
import { draftPlan } from '../domain/plan/draft-plan.ts';
import type { BindingPlan, DraftPlan, Editing } from '../domain/plan/plan.ts';
import type { PlanKind } from '../domain/plan/plan-codes.ts';
import type { PlanForm } from '../domain/plan/plan-form.ts';
import { defaultObligationSettings } from '../domain/rules/job-search-obligation.ts';

/** A Monday on which most stories about plans take place. */
export const planDay = localDate('2026-02-02');

/** Opaque ids made readable: the same number gives the same id. */
export const planUuid = (number: number): string => `0197c000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Ids that count up from a number. */
export const planIds = (from = 1): (() => string) => {
  let next = from;
  return () => {
    const id = planUuid(next);
    next += 1;
    return id;
  };
};

/** Aino has been unemployed since 12 January 2026 and lives in Kemi. */
export const aJobSeeker = (about: Partial<ObligationFacts> = {}): ObligationFacts => ({
  settings: defaultObligationSettings,
  statusCode: '02',
  statusSince: localDate('2026-01-12'),
  municipalityCode: '240',
  ...about,
});

/** An area that has adapted nothing. */
export const anArea = (about: Partial<ObligationArea> = {}): ObligationArea => ({
  settings: defaultObligationSettings,
  adaptations: [],
  ...about,
});

/** The joint application of spring 2026. */
export const someJointApplication = { from: localDate('2026-02-17'), last: localDate('2026-03-17') };

/** Work on the open market, a work trial by the end of March, looked at again in May. */
export const aPlanForm = (about: Partial<PlanForm> = {}): PlanForm => ({
  goal: 'OPEN_MARKET_WORK',
  language: 'fi',
  tasks: [{ taskCode: '063', dueOn: localDate('2026-03-31') }],
  followUpOn: localDate('2026-05-04'),
  wish: {},
  ...about,
});

/** The specialist staff-0001 at noon of a day. */
export const editing = (today: LocalDate = planDay, editorId = 'staff-0001'): Editing => ({
  editorId,
  at: new Date(`${today}T10:00:00Z`),
  today,
});

export type PlanStory = {
  readonly clientId?: string;
  readonly planId?: string;
  readonly kind?: PlanKind;
  readonly form?: Partial<PlanForm>;
  readonly facts?: Partial<ObligationFacts>;
  readonly area?: Partial<ObligationArea>;
  readonly on?: LocalDate;
};

/** A plan that was drafted and not accepted. */
export const aDraftPlan = (story: PlanStory = {}): DraftPlan => {
  const { clientId = planUuid(900), planId = planUuid(1), kind = '01', on = planDay } = story;
  const decision = draftPlan({ clientId, planId, kind }, aPlanForm(story.form), {
    ...editing(on),
    facts: aJobSeeker(story.facts),
    area: anArea(story.area),
    newId: planIds(100),
  });
  if (!decision.ok) throw new Error(decision.refusal.code);
  const after = decision.value.change.edits[0]?.after;
  if (after?.status !== 'DRAFT') throw new Error('no draft');
  return after;
};

/** A plan that the client accepted on the day it was drafted. */
export const aBindingPlan = (story: PlanStory = {}): BindingPlan => {
  const { proposed, ...draft } = aDraftPlan(story);
  return {
    ...draft,
    status: 'BINDING',
    version: 2,
    binding: proposed,
    acceptance: { how: 'VISIT', on: story.on ?? planDay },
  };
};

/** The first period of a binding plan: from 2 February to 1 March 2026, four applications. */
export const anOpenPeriod = (plan: BindingPlan = aBindingPlan(), periodId = planUuid(500)): OpenPeriod => {
  const { clientId, planId, binding, acceptance } = plan;
  const period = firstPeriod({ periodId, clientId, planId }, binding.obligation.quota, acceptance.on);
  if (period === undefined) throw new Error('the plan sets no number');
  return period;
};

/** An application to a vacancy, reported on the day it was made. */
export const anApplication = (about: Partial<Application> = {}): Application => ({
  applicationId: planUuid(700),
  periodId: planUuid(500),
  kind: 'VACANCY',
  appliedOn: planDay,
  reportedOn: planDay,
  ...about,
});
