import { localDate } from '@tyovayla/kernel/local-date';
import { meetingDay, places } from './casework.ts';

const day = (place: keyof typeof places, by: string, today: string): string =>
  meetingDay(places[place], localDate(by), localDate(today));

// Opening days: the area's plan, chapter 5; closed days: handbook 2.1.
describe('the day on which a simulated client is met', () => {
  it.each([
    ['the due day itself where the office is open', 'kemi', '2025-06-09', '2025-06-02', '2025-06-09'],
    ['a day before where the office is closed then', 'simo', '2026-03-09', '2026-03-02', '2026-03-05'],
    ['a day before a holiday', 'kemi', '2026-04-06', '2026-03-30', '2026-04-02'],
    ['the next open day where the due day has come', 'kemi', '2026-04-02', '2026-04-02', '2026-04-07'],
    ['never a Monday in Simo', 'simo', '2026-03-02', '2026-02-27', '2026-03-03'],
  ] as const)('is %s', (_what, place, by, today, expected) => {
    expect(day(place, by, today)).toBe(expected);
  });
});
