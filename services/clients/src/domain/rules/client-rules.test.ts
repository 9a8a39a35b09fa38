import { askDesk, type RuleReply } from '@tyovayla/kernel/rule-desk';
import { clientRules } from './client-rules.ts';

const ask = (rule: string, input: object, overrides = {}): RuleReply =>
  askDesk(clientRules, { rule, inputJson: JSON.stringify(input), overrides });

const outcomeOf = (reply: RuleReply): unknown => ('answer' in reply ? reply.answer.outcome : reply);
const reasonsOf = (reply: RuleReply): unknown =>
  'answer' in reply ? reply.answer.because.map(({ code }) => code) : reply;

const wrongFields = (reply: RuleReply): unknown =>
  'invalid' in reply ? reply.invalid.map(({ field }) => field) : reply;

// Handbook 2.1.
describe('asking for a working day', () => {
  it('names the day, the closed weekdays and why they were passed over', () => {
    const reply = ask('working-day', { from: '2026-04-02', days: 1 });
    expect(outcomeOf(reply)).toEqual({
      date: '2026-04-07',
      skipped: [
        { date: '2026-04-03', reason: 'GOOD_FRIDAY' },
        { date: '2026-04-06', reason: 'EASTER_MONDAY' },
      ],
    });
    expect(reasonsOf(reply)).toEqual(['DAYS_AFTER_START_DAY', 'CLOSED_DAY_PASSED_OVER', 'CLOSED_DAY_PASSED_OVER']);
  });

  it('with 0 days stays on a working day, and leaves a weekend without calling it skipped', () => {
    expect(outcomeOf(ask('working-day', { from: '2026-04-02', days: 0 }))).toEqual({ date: '2026-04-02', skipped: [] });
    expect(outcomeOf(ask('working-day', { from: '2026-04-11', days: 0 }))).toEqual({ date: '2026-04-13', skipped: [] });
  });

  it('lets the area be open on Christmas Eve', () => {
    const overrides = { 'calendar.workingDay': 'CHRISTMAS_DAY,SECOND_CHRISTMAS_DAY' };
    expect(outcomeOf(ask('working-day', { from: '2026-12-23', days: 1 }, overrides))).toMatchObject({
      date: '2026-12-24',
    });
  });

  it('takes neither days that go back nor a date that does not exist', () => {
    expect(wrongFields(ask('working-day', { from: '2026-02-30', days: -1 }))).toEqual(['from', 'days']);
  });
});

// Handbook 1.4.
describe('asking about a personal identity code', () => {
  it('tells birth date and artificiality of a valid one', () => {
    expect(outcomeOf(ask('identity-code', { code: '010190-999w' }))).toEqual({
      valid: true,
      birthDate: '1990-01-01',
      artificial: true,
    });
  });

  it.each([
    ['010190-999K', 'CHECK_CHARACTER'],
    ['310290-999W', 'DATE'],
    ['010190-001W', 'INDIVIDUAL_NUMBER'],
    ['010190999W', 'FORMAT'],
  ])('tells why %s is none', (code, reason) => {
    const reply = ask('identity-code', { code });
    expect(outcomeOf(reply)).toEqual({ valid: false, reason });
    expect(reasonsOf(reply)).toEqual([reason]);
  });
});

// Handbook 1.5.
describe('asking about a business id', () => {
  it('gives the full form of an old one', () => {
    const reply = ask('business-id', { id: '192936-4' });
    expect(outcomeOf(reply)).toEqual({ valid: true, normalised: '0192936-4' });
    expect(reasonsOf(reply)).toEqual(['CHECK_DIGIT_MATCHES', 'OLD_FORM_PADDED']);
  });

  it.each([
    ['0192936-5', 'CHECK_DIGIT'],
    ['FI01929364', 'FORMAT'],
  ])('tells why %s is none', (id, reason) => {
    expect(outcomeOf(ask('business-id', { id }))).toEqual({ valid: false, reason });
  });
});
