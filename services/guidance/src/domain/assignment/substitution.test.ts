import { localDate } from '@tyovayla/kernel/local-date';
import { meriLappiTeams } from '../../testing/meri-lappi-teams.ts';
import { endSubstitution } from './end-substitution.ts';
import { type SetSubstitute, setSubstitute } from './set-substitute.ts';
import type { Substitution } from './substitution.ts';

const today = localDate('2026-02-02');
const kerttu = { staffId: 'staff-0001', leads: 'NOTHING' } as const;
const topi = { staffId: 'staff-0002', leads: 'NOTHING' } as const;

const wanted = (about: Partial<SetSubstitute> = {}): SetSubstitute => ({
  substitutionId: 'substitution-1',
  absentId: 'staff-0001',
  substituteId: 'staff-0101',
  from: localDate('2026-02-04'),
  to: localDate('2026-02-06'),
  by: kerttu,
  today,
  organisation: meriLappiTeams,
  ...about,
});

const aSubstitution: Substitution = {
  substitutionId: 'substitution-1',
  version: 1,
  absentId: 'staff-0001',
  substituteId: 'staff-0101',
  from: localDate('2026-02-04'),
  to: localDate('2026-02-06'),
};

const codeOf = (decision: ReturnType<typeof setSubstitute>): string =>
  decision.ok ? 'not refused' : decision.refusal.code;

// Seed, chapter 2: substitution is organised in the teams.
describe('setting a substitute', () => {
  it('gives an absent colleague’s clients to another of the team for some days', () => {
    expect(setSubstitute([], wanted())).toEqual({
      ok: true,
      value: { substitution: aSubstitution, fact: { kind: 'SubstituteSet', substitution: aSubstitution } },
    });
  });

  it.each([
    ['a substitute of another team', { substituteId: 'staff-0002' }, 'SUBSTITUTE_OF_ANOTHER_TEAM'],
    ['somebody of another team deciding', { by: topi }, 'NOT_YOUR_TEAM'],
    ['a substitute who doesn’t work here', { substituteId: 'staff-9999' }, 'SPECIALIST_NOT_AT_WORK'],
  ])('is refused for %s', (_, about, code) => {
    expect(codeOf(setSubstitute([], wanted(about)))).toBe(code);
  });

  it.each([
    ['2026-02-02', '2026-02-04', 'SUBSTITUTIONS_OVERLAP'],
    ['2026-02-06', '2026-02-09', 'SUBSTITUTIONS_OVERLAP'],
    ['2026-02-02', '2026-02-03', 'not refused'],
    ['2026-02-07', '2026-02-09', 'not refused'],
  ])('is one at a time: from %s to %s beside 4 to 6 February is %s', (from, to, code) => {
    const other = { ...aSubstitution, from: localDate(from), to: localDate(to) };
    expect(codeOf(setSubstitute([other], wanted()))).toBe(code);
  });
});

describe('ending a substitution', () => {
  const end = (day: string, about: { expectedVersion?: number; by?: typeof kerttu | typeof topi } = {}) =>
    endSubstitution(aSubstitution, {
      expectedVersion: 1,
      by: kerttu,
      today: localDate(day),
      organisation: meriLappiTeams,
      ...about,
    });

  it.each([
    ['2026-02-05', '2026-02-04', '2026-02-05'],
    ['2026-02-04', '2026-02-03', '2026-02-04'],
    ['2026-02-02', '2026-02-03', '2026-02-04'],
  ])('on %s makes %s the last day, %s the first without', (day, to, endedOn) => {
    expect(end(day)).toMatchObject({
      value: { substitution: { version: 2, to }, fact: { kind: 'SubstitutionEnded', endedOn } },
    });
  });

  it('is refused when it is over, was changed meanwhile, or is another team’s', () => {
    expect(codeOf(end('2026-02-07'))).toBe('SUBSTITUTION_OVER');
    expect(codeOf(end('2026-02-05', { expectedVersion: 2 }))).toBe('SUBSTITUTION_CHANGED_MEANWHILE');
    expect(codeOf(end('2026-02-05', { by: topi }))).toBe('NOT_YOUR_TEAM');
  });
});
