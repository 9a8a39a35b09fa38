import { byRule, byRuleOn } from './entry.ts';
import { tableOf } from './table.ts';

const told = [
  {
    person: 'aino',
    about: 'looks for work',
    entries: [
      { on: '2025-06-02', what: 'registered' },
      {
        on: '2026-03-09',
        what: `discussion held, ${'a long story '.repeat(10)}`.trim(),
        ...byRule('meeting-clock', '2026-01-01'),
      },
    ],
  },
];

describe('the table of a simulation', () => {
  const lines = tableOf(told).split('\n');

  it('tells by person and day what happened, and by which version of the rule', () => {
    expect(lines[0]).toBe('AINO: looks for work');
    expect(lines[1]).toBe('  2025-06-02  registered');
    expect(lines[2]).toMatch(
      /^ {2}2026-03-09 {2}discussion held, a long story .* meeting-clock from 2026-01-01 \(H\)$/,
    );
    expect(lines[3]).toMatch(/^ {14}a? ?long story|^ {14}story/);
  });

  it('says at the end what each version rests on, once', () => {
    const after = lines.slice(lines.indexOf('VERSIONS, and what they rest on') + 1).filter(Boolean);
    expect(after).toHaveLength(1);
    expect(after[0]).toMatch(/^ {2}meeting-clock from 2026-01-01 \(H\) +380\/2023/);
  });

  it('knows the version of a day, and none that the rule book does not have', () => {
    expect(byRuleOn('sanction', '2026-02-28').versionFrom).toBe('2022-05-02');
    expect(byRuleOn('sanction', '2026-03-01').versionFrom).toBe('2026-03-01');
    expect(() => byRule('sanction', '2026-01-01')).toThrow('no such version');
    expect(() => byRule('nothing', '2026-01-01')).toThrow('no such version');
  });
});
