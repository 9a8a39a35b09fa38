import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const script = resolve('scripts/rules.js');

const run = (...given: readonly string[]): { readonly exitCode: number | null; readonly shown: unknown } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...given], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return { exitCode: status, shown: JSON.parse(stdout) };
};

describe('the rule desk on the command line', () => {
  it('answers with exit code 0: an interview for a job search of 2 February 2026 is due on the 16th', () => {
    const { exitCode, shown } = run('interview-due', '{"registeredOn":"2026-02-02"}');
    expect(exitCode).toBe(0);
    expect(shown).toMatchObject({ rule: 'interview-due', outcome: { dueOn: '2026-02-16', workingDays: 10 } });
    expect(Object.keys(shown as object)).toEqual(['rule', 'version', 'facts', 'outcome', 'because']);
  });

  it('names every violation with exit code 2, of arguments, fields and parameters', () => {
    expect(run('working-day', '{"from":"2026-02-30","x":1}', '--set', 'a.b=1', '--set=oops', '--loud', 'more')).toEqual(
      {
        exitCode: 2,
        shown: {
          invalid: ['--set', '--loud', 'arguments', 'from', 'days', 'x', 'parameters.a.b'].map((field) => ({
            field,
            description: expect.any(String) as string,
          })),
        },
      },
    );
  });

  it.each([
    [['nonsense', '{}'], 'rule'],
    [[], 'rule'],
    [['describe', 'nonsense'], 'rule'],
    [['working-day'], 'input'],
  ])('takes no %j', (given, field) => {
    expect(run(...given)).toMatchObject({ exitCode: 2, shown: { invalid: [{ field }] } });
  });

  it('passes on the no of a rule with exit code 3', () => {
    expect(run('interview-due', '{"registeredOn":"2020-01-01"}')).toEqual({
      exitCode: 3,
      shown: {
        refused: {
          code: 'NO_VERSION_IN_FORCE',
          data: { registeredOn: '2020-01-01', firstVersionFrom: '2022-05-02' },
        },
      },
    });
  });

  it('overrides a parameter, also one whose value holds a sign of equality', () => {
    const input = '{"registeredOn":"2025-12-29"}';
    expect(run('interview-due', input, '--set', 'transition.interview=BY_MEETING_DUE_DATE')).toMatchObject({
      exitCode: 0,
      shown: { facts: { overridden: ['transition.interview'] }, outcome: { dueOn: '2026-01-14' } },
    });
    expect(run('interview-due', input, '--set=transition.interview=A=B')).toMatchObject({
      exitCode: 2,
      shown: { invalid: [{ field: 'parameters.transition.interview' }] },
    });
  });

  it('lists all rules with their parameters, and describes one', () => {
    const { shown } = run('list');
    const rules = (shown as { rules: { name: string; parameters: { name: string }[] }[] }).rules;
    expect(rules.map(({ name }) => name)).toEqual([
      'working-day',
      'identity-code',
      'business-id',
      'minimum-profile',
      'caseload',
      'interview-due',
      'job-search-obligation',
      'meeting-clock',
      'offer-binding',
      'profile-due',
      'sanction',
      'study-application-duty',
      'multi-sector',
      'service-point',
      'statistical-class',
    ]);
    expect(rules.flatMap(({ parameters }) => parameters.map(({ name }) => name))).toContain(
      'statistics.shortBreakDays',
    );
    expect(run('describe', 'business-id')).toMatchObject({ exitCode: 0, shown: { name: 'business-id' } });
  });

  it('says what to do where the packages are not installed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rules-'));
    mkdirSync(join(folder, 'scripts'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    copyFileSync(script, join(folder, 'scripts/rules.js'));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'scripts/rules.js'), 'list'], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('npm install');
  });
});
