import { askDesk, type RuleReply } from '@tyovayla/kernel/rule-desk';
import { guidanceRules } from './guidance-rules.ts';

const ask = (input: object): RuleReply =>
  askDesk(guidanceRules, { rule: 'profile-due', inputJson: JSON.stringify(input) });

const outcomeOf = (input: object): unknown => {
  const reply = ask(input);
  return 'answer' in reply ? reply.answer.outcome : reply;
};

const onMiss = 'AUTHORITY_PUBLISHES_MINIMUM_PROFILE';

// Handbook 2.7; working days counted by hand.
describe('when a job seeker’s profile is due', () => {
  it.each([
    ['started on 1 September 2026', { jobSearchStartedOn: '2026-09-01' }, '2026-09-22'],
    ['started on a Saturday', { jobSearchStartedOn: '2026-09-05' }, '2026-09-25'],
    ['started before Christmas 2026', { jobSearchStartedOn: '2026-12-14' }, '2027-01-08'],
    [
      'started before and is discussed on that very day',
      { jobSearchStartedOn: '2026-08-31', nextDiscussionOn: '2026-09-01' },
      '2026-09-22',
    ],
    [
      'started in 2024 and is discussed in November 2026',
      { jobSearchStartedOn: '2024-03-04', nextDiscussionOn: '2026-11-16' },
      '2026-12-07',
    ],
  ])('for a job search that %s: within fifteen working days', (_, input, dueOn) => {
    expect(outcomeOf(input)).toEqual({ required: true, dueOn, onMiss });
  });

  it.each([
    ['no discussion is known yet', { jobSearchStartedOn: '2026-08-31' }],
    ['the next discussion comes before the duty', { jobSearchStartedOn: '2026-05-04', nextDiscussionOn: '2026-08-31' }],
  ])('is not said yet of an older job search where %s', (_, input) => {
    expect(outcomeOf(input)).toEqual({ required: false, onMiss });
  });

  it('runs from the start of a new job search, whenever its next discussion is', () => {
    expect(outcomeOf({ jobSearchStartedOn: '2026-09-01', nextDiscussionOn: '2026-12-01' })).toMatchObject({
      dueOn: '2026-09-22',
    });
  });

  it('names its version, its reasons and every closed weekday on the way', () => {
    const reply = ask({ jobSearchStartedOn: '2026-12-14' });
    expect('answer' in reply && [reply.answer.version.validFrom, reply.answer.because]).toEqual([
      '2026-09-01',
      [
        { code: 'DUTY_RUNS_FROM_JOB_SEARCH_START', data: { runsFrom: '2026-12-14' } },
        { code: 'PROFILE_WITHIN_WORKING_DAYS', data: { workingDays: 15 } },
        ...[
          ['2026-12-24', 'CHRISTMAS_EVE'],
          ['2026-12-25', 'CHRISTMAS_DAY'],
          ['2027-01-01', 'NEW_YEARS_DAY'],
          ['2027-01-06', 'EPIPHANY'],
        ].map(([date, reason]) => ({ code: 'CLOSED_DAY_PASSED_OVER', data: { date, reason } })),
      ],
    ]);
  });

  it('has no answer for a job search from before the act of 2012 was in force', () => {
    expect(ask({ jobSearchStartedOn: '2012-12-31' })).toMatchObject({ refused: { code: 'NO_VERSION_IN_FORCE' } });
  });
});
