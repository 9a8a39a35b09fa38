import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = process.cwd();

describe('beginning a new capability of a service', () => {
  let copy: string;

  const begin = (...args: readonly string[]) => {
    const script = join(root, 'scripts/new-capability.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args, '--root', copy], {
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  };

  const written = (output: string): string[] => [...output.matchAll(/^wrote +(\S+)$/gm)].map(([, path]) => path ?? '');

  /** Problems that the compiler and the linter see in the copy, by file. */
  const problems = (paths: readonly string[]): string => {
    const run = (tool: string, args: readonly string[]) =>
      spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: copy, encoding: 'utf8' }).stdout;
    const types = run('typescript/bin/tsc', ['-p', '.']);
    const style = run('@biomejs/biome/bin/biome', ['check', '--reporter=github', '--error-on-warnings', ...paths]);
    return [types, ...style.split('\n').filter((line) => line.startsWith('::'))].join('\n').trim();
  };

  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'tyovayla-capability-'));
    for (const service of ['clients', 'statistics', 'guidance'])
      for (const part of ['src', 'migrations', 'package.json'])
        cpSync(join(root, 'services', service, part), join(copy, 'services', service, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    mkdirSync(join(copy, 'proto'));
    const config = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as object;
    const include = ['services/*/src', 'services/*/migrations'];
    writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify({ ...config, include, exclude: ['node_modules'] }));
    const style = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as object;
    writeFileSync(join(copy, 'biome.json'), JSON.stringify({ ...style, vcs: { enabled: false } }));
    writeFileSync(join(copy, 'package.json'), '{"type":"module"}');
  });

  afterEach(() => rmSync(copy, { recursive: true, force: true }));

  it('writes files that can be found by their verb, and that compile as they are', () => {
    const { status, output } = begin('clients', 'record-work-wish');
    expect(status).toBe(0);
    expect(written(output)).toEqual([
      'services/clients/src/domain/client/record-work-wish.ts',
      'services/clients/src/domain/client/record-work-wish.test.ts',
      'services/clients/src/application/commands/record-work-wish.ts',
      'services/clients/src/adapters/grpc/record-work-wish.ts',
    ]);
    expect(problems(written(output))).toBe('');
  }, 60_000);

  it('does so for services that are built in another way', () => {
    const interview = begin('guidance', 'prepare-interview', '--concept', 'meeting');
    const figures = begin('statistics', 'correct-labour-force', '--concept', 'reference');
    const paths = [...written(interview.output), ...written(figures.output)];
    expect(paths).toHaveLength(8);
    expect(problems(paths)).toBe('');
  }, 60_000);

  it('notices where the files would not compile, so that the two above mean something', () => {
    const [decision = ''] = written(begin('clients', 'record-work-wish').output);
    writeFileSync(join(copy, decision), 'export const recordWorkWish: number = "none";\n');
    expect(problems([decision])).toContain('record-work-wish.ts');
  }, 60_000);

  it('tells what is left to do, step by step, with the names to use', () => {
    const { output } = begin('clients', 'record-work-wish', '--dry-run');
    expect([...output.matchAll(/^(\d)\. /gm)].map(([, step]) => step)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
    ]);
    expect(output).toContain('rpc RecordWorkWish');
    expect(output).toMatch(/services\/clients\/migrations\/20\d\d-/);
  });

  it('writes nothing when it is only asked what it would write', () => {
    const { output } = begin('clients', 'record-work-wish', '--dry-run');
    expect(output.match(/^would write/gm)).toHaveLength(4);
    expect(written(begin('clients', 'record-work-wish').output)).toHaveLength(4);
  });

  it('never writes over a file that is there', () => {
    const file = 'services/clients/src/domain/client/end-job-search.ts';
    const { status, output } = begin('clients', 'end-job-search');
    expect(status).toBe(0);
    expect(output).toContain(`is there already  ${file}`);
    expect(readFileSync(join(copy, file), 'utf8')).toBe(readFileSync(join(root, file), 'utf8'));
  });

  it.each([
    ['a service that does not exist', ['payroll', 'pay-out']],
    ['a way out of the folder', ['../clients', 'record-work-wish']],
    ['a phrase without an object', ['clients', 'record']],
    ['a phrase that is no name', ['clients', 'Record Wish']],
    ['a verb that only reads', ['clients', 'list-work-wishes']],
    ['a concept that does not exist', ['clients', 'record-work-wish', '--concept', 'wish']],
    ['no concept where there are several', ['statistics', 'correct-figure']],
    ['nothing', []],
    ['an unknown option', ['clients', 'record-work-wish', '--force']],
  ])('does not understand %s, and says what it would', (_what, args) => {
    const { status, output } = begin(...args);
    expect(status).toBe(2);
    expect(output).toContain('--help');
    expect(written(output)).toEqual([]);
  });
});
