import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@tyovayla/testing/project-root';
import type { Progress } from './progress.ts';

type Wish = { readonly stateDir: string; readonly today: string; readonly scale: number };

/**
 * Has the synthetic population registered through the services, unless it already is. Runs as a process of its own
 * and resumes where an interrupted run left off. Its progress lines are passed on.
 */
export const registerPopulation = async (wish: Wish, progress: Progress, signal: AbortSignal): Promise<void> => {
  const script = join(projectRoot, 'scripts', 'population.ts');
  const done = join(wish.stateDir, 'population.json');
  if (!existsSync(script)) return progress.say('no population: scripts/population.ts is not there');
  if (isRegistered(done, wish.scale)) return progress.say('the population is registered already');
  const args = [script, '--state', wish.stateDir, '--scale', String(wish.scale)];
  await progress.step('registering the population, one person at a time', () => run(args, progress, signal));
  if (!signal.aborted) writeFileSync(done, JSON.stringify({ scale: wish.scale, registeredOn: wish.today }));
};

const isRegistered = (file: string, scale: number): boolean =>
  existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { scale: number }).scale >= scale;

const run = (args: readonly string[], progress: Progress, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const stop = () => child.kill('SIGTERM');
    signal.addEventListener('abort', stop);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text.trimEnd().split('\n')) progress.say(`  ${line}`);
      });
    }
    child.once('error', reject);
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      if (code === 0 || signal.aborted) resolve();
      else reject(new Error(`the population could not be registered (code ${code}); npm start resumes it`));
    });
  });
