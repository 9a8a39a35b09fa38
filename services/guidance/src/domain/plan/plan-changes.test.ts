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
import { endPlan, type PlanToEnd } from './end-plan.ts';
import type { Plan } from './plan.ts';
import type { PlanDecision } from './plan-decision.ts';
import type { PlanForm } from './plan-form.ts';
import { recordTaskDone } from './record-task-done.ts';
import { revisePlan } from './revise-plan.ts';

const codeOf = (decision: PlanDecision): string => (decision.ok ? 'done' : decision.refusal.code);

const afterOf = (decision: PlanDecision): Plan => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  const after = decision.value.change.edits[0]?.after;
  if (after === undefined) throw new Error('nothing was edited');
  return after;
};

const ended: Plan = { ...aBindingPlan(), status: 'ENDED', endedOn: planDay, endReason: 'AGREED' };

// Handbook 2.3: no change of an accepted plan by the authority alone.
describe('revising a plan', () => {
  const revise = (plan: Plan, form: Partial<PlanForm> = {}, on = addDays(planDay, 7)) =>
    revisePlan(plan, aPlanForm(form), {
      ...editing(on, 'staff-0002'),
      facts: aJobSeeker(),
      area: anArea(),
      newId: planIds(300),
    });

  it('rewrites a draft, one version further', () => {
    const after = afterOf(revise(aDraftPlan(), { goal: 'EDUCATION' }));
    expect([after.status, after.version, after.proposed?.goal, after.proposed?.version]).toEqual([
      'DRAFT',
      2,
      'EDUCATION',
      2,
    ]);
  });

  it('leaves what the client accepted exactly as it was', () => {
    const plan = aBindingPlan();
    const after = afterOf(revise(plan, { goal: 'EDUCATION' }));
    expect(after.status === 'BINDING' && after.binding).toEqual(plan.binding);
    expect(after.status === 'BINDING' && after.acceptance).toEqual(plan.acceptance);
  });

  it('keeps a task by its id, also one whose day has passed, and gives a new one its own', () => {
    const plan = aBindingPlan();
    const [known] = plan.binding.tasks;
    if (known === undefined) throw new Error('no task');
    const tasks = [known, { taskCode: '090', dueOn: localDate('2026-09-01') }];
    const after = afterOf(revise(plan, { tasks, followUpOn: localDate('2026-08-01') }, localDate('2026-06-01')));
    expect(after.proposed?.tasks.map(({ taskId }) => taskId)).toEqual([known.taskId, planUuid(300)]);
  });

  it('refuses a task that is kept twice', () => {
    const plan = aDraftPlan();
    const [task] = plan.proposed.tasks;
    if (task === undefined) throw new Error('no task');
    const decision = revise(plan, { tasks: [task, task] });
    expect(!decision.ok && decision.refusal.violations?.map(({ code }) => code)).toEqual(['TASK_TWICE']);
  });

  it('refuses where the plan has ended', () => {
    expect(codeOf(revise(ended))).toBe('PLAN_ENDED');
  });
});

describe('recording that a task is done', () => {
  const plan = aBindingPlan();
  const taskId = plan.binding.tasks[0]?.taskId ?? '';

  it('ticks it in the plan that binds', () => {
    const decision = recordTaskDone(plan, { taskId, on: planDay }, editing());
    expect(afterOf(decision)).toMatchObject({ version: 3, tasksDone: [{ taskId, on: planDay }] });
    expect(decision.ok && decision.value.facts).toEqual([
      {
        kind: 'PlanTaskDone',
        clientId: plan.clientId,
        planId: plan.planId,
        taskId,
        taskCode: '063',
        doneOn: planDay,
      },
    ]);
  });

  it('refuses what is done already, not in the plan, to come, or in a plan that does not bind', () => {
    const done = { ...plan, tasksDone: [{ taskId, on: planDay }] };
    expect(codeOf(recordTaskDone(done, { taskId, on: planDay }, editing()))).toBe('TASK_ALREADY_DONE');
    expect(codeOf(recordTaskDone(plan, { taskId: planUuid(9), on: planDay }, editing()))).toBe('TASK_NOT_FOUND');
    expect(codeOf(recordTaskDone(plan, { taskId, on: addDays(planDay, 1) }, editing()))).toBe('INVALID_REQUEST');
    expect(codeOf(recordTaskDone(aDraftPlan(), { taskId, on: planDay }, editing()))).toBe('PLAN_NOT_BINDING');
    expect(codeOf(recordTaskDone(ended, { taskId, on: planDay }, editing()))).toBe('PLAN_ENDED');
  });
});

describe('ending a plan', () => {
  const end = (state: Partial<PlanToEnd>, reason: Parameters<typeof endPlan>[1]) =>
    endPlan({ plan: aBindingPlan(), open: undefined, jobSearch: 'RUNS', ...state }, reason, editing());

  it('is withdrawing a draft, or agreeing on the end of what binds', () => {
    expect(afterOf(end({ plan: aDraftPlan() }, 'WITHDRAWN'))).toMatchObject({ status: 'ENDED', version: 2 });
    expect(afterOf(end({}, 'AGREED'))).toMatchObject({ status: 'ENDED', endedOn: planDay, endReason: 'AGREED' });
  });

  it('is not for the authority alone once the client has accepted', () => {
    expect(codeOf(end({}, 'WITHDRAWN'))).toBe('PLAN_BINDS');
    expect(codeOf(end({ plan: aDraftPlan() }, 'AGREED'))).toBe('PLAN_NOT_BINDING');
    expect(codeOf(end({ plan: ended }, 'AGREED'))).toBe('PLAN_ENDED');
  });

  it('follows the end of the job search, and does not come before it', () => {
    expect(codeOf(end({}, 'JOB_SEARCH_ENDED'))).toBe('JOB_SEARCH_STILL_RUNS');
    expect(codeOf(end({ jobSearch: 'HAS_ENDED' }, 'JOB_SEARCH_ENDED'))).toBe('done');
    expect(codeOf(end({ plan: aDraftPlan(), jobSearch: 'HAS_ENDED' }, 'JOB_SEARCH_ENDED'))).toBe('done');
  });

  it('ends its open period unjudged, and leaves that of another plan', () => {
    const open = { period: anOpenPeriod(), reported: 2 };
    const own = end({ open }, 'AGREED');
    expect(own.ok && own.value.change.closes).toMatchObject({ state: 'SUPERSEDED', reported: 2 });
    const other = end({ plan: aDraftPlan({ planId: planUuid(8) }), open }, 'WITHDRAWN');
    expect(other.ok && other.value.change.closes).toBeUndefined();
  });
});
