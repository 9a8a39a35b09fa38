import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheDir } from './cache-dir.ts';
import { eventually } from './eventually.ts';

/** A server or service to start. */
export type ProcessPlan = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** User and group to run as; absent: ours. */
  readonly uid?: number;
  readonly gid?: number;
  /** Standard output and error are appended here. */
  readonly logFile: string;
  /** Signal that ends a leftover of a crashed run in good order. */
  readonly endSignal?: NodeJS.Signals;
  /** Folders to remove with a leftover of a crashed run. */
  readonly temporaryDirs?: readonly string[];
};

/** A process that we started and may therefore end. */
export type OwnedProcess = {
  readonly pid: number;
  /** Exit code, or undefined after a signal. */
  readonly exited: Promise<number | undefined>;
  isRunning(): boolean;
  signal(signal: NodeJS.Signals): void;
  /** Sends the signal, waits, and kills after `patience` milliseconds. */
  end(signal: NodeJS.Signals, patience?: number): Promise<void>;
};

type Identity = { readonly pid: number; readonly startedAt: string };
type Note = Identity & {
  readonly name: string;
  readonly owner: Identity;
  readonly endSignal: NodeJS.Signals;
  readonly temporaryDirs: readonly string[];
};

/**
 * Starts a process in its own group, so that Ctrl-C reaches only us and we can stop in order, and notes it down, so
 * that the next run can end it if we crash. Throws when the command can't be started.
 */
export const startOwned = async (plan: ProcessPlan): Promise<OwnedProcess> => {
  mkdirSync(dirname(plan.logFile), { recursive: true });
  const log = openSync(plan.logFile, 'a');
  const child = spawn(plan.command, plan.args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: plan.env ?? process.env,
    ...(plan.cwd === undefined ? {} : { cwd: plan.cwd }),
    ...(plan.uid === undefined ? {} : { uid: plan.uid }),
    ...(plan.gid === undefined ? {} : { gid: plan.gid }),
  });
  closeSync(log);
  const pid = await spawned(child);
  const note = noteDown(plan, pid);
  const owned = ownedProcess(child, pid);
  const endWithUs = () => owned.signal(plan.endSignal ?? 'SIGTERM');
  atExit.add(endWithUs);
  void owned.exited.then(() => {
    atExit.delete(endWithUs);
    rmSync(note, { force: true });
  });
  return owned;
};

/** What ends our processes when this one does. One listener for all, however many there are. */
const atExit = new Set<() => void>();
process.on('exit', () => {
  for (const end of atExit) end();
});

const spawned = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => resolve(child.pid as number));
  });

const ownedProcess = (child: ChildProcess, pid: number): OwnedProcess => {
  let running = true;
  const exited = new Promise<number | undefined>((resolve) => {
    child.once('exit', (code) => {
      running = false;
      resolve(code ?? undefined);
    });
  });
  const signal = (name: NodeJS.Signals) => {
    if (running) child.kill(name);
  };
  return {
    pid,
    exited,
    isRunning: () => running,
    signal,
    end: async (name, patience = 10_000) => {
      signal(name);
      const killer = setTimeout(() => signal('SIGKILL'), patience);
      await exited;
      clearTimeout(killer);
    },
  };
};

const notesDir = (): string => cacheDir('running');

const noteDown = (plan: ProcessPlan, pid: number): string => {
  const file = join(notesDir(), `${pid}.json`);
  const note: Note = {
    name: plan.name,
    pid,
    startedAt: startOf(pid) ?? '',
    owner: { pid: process.pid, startedAt: startOf(process.pid) ?? '' },
    endSignal: plan.endSignal ?? 'SIGTERM',
    temporaryDirs: plan.temporaryDirs ?? [],
  };
  writeFileSync(file, JSON.stringify(note));
  return file;
};

/**
 * When a process started: the boot and the clock tick in it, which a later process with the same number can't share.
 * Undefined when there is no such process.
 */
export const startOf = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the tick is the 20th field after it.
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (afterName[0] === 'Z') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${afterName[19]}`;
  } catch {
    return undefined;
  }
};

const isAlive = (one: Identity): boolean => startOf(one.pid) === one.startedAt;

/**
 * Ends the processes that a crashed run of ours has left behind, and removes their temporary folders. A process is
 * touched only when number and start agree with the note and the run that started it is gone.
 */
export const endLeftovers = async (): Promise<readonly string[]> => {
  const ended: string[] = [];
  for (const file of readdirSync(notesDir())) {
    const note = readNote(join(notesDir(), file));
    if (note === undefined || isAlive(note.owner)) continue;
    if (isAlive(note)) {
      await endByNote(note);
      ended.push(note.name);
    }
    for (const dir of note.temporaryDirs) rmSync(dir, { recursive: true, force: true });
    rmSync(join(notesDir(), file), { force: true });
  }
  return ended;
};

const readNote = (file: string): Note | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Note;
  } catch {
    return undefined;
  }
};

const endByNote = async (note: Note): Promise<void> => {
  const gone = (within: number) => eventually(() => !isAlive(note), { within });
  signalIfAlive(note, note.endSignal);
  await gone(10_000).catch(() => {
    signalIfAlive(note, 'SIGKILL');
    return gone(5_000);
  });
};

/** Another run may be ending the same leftover at this moment. */
const signalIfAlive = (one: Identity, signal: NodeJS.Signals): void => {
  try {
    if (isAlive(one)) process.kill(one.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};
