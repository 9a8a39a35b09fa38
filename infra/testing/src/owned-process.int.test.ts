import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheDir } from './cache-dir.ts';
import { eventually } from './eventually.ts';
import { endLeftovers, startOf, startOwned } from './owned-process.ts';

describe('ending what a crashed run has left behind', () => {
  const dir = mkdtempSync(join(tmpdir(), 'tyovayla-owned-'));
  const bystanders: ChildProcess[] = [];

  afterAll(() => {
    for (const one of bystanders) one.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  });

  /** A process of somebody else, or of a run that is gone. */
  const bystander = async (): Promise<number> => {
    const child = spawn('sleep', ['60'], { stdio: 'ignore' });
    bystanders.push(child);
    await new Promise((resolve) => child.once('spawn', resolve));
    return child.pid as number;
  };

  type Note = { readonly pid: number; readonly startedAt: string; readonly ownerPid: number };

  const noteDown = ({ pid, startedAt, ownerPid }: Note, temporary: string): string => {
    const file = join(cacheDir('running'), `test-${pid}-${ownerPid}.json`);
    const owner = { pid: ownerPid, startedAt: startOf(ownerPid) ?? 'gone' };
    const note = { name: 'left', pid, startedAt, owner, endSignal: 'SIGTERM', temporaryDirs: [temporary] };
    writeFileSync(file, JSON.stringify(note));
    return file;
  };

  const temporary = (name: string): string => {
    const made = join(dir, name);
    mkdirSync(made);
    return made;
  };

  /** No process has this number: it is above what Linux gives out. */
  const nobody = 99_999_999;

  it('ends a server whose run is gone and removes its temporary folder', async () => {
    const pid = await bystander();
    const folder = temporary('left');
    noteDown({ pid, startedAt: startOf(pid) ?? '', ownerPid: nobody }, folder);
    await endLeftovers();

    await eventually(() => startOf(pid) === undefined);
    expect(existsSync(folder)).toBe(false);
  });

  it('does not touch a later process that got the same number', async () => {
    const pid = await bystander();
    const file = noteDown({ pid, startedAt: 'another boot:1', ownerPid: nobody }, temporary('reused'));
    await endLeftovers();

    expect(startOf(pid)).toBeDefined();
    expect(existsSync(file)).toBe(false);
  });

  it('does not touch a server of a run that goes on', async () => {
    const pid = await bystander();
    const folder = temporary('in-use');
    const file = noteDown({ pid, startedAt: startOf(pid) ?? '', ownerPid: process.pid }, folder);
    await endLeftovers();

    expect(startOf(pid)).toBeDefined();
    expect(existsSync(folder)).toBe(true);
    rmSync(file);
  });

  it('kills a process that does not end when asked', async () => {
    const script = "process.on('SIGTERM', () => undefined); console.log('up'); setInterval(() => undefined, 1000)";
    const logFile = join(dir, 'stubborn.log');
    const stubborn = await startOwned({ name: 'stubborn', command: process.execPath, args: ['-e', script], logFile });
    await stubborn.end('SIGTERM', 300);

    expect(stubborn.isRunning()).toBe(false);
  });
});
