import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { helsinkiInstant, openMovableClock } from './movable-clock.ts';

describe('a clock that is moved while an area runs', () => {
  it.each([
    ['2026-01-01T09:00', '2026-01-01T07:00:00.000Z'],
    ['2026-07-01T09:00', '2026-07-01T06:00:00.000Z'],
    ['2025-10-26T00:01', '2025-10-25T21:01:00.000Z'],
    ['2025-10-26T23:59', '2025-10-26T21:59:00.000Z'],
    ['2026-03-29T00:01', '2026-03-28T22:01:00.000Z'],
    ['2026-03-29T23:59', '2026-03-29T20:59:00.000Z'],
    ['2025-10-26T03:30', '2025-10-26T00:30:00.000Z'],
  ])('knows the instant of %s in Helsinki', (local, instant) => {
    expect(helsinkiInstant(local).toISOString()).toBe(instant);
  });

  it.each(['2026-03-29T03:30', '2026-02-30T09:00', 'tomorrow'])('has no instant for %s', (local) => {
    expect(() => helsinkiInstant(local)).toThrow('Helsinki has no time');
  });

  it('tells services in a file how far they are from real time', () => {
    const dir = mkdtempSync(join(tmpdir(), 'clock-'));
    const clock = openMovableClock(dir, '2025-06-02T09:00');
    const shown = () =>
      new Date(Date.now() + Number(readFileSync(clock.environment.CLOCK_OFFSET_FILE ?? '', 'utf8'))).toISOString();
    expect(shown()).toMatch(/^2025-06-02T06:00/);
    clock.set('2026-01-01T00:00');
    expect(shown()).toMatch(/^2025-12-31T22:00/);
    rmSync(dir, { recursive: true });
  });
});
