import { localDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import {
  aJobSeeker,
  anArea,
  aPlanForm,
  editing,
  type PlanStory,
  planDay,
  planIds,
  planUuid,
} from '../../testing/plan-builders.ts';
import { draftPlan } from './draft-plan.ts';
import type { PlanContent } from './plan-content.ts';

const draft = ({ form, facts, area, on = planDay }: PlanStory = {}) =>
  draftPlan({ clientId: planUuid(900), planId: planUuid(1), kind: '01' }, aPlanForm(form), {
    ...editing(on),
    facts: aJobSeeker(facts),
    area: anArea(area),
    newId: planIds(100),
  });

const contentOf = (story: PlanStory = {}): PlanContent => {
  const decision = draft(story);
  const content = decision.ok ? decision.value.change.edits[0]?.edit.content : undefined;
  if (content === undefined) throw new Error('not drafted');
  return content;
};

const refusalOf = (story: PlanStory): Refusal => {
  const decision = draft(story);
  if (decision.ok) throw new Error('was drafted');
  return decision.refusal;
};

const codesOf = (story: PlanStory): unknown =>
  refusalOf(story).violations?.map(({ field, code }) => `${field} ${code}`);

// Handbook 2.3 (plans), 2.4 (obligation).
describe('drafting a plan', () => {
  it('tells of it and binds nobody', () => {
    const decision = draft();
    expect(decision.ok && decision.value.facts).toEqual([
      { kind: 'PlanDrafted', clientId: planUuid(900), planId: planUuid(1), planKind: '01' },
    ]);
    expect(decision.ok && decision.value.change.edits.map(({ after }) => [after.status, after.version])).toEqual([
      ['DRAFT', 1],
    ]);
    expect(decision.ok && decision.value.change.opens).toBeUndefined();
  });

  it('sets the number of applications by the rule of the day', () => {
    expect(contentOf().obligation).toEqual({
      quota: { count: 4, perMonths: 1 },
      byRule: { count: 4, perMonths: 1 },
      ruleValidFrom: '2026-01-01',
      from: planDay,
      because: ['OBLIGATION_OF_UNEMPLOYED'],
    });
  });

  it('asks one in three months of a part-time worker on 31 December 2025 and four a month on the day after', () => {
    const partTimer = { statusCode: '09', statusSince: localDate('2025-08-01') };
    const quotaOn = (day: string) => contentOf({ facts: partTimer, on: localDate(day) }).obligation.quota;
    expect(quotaOn('2025-12-31')).toEqual({ count: 1, perMonths: 3 });
    expect(quotaOn('2026-01-01')).toEqual({ count: 4, perMonths: 1 });
  });

  it('sets no number for someone laid off for less than three months, and none until a discussion was held', () => {
    const laidOff = { statusCode: '03', statusSince: localDate('2026-01-12') };
    const quotaOn = (day: string, discussionHeldOn?: string) =>
      contentOf({
        facts: { ...laidOff, ...(discussionHeldOn && { discussionHeldOn: localDate(discussionHeldOn) }) },
        form: { followUpOn: localDate('2026-12-01'), tasks: [] },
        on: localDate(day),
      }).obligation.quota;
    expect(quotaOn('2026-04-11', '2026-04-10')).toBeUndefined();
    expect(quotaOn('2026-04-12')).toBeUndefined();
    expect(quotaOn('2026-04-12', '2026-04-10')).toEqual({ count: 4, perMonths: 1 });
  });

  it('sets no number under a status code that the rule has no row for', () => {
    expect(contentOf({ facts: { statusCode: '01' } }).obligation).toEqual({
      from: planDay,
      because: ['STATUS_WITHOUT_OBLIGATION'],
    });
  });

  it('lets a specialist say what the status code cannot: work ability that is being clarified', () => {
    const { obligation } = contentOf({ form: { wish: { situation: 'WORK_ABILITY_BEING_CLARIFIED' } } });
    expect([obligation.quota, obligation.because]).toEqual([undefined, ['NO_NUMBER_SET']]);
  });

  it('carries the text on consequences that the law of the day wants: another one from 1 March 2026', () => {
    expect(contentOf({ on: localDate('2026-02-28') }).consequences).toBe('REMINDER_FIRST');
    expect(contentOf({ on: localDate('2026-03-01') }).consequences).toBe('BENEFIT_LOST_FROM_FIRST_NEGLECT');
  });

  describe('with fewer applications', () => {
    const reduction = { count: 2, ground: 'LABOUR_MARKET', text: 'Ei avoimia paikkoja' } as const;

    it('writes the ground beside the number', () => {
      const { obligation } = contentOf({ form: { wish: { reduction } } });
      expect(obligation).toMatchObject({
        quota: { count: 2, perMonths: 1 },
        byRule: { count: 4, perMonths: 1 },
        reduction: { ground: 'LABOUR_MARKET', text: 'Ei avoimia paikkoja' },
      });
      expect(obligation.because).toContain('REDUCED_ON_WRITTEN_GROUND');
    });

    it('refuses a number that is no reduction', () => {
      const story = { form: { wish: { reduction: { ...reduction, count: 4 } } } };
      expect(refusalOf(story)).toMatchObject({ code: 'REDUCTION_NOT_BELOW_RULE', data: { ruleCount: '4' } });
    });

    it('refuses to reduce where the rule sets no number', () => {
      expect(refusalOf({ facts: { statusCode: '07' }, form: { wish: { reduction } } }).code).toBe(
        'REDUCTION_NOT_BELOW_RULE',
      );
    });
  });

  describe('on days that do not fit', () => {
    it('names every task that is due before today, and a follow-up that is not after it', () => {
      const task = (dueOn: string) => ({ taskCode: '064', dueOn: localDate(dueOn) });
      const tasks = ['2026-02-01', '2026-02-02', '2025-12-31'].map(task);
      expect(codesOf({ form: { tasks, followUpOn: planDay } })).toEqual([
        'draft.tasks[0].due_date DATE_IN_PAST',
        'draft.tasks[2].due_date DATE_IN_PAST',
        'draft.follow_up_date DATE_NOT_AFTER_TODAY',
      ]);
    });

    it('knows no task yet that could be kept', () => {
      const tasks = [{ taskId: planUuid(5), taskCode: '063', dueOn: localDate('2026-03-01') }];
      expect(codesOf({ form: { tasks } })).toEqual(['draft.tasks[0].task_id TASK_UNKNOWN']);
    });
  });
});
