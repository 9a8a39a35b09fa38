import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from './clock.ts';
import { clockOffsetOf } from './clock-offset.ts';

const day = 86_400_000;
const noon = () => Date.parse('2026-03-02T10:00:00Z');

describe('how far a program’s clock is from real time', () => {
  const dir = mkdtempSync(join(tmpdir(), 'offset-'));
  const file = join(dir, 'offset');

  afterAll(() => rmSync(dir, { recursive: true }));

  it('stays as it was set where no file says it', () => {
    const clock = createClock(clockOffsetOf({ CLOCK_OFFSET_MS: day, CLOCK_OFFSET_FILE: undefined }), noon);
    expect(clock.today()).toBe('2026-03-03');
  });

  it('follows the file at once, forwards and back', () => {
    writeFileSync(file, String(day));
    const clock = createClock(clockOffsetOf({ CLOCK_OFFSET_MS: 0, CLOCK_OFFSET_FILE: file }), noon);
    expect(clock.today()).toBe('2026-03-03');
    writeFileSync(file, `${31 * day}\n`);
    expect(clock.now().toISOString()).toBe('2026-04-02T10:00:00.000Z');
    expect(clock.today()).toBe('2026-04-02');
    writeFileSync(file, String(-day));
    expect(clock.today()).toBe('2026-03-01');
  });

  it('is a fault where the file holds no number', () => {
    writeFileSync(file, 'tomorrow');
    expect(() => createClock(clockOffsetOf({ CLOCK_OFFSET_MS: 0, CLOCK_OFFSET_FILE: file }), noon)).toThrow(
      'holds no number',
    );
  });
});
