import { askDesk, type RuleReply } from '@tyovayla/kernel/rule-desk';
import { guidanceRules } from './guidance-rules.ts';

type Overrides = Readonly<Record<string, string>>;

const ask = (input: object, overrides: Overrides = {}): RuleReply =>
  askDesk(guidanceRules, { rule: 'job-search-obligation', inputJson: JSON.stringify(input), overrides });

const answerOf = (input: object, overrides: Overrides = {}) => {
  const reply = ask(input, overrides);
  if (!('answer' in reply)) throw new Error(JSON.stringify(reply));
  return reply.answer;
};

const outcome = (input: object, overrides: Overrides = {}) => answerOf(input, overrides).outcome;

const fourAMonth = { count: 4, perMonths: 1 };
const none = { count: null };

// Handbook 2.4, whose sources are tyj.fi (2022) and hel.fi; the change of 1 January 2026 is in handbook 0.7 (H).
describe('the job-search obligation', () => {
  it.each(['2022-05-02', '2025-12-31', '2026-01-01', '2026-11-24'])(
    'asks four applications a month of an unemployed person on %s',
    (on) => {
      expect(outcome({ on, status: 'UNEMPLOYED', statusSince: '2022-01-01' })).toEqual(fourAMonth);
    },
  );

  it('asks one in three months of a part-time worker until the end of 2025, and four a month from 1 January 2026', () => {
    const partTimer = { status: 'PART_TIME', statusSince: '2025-08-01' };
    expect(outcome({ on: '2025-12-31', ...partTimer })).toEqual({ count: 1, perMonths: 3 });
    expect(outcome({ on: '2026-01-01', ...partTimer })).toEqual(fourAMonth);
    expect(answerOf({ on: '2025-12-31', ...partTimer }).version.validFrom).toBe('2022-05-02');
    expect(answerOf({ on: '2026-01-01', ...partTimer }).version.validFrom).toBe('2026-01-01');
  });

  describe('of a fully laid-off person', () => {
    const laidOff = { status: 'LAID_OFF_FULL', statusSince: '2025-06-30' };

    it('sets no number for the first three months of the layoff, clamped to the end of a month', () => {
      expect(outcome({ on: '2025-09-29', ...laidOff })).toEqual(none);
      expect(outcome({ on: '2025-09-30', ...laidOff })).toEqual(fourAMonth);
      const sinceNovember = { status: 'LAID_OFF_FULL', statusSince: '2024-11-30' };
      expect(outcome({ on: '2025-02-27', ...sinceNovember })).toEqual(none);
      expect(outcome({ on: '2025-02-28', ...sinceNovember })).toEqual(fourAMonth);
    });

    it('begins from 2026 only when a discussion was held as well', () => {
      expect(outcome({ on: '2026-01-01', ...laidOff })).toEqual(none);
      expect(answerOf({ on: '2026-01-01', ...laidOff }).because.map(({ code }) => code)).toEqual([
        'DISCUSSION_NOT_HELD',
      ]);
      expect(outcome({ on: '2026-01-14', ...laidOff, discussionHeldOn: '2026-01-15' })).toEqual(none);
      expect(outcome({ on: '2026-01-15', ...laidOff, discussionHeldOn: '2026-01-15' })).toEqual(fourAMonth);
    });

    it('is not opened by a discussion that was held before the layoff began', () => {
      const since = { on: '2026-06-01', status: 'LAID_OFF_FULL', statusSince: '2026-02-02' };
      expect(outcome({ ...since, discussionHeldOn: '2026-02-01' })).toEqual(none);
      expect(outcome({ ...since, discussionHeldOn: '2026-02-02' })).toEqual(fourAMonth);
    });

    it('is not opened by a discussion alone while the three months run', () => {
      const since = { status: 'LAID_OFF_FULL', statusSince: '2026-02-02' };
      expect(outcome({ on: '2026-05-01', ...since, discussionHeldOn: '2026-04-20' })).toEqual(none);
      expect(outcome({ on: '2026-05-02', ...since, discussionHeldOn: '2026-04-20' })).toEqual(fourAMonth);
    });

    it('asks for a discussion after the three months where the area reads the law so', () => {
      const set = { 'obligation.layoffDiscussion': 'AFTER_FREE_MONTHS' };
      const since = { on: '2026-06-01', status: 'LAID_OFF_FULL', statusSince: '2026-02-02' };
      expect(outcome({ ...since, discussionHeldOn: '2026-05-01' }, set)).toEqual(none);
      expect(outcome({ ...since, discussionHeldOn: '2026-05-02' }, set)).toEqual(fourAMonth);
    });
  });

  it('asks one in three months of a partly laid-off person after three months; from 2026 the area sets it', () => {
    const partly = { status: 'LAID_OFF_PART', statusSince: '2025-03-01' };
    expect(outcome({ on: '2025-05-31', ...partly })).toEqual(none);
    expect(outcome({ on: '2025-06-01', ...partly })).toEqual({ count: 1, perMonths: 3 });
    expect(outcome({ on: '2026-06-01', ...partly })).toEqual({ count: 1, perMonths: 3 });
    const set = { 'obligation.partlyLaidOff.count': '4', 'obligation.partlyLaidOff.perMonths': '1' };
    expect(outcome({ on: '2026-06-01', ...partly }, set)).toEqual(fourAMonth);
    expect(outcome({ on: '2025-06-01', ...partly }, set)).toEqual({ count: 1, perMonths: 3 });
  });

  it('asks three in three months of a student on a benefit; from 2026 the area sets it', () => {
    const student = { status: 'STUDENT_ON_BENEFIT', statusSince: '2025-09-01' };
    expect(outcome({ on: '2025-10-01', ...student })).toEqual({ count: 3, perMonths: 3 });
    expect(outcome({ on: '2026-10-01', ...student }, { 'obligation.student.count': '2' })).toEqual({
      count: 2,
      perMonths: 3,
    });
  });

  it.each(['IN_SERVICE', 'WORK_ABILITY_BEING_CLARIFIED'])('sets no number for %s', (status) => {
    for (const on of ['2024-02-29', '2026-02-28'])
      expect(outcome({ on, status, statusSince: '2024-01-01' })).toEqual(none);
  });

  it('has no answer before 2 May 2022, nor for a day before the status began', () => {
    expect(ask({ on: '2022-05-01', status: 'UNEMPLOYED', statusSince: '2022-01-01' })).toMatchObject({
      refused: { code: 'NO_VERSION_IN_FORCE' },
    });
    expect(ask({ on: '2026-02-01', status: 'UNEMPLOYED', statusSince: '2026-02-02' })).toMatchObject({
      refused: { code: 'STATUS_BEGINS_LATER' },
    });
  });

  it('names every bad input at once', () => {
    const reply = ask({ on: '2026-02-30', status: 'IDLE', since: '2026-01-01' });
    expect('invalid' in reply && reply.invalid.map(({ field }) => field)).toEqual([
      'on',
      'status',
      'statusSince',
      'since',
    ]);
  });
});
