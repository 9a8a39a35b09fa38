import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '@tyovayla/testing/project-root';

export type StartFigures = { readonly firstSeconds: number; readonly secondSeconds: number };

/** Starts the area as a person would and waits for the greeting that names the portal's address. */
const startOnce = (state: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [join(projectRoot, 'scripts/start.js'), '--state', state, '--any-ports'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    let seconds: number | undefined;
    const hear = (text: Buffer): void => {
      printed += text.toString();
      if (seconds !== undefined || !/Työväylä is up:/.test(printed)) return;
      seconds = Math.round((performance.now() - started) / 100) / 10;
      child.kill('SIGTERM');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () =>
      seconds === undefined ? reject(new Error(`it did not start:\n${printed}`)) : resolve(seconds),
    );
  });

/** B9: a first start with everything installed, with the whole population, and a second from the same state. */
export const measureStarts = async (): Promise<StartFigures> => {
  const state = mkdtempSync(join(tmpdir(), 'tyovayla-bench-'));
  try {
    const firstSeconds = await startOnce(state);
    return { firstSeconds, secondSeconds: await startOnce(state) };
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
};
