import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@tyovayla/testing/project-root';

/** Starts a script of the bench and waits for its line "ready". */
export const startScript = (name: string, env: Readonly<Record<string, string>>): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, 'scripts/bench', name)], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes('ready')) resolve(child);
    });
    child.once('exit', (code) => reject(new Error(`${name} ended with code ${code}`)));
  });

/** What the load client measured: answers a second and latencies in milliseconds. */
export type LoadFigures = { readonly perSecond: number; readonly p50: number; readonly p99: number };

/** Runs the load client in a process of its own and gives what it printed. */
export const runLoad = (args: Readonly<Record<string, string>>): Promise<LoadFigures> =>
  new Promise((resolve, reject) => {
    const list = Object.entries(args).flatMap(([name, value]) => [`--${name}`, value]);
    const child = spawn(process.execPath, [join(projectRoot, 'scripts/bench/load-client.ts'), ...list], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (text: Buffer) => {
      printed += text.toString();
    });
    child.once('exit', (code) =>
      code === 0
        ? resolve(JSON.parse(printed) as LoadFigures)
        : reject(new Error(`load client ended with code ${code}`)),
    );
  });

/** Resident memory of a process in MB (10⁶ bytes), as the kernel tells it. */
export const residentMb = (pid: number): number => {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round((Number(line?.[1] ?? 0) * 1024) / 1e6);
};
