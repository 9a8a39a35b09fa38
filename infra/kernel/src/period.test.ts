import fc from 'fast-check';
import { addDays, fromDayNumber, localDate } from './local-date.ts';
import { includesDay, lengthInDays, overlaps, type Period, periodFrom, periodThrough, periodUntil } from './period.ts';

const monday = localDate('2026-02-02');
const friday = localDate('2026-02-06');
const day = fc.integer({ min: 20_000, max: 20_060 }).map(fromDayNumber);
const periods: fc.Arbitrary<Period> = fc
  .tuple(day, fc.option(fc.integer({ min: 1, max: 30 })))
  .map(([from, days]) => (days === null ? periodFrom(from) : { from, to: addDays(from, days) }));

describe('a period', () => {
  it('has its first day and not the day on which it has ended', () => {
    const week = { from: monday, to: friday };
    expect([addDays(monday, -1), monday, addDays(friday, -1), friday].map((each) => includesDay(week, each))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('may be told by its last day, which then belongs to it', () => {
    expect(periodThrough(monday, friday)).toEqual({ ok: true, value: { from: monday, to: '2026-02-07' } });
    expect(periodThrough(monday, monday)).toEqual({ ok: true, value: { from: monday, to: '2026-02-03' } });
  });

  it('never ends before it has had a day', () => {
    const refusal = { ok: false, refusal: 'END_NOT_AFTER_START' };
    expect([periodUntil(monday, monday), periodUntil(friday, monday), periodThrough(friday, monday)]).toEqual([
      refusal,
      refusal,
      refusal,
    ]);
  });

  it('overlaps another exactly where some day belongs to both', () => {
    const days = Array.from({ length: 120 }, (_, index) => fromDayNumber(19_990 + index));
    fc.assert(
      fc.property(periods, periods, (one, other) => {
        const shared = days.some((each) => includesDay(one, each) && includesDay(other, each));
        expect([overlaps(one, other), overlaps(other, one)]).toEqual([shared, shared]);
      }),
    );
  });

  it('is as long as it has days, and has no length while it lasts', () => {
    const days = Array.from({ length: 120 }, (_, index) => fromDayNumber(19_990 + index));
    fc.assert(
      fc.property(periods, (period) => {
        const counted = days.filter((each) => includesDay(period, each)).length;
        expect(lengthInDays(period)).toBe(period.to === undefined ? undefined : counted);
      }),
    );
  });
});
