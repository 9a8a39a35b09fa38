import { localDate } from '@tyovayla/kernel/local-date';
import { askRule } from '@tyovayla/kernel/rule-desk';
import { promptsOn } from './multi-sector.ts';
import { multiSectorRule, servicePointRule } from './multi-sector-rule.ts';

const day = localDate('2026-08-31');
const since = (text: string) => ({ since: localDate(text), subsidy: 'BELOW' }) as const;

describe('what prompts a referral: the former act’s figures (handbook R3.2, old triggers)', () => {
  it.each([
    [
      'an older person unemployed for twelve months',
      { ...since('2025-08-31'), age: 'OLDER' },
      ['UNEMPLOYED_12_MONTHS'],
    ],
    ['an older person, a day short of it', { ...since('2025-09-01'), age: 'OLDER' }, []],
    [
      'a young person unemployed for six months',
      { ...since('2026-02-28'), age: 'YOUNG' },
      ['YOUNG_UNEMPLOYED_6_MONTHS'],
    ],
    ['a young person, a day short of it', { ...since('2026-03-01'), age: 'YOUNG' }, []],
    ['somebody in work after 300 days of subsidy', { age: 'OLDER', subsidy: 'REACHED' }, ['SUBSIDY_300_DAYS']],
    [
      'somebody for whom two things hold',
      { since: localDate('2024-01-01'), age: 'OLDER', subsidy: 'REACHED' },
      ['SUBSIDY_300_DAYS', 'UNEMPLOYED_12_MONTHS'],
    ],
  ] as const)('%s', (_, unemployment, reasons) => {
    expect(promptsOn(day, unemployment)).toEqual(reasons);
  });
});

describe('the multi-sector support at the rule desk', () => {
  const ask = (about: object, overrides: Record<string, string> = {}) =>
    askRule(
      multiSectorRule,
      JSON.stringify({ onDate: '2026-02-02', age: 40, subsidyDays: 0, consultation: 'NOT_ENOUGH', ...about }),
      overrides,
    );

  it('says when assessment and review are due, by the months that the area has set', () => {
    const [usual, other] = [ask({}), ask({}, { 'multisector.assessmentMaxMonths': '2' })];
    expect('answer' in usual && usual.answer.outcome).toMatchObject({
      assessmentDueOn: '2026-05-02',
      reviewDueOn: '2026-05-02',
    });
    expect('answer' in other && other.answer.outcome).toMatchObject({ assessmentDueOn: '2026-04-02' });
  });

  it('refers nobody by days alone, and nobody whom consultation helps', () => {
    const few = ask({ subsidyDays: 1 });
    expect('answer' in few && few.answer.outcome).toMatchObject({ mayBeReferred: true, prompted: false });
    const many = ask({ subsidyDays: 900, consultation: 'ENOUGH' });
    expect('answer' in many && many.answer.outcome).toMatchObject({ mayBeReferred: false, prompted: true });
  });

  it('gives a reason for everything that prompts', () => {
    const reply = ask({ age: 24, unemployedSince: '2025-08-02', subsidyDays: 300 });
    expect('answer' in reply && reply.answer.because.map(({ code }) => code)).toEqual([
      'CONSULTATION_NOT_ENOUGH',
      'SUBSIDY_300_DAYS',
      'YOUNG_UNEMPLOYED_6_MONTHS',
    ]);
  });
});

describe('the low-threshold service points of Kemi (seed ch. 5)', () => {
  const pointFor = (age: number, overrides: Record<string, string> = {}) => {
    const reply = askRule(servicePointRule, JSON.stringify({ age }), overrides);
    return 'answer' in reply && reply.answer.outcome.servicePoint;
  };

  it.each([
    [29, 'OHJAAMO'],
    [30, 'NEITHER'],
    [31, 'POINTTI'],
  ])('at %i: %s', (age, servicePoint) => {
    expect(pointFor(age)).toBe(servicePoint);
  });

  it('take a person of exactly thirty where the area says', () => {
    expect(pointFor(30, { 'ohjaamo.atAgeLimit': 'OHJAAMO' })).toBe('OHJAAMO');
    expect(pointFor(30, { 'ohjaamo.ageLimit': '29' })).toBe('POINTTI');
  });
});
