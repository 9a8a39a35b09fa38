import { addMonths, daysBetween, fromDayNumber, localDate, toDayNumber } from '@tyovayla/kernel/local-date';
import fc from 'fast-check';
import { planUuid } from '../../testing/plan-builders.ts';
import { firstPeriod, lastDayOf, nextPeriod, type OpenPeriod } from './obligation-period.ts';

const of = { periodId: planUuid(1), clientId: planUuid(900), planId: planUuid(2) };

const first = (anchor: string, perMonths = 1): OpenPeriod => {
  const period = firstPeriod(of, { count: 4, perMonths }, localDate(anchor));
  if (period === undefined) throw new Error('no period');
  return period;
};

// Handbook 2.4: the period is normally one month, dated in the plan and no calendar month; 2.1: month arithmetic.
describe('a period of the obligation', () => {
  it('runs from the day of the plan to the day before the same day of the next month', () => {
    const period = first('2026-02-05');
    expect([period.from, period.to, lastDayOf(period)]).toEqual(['2026-02-05', '2026-03-05', '2026-03-04']);
  });

  it('does not lose the 31st for good in a short month', () => {
    const periods = [first('2026-01-31')];
    for (let count = 0; count < 3; count += 1) periods.push(nextPeriod(periods.at(-1) as OpenPeriod, planUuid(9)));
    expect(periods.map(({ from }) => from)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
  });

  it('is none where no number is set, or the number nought', () => {
    expect(firstPeriod(of, undefined, localDate('2026-02-05'))).toBeUndefined();
    expect(firstPeriod(of, { count: 0, perMonths: 1 }, localDate('2026-02-05'))).toBeUndefined();
  });

  it('follows the one before without a gap, whatever the day and length', () => {
    const day = fc.integer({ min: toDayNumber(localDate('2022-05-02')), max: toDayNumber(localDate('2040-01-01')) });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 24 }), (number, months, count) => {
        const anchor = fromDayNumber(number);
        let period = first(anchor, months);
        for (let index = 1; index <= count; index += 1) {
          const next = nextPeriod(period, planUuid(index));
          expect(next.from).toBe(period.to);
          expect(daysBetween(next.from, next.to)).toBeGreaterThanOrEqual(28 * months);
          period = next;
        }
        expect(period.to).toBe(addMonths(anchor, months * (count + 1)));
      }),
    );
  });
});
