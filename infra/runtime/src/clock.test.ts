import { createClock } from './clock.ts';

describe('the service’s clock', () => {
  it.each([
    ['a minute before midnight in Finland', '2026-11-24T21:59:00Z', '2026-11-24'],
    ['midnight in Finland', '2026-11-24T22:00:00Z', '2026-11-25'],
    ['the night to summer time', '2026-03-28T22:30:00Z', '2026-03-29'],
    ['the night from summer time', '2026-10-25T22:30:00Z', '2026-10-26'],
    ['new year', '2026-12-31T22:00:00Z', '2027-01-01'],
  ])('knows the calendar date at %s', (_when, instant, date) => {
    expect(createClock(0, () => Date.parse(instant)).today()).toBe(date);
  });

  it('moves on to the next day while the service runs', () => {
    let instant = Date.parse('2026-11-24T21:59:59Z');
    const clock = createClock(0, () => instant);
    expect(clock.today()).toBe('2026-11-24');
    instant += 1_000;
    expect(clock.today()).toBe('2026-11-25');
    instant -= 5_000;
    expect(clock.today()).toBe('2026-11-24');
  });

  it('runs at another date', () => {
    const clock = createClock(365 * 86_400_000, () => Date.parse('2026-03-02T10:00:00Z'));
    expect(clock.today()).toBe('2027-03-02');
    expect(clock.now().toISOString()).toBe('2027-03-02T10:00:00.000Z');
  });
});
