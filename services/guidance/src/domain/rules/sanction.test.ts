import { addMonths, fromDayNumber, localDate, toDayNumber } from '@tyovayla/kernel/local-date';
import { askRule, type RuleReply } from '@tyovayla/kernel/rule-desk';
import fc from 'fast-check';
import { type SanctionTransition, sanctionSteps } from './sanction.ts';
import { sanctionRule } from './sanction-rule.ts';

const ask = (neglects: readonly string[], overrides = {}): RuleReply =>
  askRule(sanctionRule, JSON.stringify({ neglects }), overrides);

const stepsOf = (neglects: readonly string[], transition?: SanctionTransition): unknown => {
  const reply = ask(neglects, transition === undefined ? {} : { 'sanction.transition': transition });
  return 'answer' in reply ? reply.answer.outcome.steps : reply;
};

const reminder = { kind: 'REMINDER' };
const noBenefit = (days: number) => ({ kind: 'NO_BENEFIT', days });
const obligation = (weeks: number) => ({ kind: 'WORK_OBLIGATION', weeks });
const step = (neglectOn: string, number: number, consequence: object, windowEndsOn: string) => ({
  neglectOn,
  step: number,
  consequence,
  windowEndsOn,
});

// Handbook 2.6; every expectation was worked out by hand from its table.
describe('what neglects without an acceptable reason lead to', () => {
  it('before 1 March 2026: a reminder, 7 days, 14 days, and a work obligation of 12 weeks', () => {
    expect(stepsOf(['2025-03-10', '2025-05-05', '2025-09-01', '2026-02-28'])).toEqual([
      step('2025-03-10', 1, reminder, '2026-03-10'),
      step('2025-05-05', 2, noBenefit(7), '2026-03-10'),
      step('2025-09-01', 3, noBenefit(14), '2026-03-10'),
      step('2026-02-28', 4, obligation(12), '2026-03-10'),
    ]);
  });

  it('from 1 March 2026: 7 days, then a work obligation of 6 weeks', () => {
    expect(stepsOf(['2026-03-01', '2026-10-15'])).toEqual([
      step('2026-03-01', 1, noBenefit(7), '2027-03-01'),
      step('2026-10-15', 2, obligation(6), '2027-03-01'),
    ]);
  });

  it.each([
    ['2026-02-28', reminder, '2027-02-28', '2022-05-02'],
    ['2026-03-01', noBenefit(7), '2027-03-01', '2026-03-01'],
  ])('a first neglect on %s leads to %o', (neglectOn, consequence, windowEndsOn, validFrom) => {
    const reply = ask([neglectOn]);
    expect(stepsOf([neglectOn])).toEqual([step(neglectOn, 1, consequence, windowEndsOn)]);
    expect('answer' in reply && reply.answer.version.validFrom).toBe(validFrom);
  });

  it('a reminder from before the change is not counted after it, and a new window begins', () => {
    expect(stepsOf(['2026-02-28', '2026-03-01'])).toEqual([
      step('2026-02-28', 1, reminder, '2027-02-28'),
      step('2026-03-01', 1, noBenefit(7), '2027-03-01'),
    ]);
  });

  it('a reminder from before the change is counted where the area says so', () => {
    expect(stepsOf(['2026-02-28', '2026-03-01'], 'OLD_NEGLECTS_COUNT')).toEqual([
      step('2026-02-28', 1, reminder, '2027-02-28'),
      step('2026-03-01', 2, obligation(6), '2027-02-28'),
    ]);
  });

  it('a loss of benefit from before the change is counted after it', () => {
    expect(stepsOf(['2025-11-03', '2026-01-12', '2026-04-20'])).toEqual([
      step('2025-11-03', 1, reminder, '2026-11-03'),
      step('2026-01-12', 2, noBenefit(7), '2026-11-03'),
      step('2026-04-20', 2, obligation(6), '2026-11-03'),
    ]);
    expect(stepsOf(['2025-11-03', '2026-01-12', '2026-04-20'], 'OLD_NEGLECTS_COUNT')).toMatchObject([
      { step: 1 },
      { step: 2 },
      { step: 3, consequence: obligation(6) },
    ]);
  });

  it.each([
    ['2027-03-02', 2, obligation(6), '2027-03-02'],
    ['2027-03-03', 1, noBenefit(7), '2028-03-03'],
  ])('the window of 2 March 2026 reaches 2 March 2027: one on %s is number %i', (second, number, what, ends) => {
    expect(stepsOf(['2026-03-02', second])).toEqual([
      step('2026-03-02', 1, noBenefit(7), '2027-03-02'),
      step(second, number, what, ends),
    ]);
  });

  it('a window that began on 29 February ends on 28 February', () => {
    expect(stepsOf(['2024-02-29', '2025-02-28', '2025-03-01'])).toEqual([
      step('2024-02-29', 1, reminder, '2025-02-28'),
      step('2025-02-28', 2, noBenefit(7), '2025-02-28'),
      step('2025-03-01', 1, reminder, '2026-03-01'),
    ]);
  });

  it('whoever is at the top of the staircase stays there until the window ends', () => {
    expect(stepsOf(['2026-04-01', '2026-05-04', '2026-06-01'])).toMatchObject([
      {},
      { step: 2, consequence: obligation(6) },
      { step: 3, consequence: obligation(6) },
    ]);
    const reply = ask(['2026-04-01', '2026-05-04', '2026-06-01']);
    expect('answer' in reply && reply.answer.because.at(-1)).toEqual({
      code: 'AT_THE_TOP_OF_THE_STAIRCASE',
      data: { neglectOn: '2026-06-01', kind: 'WORK_OBLIGATION' },
    });
  });

  it('two on one day are two', () => {
    expect(stepsOf(['2026-05-04', '2026-05-04'])).toMatchObject([{ step: 1 }, { step: 2 }]);
  });

  it('names the version of each one’s day and the reminder that it left out', () => {
    const reply = ask(['2026-02-28', '2026-03-01']);
    expect('answer' in reply && reply.answer.because).toEqual([
      { code: 'VERSION_OF_THE_NEGLECTS_DAY', data: { neglectOn: '2026-02-28', validFrom: '2022-05-02' } },
      { code: 'REVIEW_WINDOW_BEGINS', data: { neglectOn: '2026-02-28', windowEndsOn: '2027-02-28' } },
      { code: 'VERSION_OF_THE_NEGLECTS_DAY', data: { neglectOn: '2026-03-01', validFrom: '2026-03-01' } },
      { code: 'OLD_REMINDER_NOT_COUNTED', data: { neglectOn: '2026-03-01', reminderOn: '2026-02-28' } },
      { code: 'REVIEW_WINDOW_BEGINS', data: { neglectOn: '2026-03-01', windowEndsOn: '2027-03-01' } },
    ]);
  });

  it('has no answer for a neglect before 2 May 2022', () => {
    expect(ask(['2022-05-01', '2026-03-01'])).toEqual({
      refused: {
        code: 'NO_VERSION_IN_FORCE',
        data: { neglectOn: '2022-05-01', firstVersionFrom: '2022-05-02' },
      },
    });
  });

  it('asks for one date at least, in order of time', () => {
    expect(ask([])).toMatchObject({ invalid: [{ field: 'neglects', code: 'REQUIRED' }] });
    expect(ask(['2026-04-02', '2026-04-01', '2026-04-31'])).toMatchObject({
      invalid: [
        { field: 'neglects[2]', code: 'INVALID_VALUE' },
        { field: 'neglects[1]', code: 'OUT_OF_ORDER' },
      ],
    });
  });

  const days = fc
    .array(fc.integer({ min: toDayNumber(localDate('2022-05-02')), max: toDayNumber(localDate('2032-01-01')) }))
    .map((numbers) => numbers.toSorted((one, other) => one - other).map(fromDayNumber));

  it('never numbers more than the neglects of the twelve months before, and ends each window after twelve months', () => {
    fc.assert(
      fc.property(days, (neglects) => {
        const steps = sanctionSteps(neglects);
        if (!steps.ok) throw new Error(steps.refusal.code);
        for (const [index, each] of steps.value.entries()) {
          const near = neglects.slice(0, index + 1).filter((day) => addMonths(day, 12) >= each.neglectOn);
          expect(each.step).toBeLessThanOrEqual(near.length);
          expect(each.windowStartsOn <= each.neglectOn && each.neglectOn <= each.windowEndsOn).toBe(true);
          expect(each.windowEndsOn).toBe(addMonths(each.windowStartsOn, 12));
        }
      }),
    );
  });

  it('within one version the transition makes no difference', () => {
    fc.assert(
      fc.property(days, (neglects) => {
        const newOnes = neglects.filter((day) => day >= '2026-03-01');
        expect(sanctionSteps(newOnes, { transition: 'IGNORE' })).toEqual(
          sanctionSteps(newOnes, { transition: 'OLD_NEGLECTS_COUNT' }),
        );
      }),
    );
  });
});
