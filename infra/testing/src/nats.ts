import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';
import { natsBinary } from './nats-binary.ts';
import { type NatsTls, natsConfig } from './nats-config.ts';
import type { NatsUser } from './nats-permissions.ts';
import { endLeftovers, type OwnedProcess, startOwned } from './owned-process.ts';
import { restartableServer } from './restartable-server.ts';

/** What to start. Without `dir` the streams go to a temporary folder and are removed at the end. */
export type NatsOptions = {
  readonly dir?: string;
  /** Absent: a free one. */
  readonly port?: number;
  /** Mutual TLS; absent: plain TCP for tests of other things. */
  readonly tls?: NatsTls;
  /** Permissions by certificate, from `busUsers`; needs `tls`. Absent: everyone may do everything. */
  readonly users?: readonly NatsUser[];
  /** "always" (default) or a duration such as "2m" for tests that don't cut the power. */
  readonly syncInterval?: string;
  /** Hears of slow steps, such as fetching the server. */
  readonly say?: (text: string) => void;
  /** Hears when the server ends without having been asked to. */
  readonly onCrash?: () => void;
};

/** A running nats-server of our own with JetStream. */
export type Nats = {
  readonly url: string;
  readonly port: number;
  /** Folder with the stored messages, for tests that look at the bytes. */
  readonly storeDir: string;
  pid(): number;
  /** Ends it without ceremony; `start` brings it back on the same port and store. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  start(): Promise<void>;
  /** Loses everything that JetStream stored: kills, empties the folder, starts again. */
  wipe(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a nats-server on 127.0.0.1 with JetStream on disk. Ends leftovers of crashed runs first. */
export const startNats = async (options: NatsOptions = {}): Promise<Nats> => {
  await endLeftovers();
  const binary = await natsBinary(options.say);
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'tyovayla-nats-'));
  const storeDir = join(dir, 'store');
  mkdirSync(storeDir, { recursive: true });
  const port = options.port ?? (await freePort());
  const configFile = join(dir, 'nats.json');
  const { tls, users, syncInterval = 'always' } = options;
  const secure = { ...(tls === undefined ? {} : { tls }), ...(users === undefined ? {} : { users }) };
  writeFileSync(configFile, natsConfig({ port, storeDir, syncInterval, ...secure }));
  const launch = () => launchServer({ binary, configFile, dir, port, isTemporary: options.dir === undefined });
  const server = await restartableServer(launch, options.onCrash);
  return {
    url: `${tls === undefined ? 'nats' : 'tls'}://127.0.0.1:${port}`,
    port,
    storeDir,
    pid: server.pid,
    kill: (signal = 'SIGKILL') => server.end(signal),
    start: server.start,
    wipe: async () => {
      await server.end('SIGKILL');
      rmSync(storeDir, { recursive: true, force: true });
      mkdirSync(storeDir, { recursive: true });
      await server.start();
    },
    stop: async () => {
      await server.end('SIGTERM');
      if (options.dir === undefined) rmSync(dir, { recursive: true, force: true });
    },
  };
};

type Launch = {
  readonly binary: string;
  readonly configFile: string;
  readonly dir: string;
  readonly port: number;
  readonly isTemporary: boolean;
};

const launchServer = async ({ binary, configFile, dir, port, isTemporary }: Launch): Promise<OwnedProcess> => {
  const logFile = join(dir, 'nats.log');
  const server = await startOwned({
    name: 'nats-server',
    command: binary,
    args: ['--config', configFile],
    logFile,
    ...(isTemporary ? { temporaryDirs: [dir] } : {}),
  });
  const state = async () => (server.isRunning() ? isReady(port) : 'ended');
  const outcome = await eventually(state, { within: 20_000, every: 20 });
  if (outcome === 'ended') throw new Error(`nats-server ended at start, see ${logFile}`);
  return server;
};

/** The server greets in plain text, also where TLS follows, and says then that JetStream is there. */
const isReady = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (ready: boolean) => {
      socket.destroy();
      resolve(ready);
    };
    socket.once('error', () => answer(false));
    socket.setTimeout(2_000, () => answer(false));
    socket.once('data', (greeting) => answer(greeting.toString('utf8').includes('"jetstream":true')));
  });
