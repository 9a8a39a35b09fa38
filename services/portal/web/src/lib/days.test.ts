import { monthsBack, readDay, shiftDay, shiftMonth } from './days.ts';

describe('A day as people write it', () => {
  it.each([
    ['24.11.2026', '2026-11-24'],
    ['1.2.2026', '2026-02-01'],
    ['24/11/2026', '2026-11-24'],
    ['24-11-2026', '2026-11-24'],
    [' 2026-11-24 ', '2026-11-24'],
    ['29.2.2028', '2028-02-29'],
  ])('is understood: %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it.each(['', '31.2.2026', '29.2.2026', '2026-13-01', 'tomorrow', '1.1.26', '11/24/2026'])(
    'is not guessed where it is none: "%s"',
    (text) => {
      expect(readDay(text)).toBeUndefined();
    },
  );
});

describe('Days and months before and after', () => {
  it('pass the turn of the year and the nights when clocks change', () => {
    expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01');
    expect(shiftDay('2026-03-29', 1)).toBe('2026-03-30');
    expect(shiftDay('2026-10-25', -1)).toBe('2026-10-24');
    expect(shiftMonth('2026-01', -1)).toBe('2025-12');
    expect(shiftMonth('2026-11-24', -24)).toBe('2024-11');
  });

  it('are listed with the newest first', () => {
    expect(monthsBack('2025-11', '2026-02')).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
  });
});
