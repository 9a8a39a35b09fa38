import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addMonthsToDayNumber,
  addYears,
  daysBetween,
  fromDayNumber,
  helsinkiDate,
  helsinkiMidnight,
  isBefore,
  localDate,
  monthEnd,
  parseLocalDate,
  toDayNumber,
  weekday,
} from './local-date.ts';

const dayNumbers = fc.integer({ min: toDayNumber(localDate('1600-01-01')), max: toDayNumber(localDate('2999-12-31')) });
const dates = dayNumbers.map(fromDayNumber);

describe('reading a calendar date', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    ' 2026-01-01',
    '2026-01-01\n',
    '2026-01-01T00:00:00Z',
    '٢٠٢٦-01-01',
    '',
  ])('takes no %j', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
  });

  it('stops a bad literal of our own', () => {
    expect(() => localDate('2026-02-30')).toThrow('2026-02-30');
  });
});

describe('counting days', () => {
  it('agrees with the proleptic Gregorian calendar of the language for every day', () => {
    fc.assert(
      fc.property(dayNumbers, (dayNumber) => {
        const text = new Date(dayNumber * 86_400_000).toISOString().slice(0, 10);
        expect(fromDayNumber(dayNumber)).toBe(text);
        expect(toDayNumber(localDate(text))).toBe(dayNumber);
      }),
      { numRuns: 2000 },
    );
  });

  it('undoes what it added, and orders dates as it counts', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 100_000 }), (date, days) => {
        const later = addDays(date, days);
        expect(daysBetween(date, later)).toBe(days);
        expect(addDays(later, -days)).toBe(date);
        expect(isBefore(date, later)).toBe(days > 0);
      }),
    );
  });

  it.each([
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
  ])('goes from %s by %i to %s', (from, days, to) => {
    expect(addDays(localDate(from), days)).toBe(to);
  });

  it('ends with the year 9999 rather than write a fifth digit', () => {
    expect(() => addDays(localDate('9999-12-31'), 1)).toThrow('9999');
  });

  it('knows the weekdays', () => {
    expect(['2026-02-02', '2026-02-08', '1970-01-01', '1969-12-28'].map((day) => weekday(localDate(day)))).toEqual([
      1, 7, 4, 7,
    ]);
  });
});

describe('counting months', () => {
  // Handbook 2.1: the same day number, clamped to the month's end.
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-12-31', 0, '2026-12-31'],
  ])('goes from %s by %i months to %s', (from, months, to) => {
    expect(addMonths(localDate(from), months)).toBe(to);
  });

  it('gives 29 February its birthday on the 28th in other years', () => {
    expect(addYears(localDate('2004-02-29'), 21)).toBe('2025-02-28');
    expect(addYears(localDate('2004-02-29'), 24)).toBe('2028-02-29');
  });

  it('keeps the day or takes the last of the month, on dates and on day numbers alike', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -240, max: 240 }), (date, months) => {
        const moved = addMonths(date, months);
        expect(moved.slice(8) === date.slice(8) || (moved === monthEnd(moved) && moved.slice(8) < date.slice(8))).toBe(
          true,
        );
        expect(fromDayNumber(addMonthsToDayNumber(toDayNumber(date), months))).toBe(moved);
      }),
    );
  });
});

describe('the day in Helsinki', () => {
  it.each([
    ['a minute before midnight in winter', '2026-01-15T21:59:00Z', '2026-01-15'],
    ['a minute after midnight in winter', '2026-01-15T22:01:00Z', '2026-01-16'],
    ['a minute before midnight in summer', '2026-07-15T20:59:00Z', '2026-07-15'],
    ['a minute after midnight in summer', '2026-07-15T21:01:00Z', '2026-07-16'],
    ['23:59 before the night to summer time', '2026-03-28T21:59:00Z', '2026-03-28'],
    ['00:01 in the night to summer time', '2026-03-28T22:01:00Z', '2026-03-29'],
    ['23:59 after the night to summer time', '2026-03-29T20:59:00Z', '2026-03-29'],
    ['00:01 after the night to summer time', '2026-03-29T21:01:00Z', '2026-03-30'],
    ['23:59 before the night to winter time', '2026-10-24T20:59:00Z', '2026-10-24'],
    ['00:01 in the night to winter time', '2026-10-24T21:01:00Z', '2026-10-25'],
    ['23:59 after the night to winter time', '2026-10-25T21:59:00Z', '2026-10-25'],
    ['00:01 after the night to winter time', '2026-10-25T22:01:00Z', '2026-10-26'],
    ['the turn of the year', '2025-12-31T22:00:00Z', '2026-01-01'],
    ['the last moment of the year', '2025-12-31T21:59:59.999Z', '2025-12-31'],
  ])('is right at %s', (_, instant, day) => {
    expect(helsinkiDate(new Date(instant))).toBe(day);
  });

  it('agrees with the time zone data at any instant', () => {
    const parts = new Intl.DateTimeFormat('en-CA', {
      timeZone: 'Europe/Helsinki',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    const from = new Date('1950-01-01T00:00:00Z');
    fc.assert(
      fc.property(fc.date({ min: from, max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }), (instant) => {
        expect(helsinkiDate(instant)).toBe(parts.format(instant));
      }),
      { numRuns: 1000 },
    );
  });

  it('begins at its midnight and not a millisecond earlier', () => {
    const days = fc.integer({ min: toDayNumber(localDate('1982-01-01')), max: toDayNumber(localDate('2100-01-01')) });
    fc.assert(
      fc.property(days.map(fromDayNumber), (day) => {
        const midnight = helsinkiMidnight(day);
        expect(helsinkiDate(midnight)).toBe(day);
        expect(helsinkiDate(new Date(midnight.getTime() - 1))).toBe(addDays(day, -1));
      }),
      { numRuns: 500 },
    );
  });

  it('has 23 hours in the night to summer time and 25 in the night to winter time', () => {
    const hours = (day: string): number =>
      (helsinkiMidnight(addDays(localDate(day), 1)).getTime() - helsinkiMidnight(localDate(day)).getTime()) / 3_600_000;
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-03-30')]).toEqual([23, 25, 24]);
  });

  it('is no day at all for an invalid instant', () => {
    expect(() => helsinkiDate(new Date('nonsense'))).toThrow(RangeError);
  });
});
