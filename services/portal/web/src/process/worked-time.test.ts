import { minutesOf, timeOf } from './worked-time.ts';

describe('Time of an expert, in hours and minutes', () => {
  it.each([
    ['1', '30', 90],
    ['2', '', 120],
    ['', '45', 45],
  ])('is told in minutes: %s h %s min', (hours, minutes, all) => {
    expect(minutesOf({ hours, minutes })).toBe(all);
  });

  it.each([
    ['', ''],
    ['0', '0'],
    ['an hour', '0'],
    ['-1', '0'],
  ])('is missing where nothing of the kind is typed: %s h %s min', (hours, minutes) => {
    expect(minutesOf({ hours, minutes })).toBeUndefined();
  });

  it('is shown as hours and minutes again', () => {
    expect(timeOf(95)).toEqual({ hours: 1, minutes: 35 });
  });
});
