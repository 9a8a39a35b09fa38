import { localDate } from '@tyovayla/kernel/local-date';
import { planInitialInterview } from './plan-initial-interview.ts';

const started = (on: string) => ({ clientId: 'aino', jobSearchId: 'first', startedOn: localDate(on), withheld: false });

describe('planning the initial interview of a new job seeker', () => {
  it('gives ten working days to Aino who registered on a Monday in February 2026 (handbook 2.2, V2)', () => {
    expect(planInitialInterview(started('2026-02-02'))).toMatchObject({
      dueOn: '2026-02-16',
      workingDays: 10,
      ruleValidFrom: '2026-01-01',
    });
  });

  it('gave five to Eino who registered on the last day of 2025, over New Year and Epiphany (handbook 2.2, V1)', () => {
    expect(planInitialInterview(started('2025-12-31'))).toMatchObject({ dueOn: '2026-01-09', workingDays: 5 });
  });

  it('asks for none in a job search that started before the rule was in force', () => {
    expect(planInitialInterview(started('2022-05-01'))).toBeUndefined();
  });
});
