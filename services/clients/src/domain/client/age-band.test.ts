import { localDate } from '@tyovayla/kernel/local-date';
import { ageBandOn, turnsOn } from './age-band.ts';

describe('the age band in which a client is counted (handbook 11.1: under 25, under 60)', () => {
  const born = localDate('2001-05-14');

  it('counts a person as under 25 up to the day before the birthday', () => {
    expect(ageBandOn(born, localDate('2026-05-13'))).toBe('UNDER_25');
    expect(ageBandOn(born, localDate('2026-05-14'))).toBe('FROM_25_TO_59');
  });

  it('counts a person as 60 from the birthday on', () => {
    expect(ageBandOn(born, localDate('2061-05-13'))).toBe('FROM_25_TO_59');
    expect(ageBandOn(born, localDate('2061-05-14'))).toBe('FROM_60');
  });

  it('lets a person born on 29 February turn 25 on 1 March where the year has no such day', () => {
    expect(turnsOn(localDate('2000-02-29'), 25)).toBe('2025-03-01');
    expect(ageBandOn(localDate('2000-02-29'), localDate('2025-02-28'))).toBe('UNDER_25');
  });

  it('lets a person born on 29 February turn 60 on 29 February where the year has one', () => {
    expect(turnsOn(localDate('1964-02-29'), 60)).toBe('2024-02-29');
  });

  it('lets a person born on the last day of the year turn on the last day of the year', () => {
    expect(turnsOn(localDate('2000-12-31'), 25)).toBe('2025-12-31');
  });
});
