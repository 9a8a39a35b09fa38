import { askDesk } from '@tyovayla/kernel/rule-desk';
import { guidanceRules } from './guidance-rules.ts';

const young = { on: '2026-02-02', under25: true, qualification: 'MISSING', jobSearchRuns: true };

const ask = (about: object = {}): unknown => {
  const reply = askDesk(guidanceRules, {
    rule: 'study-application-duty',
    inputJson: JSON.stringify({ ...young, ...about }),
  });
  return 'answer' in reply ? [reply.answer.outcome, reply.answer.because.map(({ code }) => code)] : reply;
};

// Handbook 2.4, last row: under 25 without a vocational qualification, at least two study places (confidence M).
describe('whether a job seeker must apply for studies', () => {
  it('is so for those under 25 without a vocational qualification: two study places', () => {
    expect(ask()).toEqual([{ required: true, places: 2 }, ['YOUNG_WITHOUT_QUALIFICATION']]);
  });

  it.each([
    [{ under25: false }, 'NOT_UNDER_25'],
    [{ qualification: 'HELD' }, 'HAS_VOCATIONAL_QUALIFICATION'],
    [{ qualification: 'UNKNOWN' }, 'QUALIFICATION_NOT_KNOWN'],
    [{ jobSearchRuns: false }, 'NO_JOB_SEARCH_RUNS'],
  ])('is not so with %p', (about, reason) => {
    expect(ask(about)).toEqual([{ required: false }, [reason]]);
  });

  it('is not said for days before the obligation began', () => {
    expect(ask({ on: '2022-05-01' })).toMatchObject({ refused: { code: 'NO_VERSION_IN_FORCE' } });
  });
});
