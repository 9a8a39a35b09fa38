import Holidays from 'date-holidays';
import fc from 'fast-check';
import { addDays, fromDayNumber, type LocalDate, localDate, toDayNumber, weekday } from './local-date.ts';
import {
  addWorkingDays,
  countWorkingDays,
  finnishCalendar,
  isWorkingDay,
  nextWorkingDay,
  nonWorkingReason,
  previousWorkingDay,
} from './working-day.ts';

const daysOf = (year: number): readonly LocalDate[] => {
  const first = toDayNumber(localDate(`${year}-01-01`));
  const next = toDayNumber(localDate(`${year + 1}-01-01`));
  return Array.from({ length: next - first }, (_, index) => fromDayNumber(first + index));
};

const closedWeekdays = (year: number): readonly string[] =>
  daysOf(year).filter((day) => weekday(day) <= 5 && !isWorkingDay(day));

const dates = fc
  .integer({ min: toDayNumber(localDate('1992-01-01')), max: toDayNumber(localDate('2200-01-01')) })
  .map(fromDayNumber);

// Handbook 2.1; Act 150/1930, sections 2 and 5.
describe('the working days of the authority', () => {
  it.each([
    [2025, ['01-01', '01-06', '04-18', '04-21', '05-01', '05-29', '06-20', '12-24', '12-25', '12-26']],
    [2026, ['01-01', '01-06', '04-03', '04-06', '05-01', '05-14', '06-19', '12-24', '12-25']],
    [2027, ['01-01', '01-06', '03-26', '03-29', '05-06', '06-25', '12-06', '12-24']],
  ])('leave out the weekdays that the handbook lists for %i', (year, days) => {
    expect(closedWeekdays(year)).toEqual(days.map((day) => `${year}-${day}`));
  });

  it('agree with a second calendar from 1992 to 2100', () => {
    const calendar = new Holidays('FI');
    const closed = new Set(['public', 'bank']);
    for (let year = 1992; year <= 2100; year += 1) {
      const listed = calendar
        .getHolidays(year)
        // New Year's Eve is a bank's half day and no closed day of an authority.
        .filter(({ type, rule }) => closed.has(type) && rule !== '12-31')
        .map(({ date }) => localDate(date.slice(0, 10)))
        .filter((day) => weekday(day) <= 5);
      expect(closedWeekdays(year)).toEqual([...new Set(listed)]);
    }
  });

  it.each([
    ['2026-01-01', 'NEW_YEARS_DAY'],
    ['2026-01-06', 'EPIPHANY'],
    ['2026-04-03', 'GOOD_FRIDAY'],
    ['2026-04-06', 'EASTER_MONDAY'],
    ['2026-05-01', 'MAY_DAY'],
    ['2026-05-14', 'ASCENSION_DAY'],
    ['2026-06-19', 'MIDSUMMER_EVE'],
    ['2027-12-06', 'INDEPENDENCE_DAY'],
    ['2026-12-24', 'CHRISTMAS_EVE'],
    ['2026-12-25', 'CHRISTMAS_DAY'],
    ['2025-12-26', 'SECOND_CHRISTMAS_DAY'],
    ['2026-06-20', 'SATURDAY'],
    ['2026-04-05', 'SUNDAY'],
    ['2026-12-26', 'SECOND_CHRISTMAS_DAY'],
    ['2008-05-01', 'MAY_DAY'],
    ['2026-02-02', undefined],
    ['2026-12-31', undefined],
  ])('say of %s: %s', (day, reason) => {
    expect(nonWorkingReason(localDate(day))).toBe(reason);
  });

  it.each([
    [1818, '03-23'],
    [1943, '04-26'],
    [2038, '04-26'],
    [2285, '03-23'],
  ])('find the earliest and latest Easter Mondays: %i', (year, day) => {
    expect(nonWorkingReason(localDate(`${year}-${day}`))).toBe('EASTER_MONDAY');
  });
});

describe('counting working days', () => {
  it('starts on the day after: ten from Monday 2 February 2026 end on Monday the 16th', () => {
    expect(countWorkingDays(localDate('2026-02-02'), 10)).toEqual({ date: '2026-02-16', skipped: [] });
  });

  it('passes over Christmas and says so', () => {
    expect(countWorkingDays(localDate('2026-12-23'), 2)).toEqual({
      date: '2026-12-29',
      skipped: [
        { date: '2026-12-24', reason: 'CHRISTMAS_EVE' },
        { date: '2026-12-25', reason: 'CHRISTMAS_DAY' },
      ],
    });
  });

  it('goes from Friday before a holiday over the turn of the year', () => {
    expect(addWorkingDays(localDate('2025-12-31'), 1)).toBe('2026-01-02');
  });

  it.each([
    ['2026-02-02', '2026-02-02', []],
    ['2026-02-07', '2026-02-09', []],
    [
      '2026-04-03',
      '2026-04-07',
      [
        { date: '2026-04-03', reason: 'GOOD_FRIDAY' },
        { date: '2026-04-06', reason: 'EASTER_MONDAY' },
      ],
    ],
  ])('by 0 days from %s stays or goes to the next working day %s', (from, date, skipped) => {
    expect(countWorkingDays(localDate(from), 0)).toEqual({ date, skipped });
    expect(nextWorkingDay(localDate(from))).toBe(date);
  });

  it('has as many working days behind the start as were asked for, and ends on one', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 300 }), (from, days) => {
        const { date, skipped } = countWorkingDays(from, days);
        let [working, passed] = [0, 0];
        for (let day = addDays(from, 1); day <= date; day = addDays(day, 1)) {
          if (isWorkingDay(day)) working += 1;
          else if (weekday(day) <= 5) passed += 1;
        }
        expect([working, passed, isWorkingDay(date)]).toEqual([days, skipped.length, true]);
      }),
    );
  });

  it('moves a last day forward and an own duty backward, with no working day between', () => {
    fc.assert(
      fc.property(dates, (day) => {
        const [before, after] = [previousWorkingDay(day), nextWorkingDay(day)];
        expect(before <= day && day <= after && isWorkingDay(before) && isWorkingDay(after)).toBe(true);
        for (let between = addDays(before, 1); between < after; between = addDays(between, 1))
          expect(isWorkingDay(between)).toBe(false);
      }),
    );
  });

  it('works on Midsummer Eve where the area has it so', () => {
    const closedOn = finnishCalendar.closedOn.filter((day) => day !== 'MIDSUMMER_EVE');
    expect(addWorkingDays(localDate('2026-06-18'), 1)).toBe('2026-06-22');
    expect(addWorkingDays(localDate('2026-06-18'), 1, { closedOn })).toBe('2026-06-19');
  });

  it.each([-1, 0.5, Number.NaN])('has no meaning for %d days', (days) => {
    expect(() => addWorkingDays(localDate('2026-02-02'), days)).toThrow(RangeError);
  });
});
