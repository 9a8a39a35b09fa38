import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '@tyovayla/testing/project-root';

/** What a step found. */
export type Outcome = { readonly passed: number; readonly failed: number; readonly note?: string };

/** One step of `npm test`. */
export type Check = { readonly name: string; readonly run: (jestArgs: readonly string[]) => Promise<Outcome> };

type Command = {
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** Runs Node with these arguments, output to ours; gives the exit code. */
const runNode = ({ args, cwd = projectRoot, env = {} }: Command): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

const verdict = (code: number): Outcome => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** A program of a package that passes or fails as a whole. `script` is its path below node_modules. */
export const toolCheck = (name: string, script: string, args: readonly string[], cwd?: string): Check => ({
  name,
  run: async () => {
    const command = { args: [join(projectRoot, 'node_modules', script), ...args] };
    return verdict(await runNode(cwd === undefined ? command : { ...command, cwd }));
  },
});

/** A script of ours that passes or fails as a whole. A missing file is a failure: a check that vanished is none. */
export const scriptCheck = (name: string, script: string): Check => ({
  name,
  run: async () => {
    if (!existsSync(join(projectRoot, script))) return { passed: 0, failed: 1, note: `${script} is missing` };
    return verdict(await runNode({ args: [join(projectRoot, script)] }));
  },
});

/** Several checks under one name; all run, also after a failure. */
export const together = (name: string, checks: readonly Check[]): Check => ({
  name,
  run: async (jestArgs) => {
    let sum: Outcome = { passed: 0, failed: 0 };
    for (const check of checks) {
      const { passed, failed } = await check.run(jestArgs);
      sum = { passed: sum.passed + passed, failed: sum.failed + failed };
    }
    return sum;
  },
});

/** Tests of one kind by jest. Kinds that start servers run one file after the other; so do they where asked. */
export const jestCheck = (name: string, prepare: () => Readonly<Record<string, string>> = () => ({})): Check => ({
  name,
  run: async (jestArgs) => {
    const dir = mkdtempSync(join(tmpdir(), 'tyovayla-count-'));
    const countFile = join(dir, 'count.json');
    const jest = join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js');
    const inBand = ['security', 'journeys', 'faults'].includes(name) ? ['--runInBand'] : [];
    try {
      const env = { ...prepare(), COUNT_FILE: countFile };
      // Forced: a test that fails half-way may leave a server open, and the run must end all the same.
      const args = [jest, '--selectProjects', name, '--passWithNoTests', '--forceExit', ...inBand, ...jestArgs];
      const code = await runNode({ args, env });
      return counted(countFile, code);
    } catch (error) {
      return { passed: 0, failed: 1, note: (error as Error).message };
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
});

const counted = (file: string, code: number): Outcome => {
  if (!existsSync(file)) return { passed: 0, failed: code === 0 ? 0 : 1, note: 'no tests' };
  const count = JSON.parse(readFileSync(file, 'utf8')) as Outcome;
  // A run that failed outside its tests must not look green.
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1, note: `jest ended with ${code}` } : count;
};
