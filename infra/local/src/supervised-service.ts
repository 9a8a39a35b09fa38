import { execFile } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { eventually } from '@tyovayla/testing/eventually';
import { type OwnedProcess, startOwned } from '@tyovayla/testing/owned-process';

export type ServicePlan = {
  readonly name: string;
  /** Arguments to Node: the script and what follows it. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** Hears of crashes and restarts. */
  readonly say: (text: string) => void;
};

/** One service that is brought back when it crashes. */
export type SupervisedService = {
  readonly name: string;
  /** Process number; undefined while it is down. */
  pid(): number | undefined;
  /** How often it was brought back after a crash. */
  restarts(): number;
  /** Only sends the signal: SIGSTOP, SIGCONT, or SIGKILL to see it come back. */
  signal(signal: NodeJS.Signals): void;
  /** Ends it; it stays down until `start`. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it and waits until it says that it is ready. */
  start(): Promise<void>;
};

const readyLine = '"msg":"service ready"';
const readyWithin = 60_000;
const shortestPause = 250;
const longestPause = 10_000;
/** A run that held this long was no crash loop, and the next pause is short again. */
const goodRun = 30_000;
const drainTime = 20_000;

type State = { process: OwnedProcess | undefined; wanted: boolean; restarts: number; pause: number; startedAt: number };

/** Starts a service as a process of its own, waits until it is ready, and brings it back with growing pauses. */
export const superviseService = async (plan: ServicePlan): Promise<SupervisedService> => {
  const state: State = { process: undefined, wanted: true, restarts: 0, pause: shortestPause, startedAt: 0 };
  const start = async () => {
    state.wanted = true;
    if (state.process?.isRunning() === true) return;
    await launch(plan, state);
  };
  await start();
  return {
    name: plan.name,
    pid: () => (state.process?.isRunning() === true ? state.process.pid : undefined),
    restarts: () => state.restarts,
    signal: (signal) => state.process?.signal(signal),
    kill: async (signal = 'SIGKILL') => {
      state.wanted = false;
      await state.process?.end(signal, drainTime);
    },
    start,
  };
};

const launch = async (plan: ServicePlan, state: State): Promise<void> => {
  shortenLog(plan.logFile);
  const from = existsSync(plan.logFile) ? statSync(plan.logFile).size : 0;
  const { name, args, env, logFile } = plan;
  const process_ = await startOwned({ name, command: process.execPath, args, env, logFile });
  state.process = process_;
  state.startedAt = Date.now();
  const outcome = await eventually(() => (isReady(logFile, from) ? 'ready' : !process_.isRunning() && 'ended'), {
    within: readyWithin,
  }).catch(() => 'late');
  if (outcome !== 'ready') {
    await process_.end('SIGKILL');
    throw new Error(`${name} did not get ready (${outcome}); the end of ${logFile}:\n${tailOf(logFile)}`);
  }
  void process_.exited.then((code) => bringBack(plan, state, code));
};

const bringBack = async (plan: ServicePlan, state: State, code: number | undefined): Promise<void> => {
  if (!state.wanted) return;
  state.pause = Date.now() - state.startedAt > goodRun ? shortestPause : Math.min(state.pause * 2, longestPause);
  plan.say(
    `${plan.name} ended (${code === undefined ? 'by a signal' : `code ${code}`}), restarting in ${state.pause} ms`,
  );
  await new Promise((resolve) => setTimeout(resolve, state.pause));
  if (!state.wanted || state.process?.isRunning() === true) return;
  state.restarts += 1;
  try {
    await launch(plan, state);
    plan.say(`${plan.name} is ready again`);
  } catch (error) {
    plan.say((error as Error).message);
    await bringBack(plan, state, undefined);
  }
  // It may have been taken down while it was starting.
  if (!state.wanted) await state.process?.end('SIGTERM', drainTime);
};

const isReady = (logFile: string, from: number): boolean => readFrom(logFile, from).includes(readyLine);

const readFrom = (file: string, from: number): string => {
  const length = statSync(file).size - from;
  if (length <= 0) return '';
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.toString('utf8', 0, readSync(handle, bytes, 0, length, from));
  } finally {
    closeSync(handle);
  }
};

const tailOf = (file: string): string => {
  const size = statSync(file).size;
  return readFrom(file, Math.max(0, size - 3_000)).trimEnd();
};

const longLog = 20_000_000;

const shortenLog = (file: string): void => {
  if (existsSync(file) && statSync(file).size > longLog) renameSync(file, `${file}.1`);
};

const run = promisify(execFile);

/** Brings a service's database to its schema: `main.ts migrate` with the owner's address. Throws with its output. */
export const migrateService = async (plan: ServicePlan, migratorUrl: string): Promise<void> => {
  const env = { ...plan.env, MIGRATOR_DATABASE_URL: migratorUrl };
  try {
    await run(process.execPath, [...plan.args, 'migrate'], { env, timeout: 300_000 });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`the migration of ${plan.name} failed:\n${`${stdout}\n${stderr}`.trim().slice(-3_000)}`, {
      cause: error,
    });
  }
};
