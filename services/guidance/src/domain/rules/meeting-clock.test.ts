import { addDays, addMonths, fromDayNumber, localDate, toDayNumber } from '@tyovayla/kernel/local-date';
import { askDesk, type RuleReply } from '@tyovayla/kernel/rule-desk';
import { isWorkingDay } from '@tyovayla/kernel/working-day';
import fc from 'fast-check';
import { guidanceRules } from './guidance-rules.ts';
import { meetingClock } from './meeting-clock.ts';

type Asked = {
  readonly registeredOn: string;
  readonly interviewHeldOn: string;
  readonly until: string;
  readonly benefit?: string;
  readonly benefitFrom?: string;
};

const ask = (asked: Asked, overrides = {}): RuleReply =>
  askDesk(guidanceRules, { rule: 'meeting-clock', inputJson: JSON.stringify(asked), overrides });

const answerTo = (asked: Asked, overrides = {}) => {
  const reply = ask(asked, overrides);
  if (!('answer' in reply)) throw new Error(JSON.stringify(reply));
  return reply.answer;
};

/** "DISCUSSION 2026-05-02 2026-04-30": kind, due, to be scheduled by. */
const linesOf = (asked: Asked, overrides = {}): readonly string[] =>
  (answerTo(asked, overrides).outcome.meetings as { kind: string; dueOn: string; scheduleBy: string }[]).map(
    ({ kind, dueOn, scheduleBy }) => `${kind} ${dueOn} ${scheduleBy}`,
  );

// Handbook 2.2, with days counted by hand from a calendar.
describe('the meetings after an initial interview', () => {
  it('in 2025 were five supplementary ones, a discussion every three months and an intensive month after six', () => {
    expect(linesOf({ registeredOn: '2025-01-07', interviewHeldOn: '2025-01-13', until: '2025-08-31' })).toEqual([
      'SUPPLEMENTARY 2025-01-27 2025-01-27',
      'SUPPLEMENTARY 2025-02-10 2025-02-10',
      'SUPPLEMENTARY 2025-02-24 2025-02-24',
      'SUPPLEMENTARY 2025-03-10 2025-03-10',
      'SUPPLEMENTARY 2025-03-24 2025-03-24',
      'DISCUSSION 2025-04-13 2025-04-11',
      'DISCUSSION 2025-07-13 2025-07-11',
      'INTENSIVE 2025-07-27 2025-07-25',
      'INTENSIVE 2025-08-10 2025-08-08',
    ]);
  });

  it('had an intensive month again after a year', () => {
    const lines = linesOf({ registeredOn: '2023-02-01', interviewHeldOn: '2023-02-06', until: '2024-03-31' });
    expect(lines.filter((line) => line.startsWith('INTENSIVE'))).toEqual([
      'INTENSIVE 2023-08-20 2023-08-18',
      'INTENSIVE 2023-09-03 2023-09-01',
      'INTENSIVE 2024-02-20 2024-02-20',
      'INTENSIVE 2024-03-05 2024-03-05',
    ]);
  });

  it('are the discussion every three months alone since 2026', () => {
    expect(linesOf({ registeredOn: '2026-05-18', interviewHeldOn: '2026-05-25', until: '2026-11-25' })).toEqual([
      'DISCUSSION 2026-08-25 2026-08-25',
      'DISCUSSION 2026-11-25 2026-11-25',
    ]);
  });

  it('follow the old law until New Year and the new one from then on, for Eino who was interviewed in November', () => {
    const asked = { registeredOn: '2025-11-10', interviewHeldOn: '2025-11-17', until: '2026-08-31' };
    expect(linesOf(asked)).toEqual([
      'SUPPLEMENTARY 2025-12-01 2025-12-01',
      'SUPPLEMENTARY 2025-12-15 2025-12-15',
      'SUPPLEMENTARY 2025-12-29 2025-12-29',
      'DISCUSSION 2026-02-17 2026-02-17',
      'DISCUSSION 2026-05-17 2026-05-15',
      'DISCUSSION 2026-08-17 2026-08-17',
    ]);
  });

  it('all follow the law of the start where the area decides so', () => {
    const asked = { registeredOn: '2025-11-10', interviewHeldOn: '2025-11-17', until: '2026-06-30' };
    expect(linesOf(asked, { 'transition.discussions': 'BY_JOB_SEARCH_START' })).toEqual([
      'SUPPLEMENTARY 2025-12-01 2025-12-01',
      'SUPPLEMENTARY 2025-12-15 2025-12-15',
      'SUPPLEMENTARY 2025-12-29 2025-12-29',
      'SUPPLEMENTARY 2026-01-12 2026-01-12',
      'SUPPLEMENTARY 2026-01-26 2026-01-26',
      'DISCUSSION 2026-02-17 2026-02-17',
      'DISCUSSION 2026-05-17 2026-05-15',
      'INTENSIVE 2026-05-31 2026-05-29',
      'INTENSIVE 2026-06-14 2026-06-12',
    ]);
  });

  it('have no intensive month whose days come after New Year 2026, though its six months were over before', () => {
    expect(linesOf({ registeredOn: '2025-06-23', interviewHeldOn: '2025-06-30', until: '2026-03-31' })).toEqual([
      'SUPPLEMENTARY 2025-07-14 2025-07-14',
      'SUPPLEMENTARY 2025-07-28 2025-07-28',
      'SUPPLEMENTARY 2025-08-11 2025-08-11',
      'SUPPLEMENTARY 2025-08-25 2025-08-25',
      'SUPPLEMENTARY 2025-09-08 2025-09-08',
      'DISCUSSION 2025-09-30 2025-09-30',
      'DISCUSSION 2025-12-30 2025-12-30',
      'DISCUSSION 2026-03-30 2026-03-30',
    ]);
  });

  it('go on over 1 May 2026, which is closed, as is the Saturday after it', () => {
    expect(linesOf({ registeredOn: '2026-01-19', interviewHeldOn: '2026-02-02', until: '2026-08-31' })).toEqual([
      'DISCUSSION 2026-05-02 2026-04-30',
      'DISCUSSION 2026-08-02 2026-07-31',
    ]);
  });

  it.each([
    ['the 30th of November counts on to the last of February', '2026-11-30', '2027-02-28 2027-02-26'],
    ['and to the 29th in a leap year', '2027-11-30', '2028-02-29 2028-02-29'],
    ['Christmas Day goes back over Christmas Eve', '2026-09-25', '2026-12-25 2026-12-23'],
  ])('%s', (_, interviewHeldOn, due) => {
    const asked = { registeredOn: interviewHeldOn, interviewHeldOn, until: addMonths(localDate(interviewHeldOn), 3) };
    expect(linesOf(asked)).toEqual([`DISCUSSION ${due}`]);
  });

  it('are reckoned from the interview each, so that a short month shortens no later one', () => {
    expect(linesOf({ registeredOn: '2026-11-30', interviewHeldOn: '2026-11-30', until: '2027-08-30' })).toEqual([
      'DISCUSSION 2027-02-28 2027-02-26',
      'DISCUSSION 2027-05-30 2027-05-28',
      'DISCUSSION 2027-08-30 2027-08-30',
    ]);
  });

  it('come with the version of the interview’s day and with reasons', () => {
    const asked = { registeredOn: '2025-11-10', interviewHeldOn: '2025-11-17', until: '2026-05-31' };
    const { version, because, facts } = answerTo(asked);
    expect(version.validFrom).toBe('2022-05-02');
    expect(because).toEqual([
      { code: 'SUPPLEMENTARY_DISCUSSIONS_AFTER_INTERVIEW', data: { count: 5, everyDays: 14, withinMonths: 3 } },
      { code: 'DISCUSSION_EVERY_SO_MANY_MONTHS', data: { everyMonths: 3 } },
      { code: 'SUPPLEMENTARY_BY_NEED_ONLY', data: { dueFrom: '2026-01-01' } },
      {
        code: 'ACTIVATION_PERIOD_FOR_GENERAL_SUPPORT',
        data: {
          from: '2026-05-01',
          interviewHeldOn: '2025-11-17',
          meetings: 3,
          months: 3,
          everyDays: 28,
          mode: 'IN_PERSON',
        },
      },
      { code: 'SCHEDULED_BEFORE_CLOSED_DAY', data: { dueOn: '2026-05-17', scheduleBy: '2026-05-15' } },
    ]);
    expect(facts).toMatchObject({ ...asked, parameters: { 'transition.discussions': 'BY_MEETING_DUE_DATE' } });
  });

  const midMay = { registeredOn: '2026-02-02', interviewHeldOn: '2026-02-16', until: '2026-07-31' };

  it('are joined by the activation period of someone who gets general support (handbook 2.2)', () => {
    expect(linesOf({ ...midMay, benefit: 'GENERAL_SUPPORT', benefitFrom: '2026-05-04' })).toEqual([
      'DISCUSSION 2026-05-16 2026-05-15',
      'ACTIVATION 2026-06-01 2026-06-01',
      'ACTIVATION 2026-06-29 2026-06-29',
      'ACTIVATION 2026-07-27 2026-07-27',
    ]);
  });

  it('count the activation period from 1 May 2026 for a subsidy that becomes general support on that day', () => {
    const answer = answerTo({ ...midMay, benefit: 'LABOUR_MARKET_SUBSIDY' });
    const meetings = answer.outcome.meetings as { kind: string; dueOn: string }[];
    expect(meetings.filter(({ kind }) => kind === 'ACTIVATION').map(({ dueOn }) => dueOn)).toEqual([
      '2026-05-29',
      '2026-06-26',
      '2026-07-24',
    ]);
    expect(answer.because).toContainEqual({
      code: 'ACTIVATION_PERIOD_FOR_GENERAL_SUPPORT',
      data: {
        from: '2026-05-01',
        interviewHeldOn: '2026-02-16',
        meetings: 3,
        months: 3,
        everyDays: 28,
        mode: 'IN_PERSON',
      },
    });
  });

  it('have no activation period, and no word of it, for someone whom a fund pays', () => {
    const answer = answerTo({ ...midMay, benefit: 'EARNINGS_RELATED' });
    expect(JSON.stringify(answer.outcome)).not.toContain('ACTIVATION');
    expect(answer.because.map(({ code }) => code)).not.toContain('ACTIVATION_PERIOD_FOR_GENERAL_SUPPORT');
  });

  it('follow the area’s numbers of the activation period', () => {
    const asked = { ...midMay, benefit: 'GENERAL_SUPPORT', benefitFrom: '2026-05-04' };
    const lines = linesOf(asked, { 'activation.meetings': 2, 'activation.everyDays': 14 });
    expect(lines.filter((line) => line.startsWith('ACTIVATION'))).toEqual([
      'ACTIVATION 2026-05-18 2026-05-18',
      'ACTIVATION 2026-06-01 2026-06-01',
    ]);
  });

  it.each([
    ['NO_VERSION_IN_FORCE', { registeredOn: '2022-04-01', interviewHeldOn: '2022-05-01', until: '2022-12-31' }],
    [
      'INTERVIEW_BEFORE_REGISTRATION',
      { registeredOn: '2026-02-02', interviewHeldOn: '2026-02-01', until: '2026-12-31' },
    ],
    ['UNTIL_BEFORE_INTERVIEW', { registeredOn: '2026-02-02', interviewHeldOn: '2026-02-09', until: '2026-02-08' }],
  ])('are refused as %s', (code, asked) => {
    expect(ask(asked)).toMatchObject({ refused: { code } });
  });

  it('are asked for without a missing day', () => {
    expect(ask({ registeredOn: '2026-02-02' } as Asked)).toMatchObject({
      invalid: [{ field: 'interviewHeldOn' }, { field: 'until' }],
    });
  });

  it('are in order of time, scheduled on working days not after they are due, and never supplementary after 2025', () => {
    const days = fc.integer({ min: toDayNumber(localDate('2022-05-02')), max: toDayNumber(localDate('2030-12-31')) });
    fc.assert(
      fc.property(days.map(fromDayNumber), fc.integer({ min: 0, max: 900 }), (interviewHeldOn, length) => {
        const until = addDays(interviewHeldOn, length);
        const clock = meetingClock({ registeredOn: interviewHeldOn, interviewHeldOn, until });
        if (!clock.ok) throw new Error(clock.refusal);
        const dues = clock.value.map(({ dueOn }) => dueOn);
        expect(dues).toEqual(dues.toSorted());
        for (const { kind, dueOn, scheduleBy } of clock.value) {
          expect([isWorkingDay(scheduleBy), scheduleBy <= dueOn, dueOn <= until]).toEqual([true, true, true]);
          if (kind !== 'DISCUSSION') expect(dueOn < '2026').toBe(true);
        }
      }),
    );
  });
});
