import { addDays, fromDayNumber, localDate, toDayNumber } from '@tyovayla/kernel/local-date';
import { askDesk, type RuleReply } from '@tyovayla/kernel/rule-desk';
import { isWorkingDay } from '@tyovayla/kernel/working-day';
import fc from 'fast-check';
import { guidanceRules } from './guidance-rules.ts';
import { interviewDue } from './interview-due.ts';

const ask = (registeredOn: string, overrides = {}): RuleReply =>
  askDesk(guidanceRules, { rule: 'interview-due', inputJson: JSON.stringify({ registeredOn }), overrides });

// Handbook 2.1 and 2.2.
describe('when the initial interview is due', () => {
  it.each([
    ['2022-05-02', '2022-05-09', 5, '2022-05-02'],
    ['2025-12-29', '2026-01-07', 5, '2022-05-02'],
    ['2025-12-31', '2026-01-09', 5, '2022-05-02'],
    ['2026-01-01', '2026-01-16', 10, '2026-01-01'],
    ['2026-02-02', '2026-02-16', 10, '2026-01-01'],
    ['2026-02-07', '2026-02-20', 10, '2026-01-01'],
    ['2026-04-02', '2026-04-20', 10, '2026-01-01'],
    ['2026-12-23', '2027-01-12', 10, '2026-01-01'],
    ['2028-02-29', '2028-03-14', 10, '2026-01-01'],
  ])('for a job search started on %s: %s, %i working days', (registeredOn, dueOn, workingDays, validFrom) => {
    const reply = ask(registeredOn);
    expect('answer' in reply && reply.answer.outcome).toEqual({ dueOn, workingDays });
    expect('answer' in reply && reply.answer.version.validFrom).toBe(validFrom);
  });

  it('has no answer before 2 May 2022, when the rule began', () => {
    expect(ask('2022-05-01')).toEqual({
      refused: {
        code: 'NO_VERSION_IN_FORCE',
        data: { registeredOn: '2022-05-01', firstVersionFrom: '2022-05-02' },
      },
    });
  });

  it('lets the new law judge an old job search only where the area says so', () => {
    const byDueDate = { 'transition.interview': 'BY_MEETING_DUE_DATE' };
    const [over, within] = [ask('2025-12-29', byDueDate), ask('2025-12-15', byDueDate)];
    expect('answer' in over && over.answer.outcome).toEqual({ dueOn: '2026-01-14', workingDays: 10 });
    expect('answer' in within && within.answer.outcome).toEqual({ dueOn: '2025-12-22', workingDays: 5 });
  });

  it('names every closed weekday on the way', () => {
    const reply = ask('2026-12-23');
    expect('answer' in reply && reply.answer.because).toEqual([
      { code: 'INTERVIEW_WITHIN_WORKING_DAYS', data: { workingDays: 10 } },
      { code: 'START_DAY_NOT_COUNTED', data: { registeredOn: '2026-12-23' } },
      ...[
        ['2026-12-24', 'CHRISTMAS_EVE'],
        ['2026-12-25', 'CHRISTMAS_DAY'],
        ['2027-01-01', 'NEW_YEARS_DAY'],
        ['2027-01-06', 'EPIPHANY'],
      ].map(([date, reason]) => ({ code: 'CLOSED_DAY_PASSED_OVER', data: { date, reason } })),
    ]);
  });

  it('is a working day with exactly as many working days behind the start as the law gives', () => {
    const days = fc.integer({ min: toDayNumber(localDate('2022-05-02')), max: toDayNumber(localDate('2060-01-01')) });
    fc.assert(
      fc.property(days.map(fromDayNumber), (registeredOn) => {
        const due = interviewDue(registeredOn);
        if (!due.ok) throw new Error(due.refusal);
        let working = 0;
        for (let day = addDays(registeredOn, 1); day <= due.value.dueOn; day = addDays(day, 1))
          if (isWorkingDay(day)) working += 1;
        expect([working, isWorkingDay(due.value.dueOn)]).toEqual([registeredOn < '2026' ? 5 : 10, true]);
      }),
    );
  });
});
