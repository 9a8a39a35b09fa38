import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheDir, runsAsRoot } from './cache-dir.ts';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';
import { endLeftovers, type OwnedProcess, type ProcessPlan, startOwned } from './owned-process.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { createServiceDatabase, type ServiceDatabase, secretFor } from './postgres-services.ts';
import { restartableServer } from './restartable-server.ts';

/** What to start. Without `dir` the data goes to a temporary folder and is removed at the end. */
export type PostgresOptions = {
  /** Folder for data, passwords and log; kept when `persistent`. */
  readonly dir?: string;
  /** Absent: a free one. */
  readonly port?: number;
  readonly persistent?: boolean;
  /** Trades durability for speed: no fsync. For tests that don't cut the power; a killed process loses nothing. */
  readonly fast?: boolean;
  /** Hears when the server ends without having been asked to. */
  readonly onCrash?: () => void;
};

/** A running Postgres server of our own. */
export type Postgres = {
  readonly adminUrl: string;
  readonly port: number;
  /** Folder with the data, for tests that look at the bytes. */
  readonly dataDir: string;
  createService(name: string): Promise<ServiceDatabase>;
  /** Ends it as if the machine had failed. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, on the same port and data. */
  start(): Promise<void>;
  /** Ends it in good order; removes the data unless it is persistent. Close your pools first. */
  stop(): Promise<void>;
  pid(): number;
};

/** Files of one server. `data` belongs to the user that Postgres runs as. */
type Site = { readonly dir: string; readonly data: string; readonly secrets: string; readonly log: string };

type Runner = { readonly uid?: number; readonly gid?: number };

/** Postgres refuses to run as root; 65534 is `nobody` and `nogroup` on every Linux. */
const runner = (): Runner => (runsAsRoot() ? { uid: 65534, gid: 65534 } : {});

const run = promisify(execFile);

/**
 * Starts a Postgres 18 on 127.0.0.1 with passwords (SCRAM), data checksums, UTF-8 and Finnish collation, for tests
 * and for the local platform. Ready in one or two seconds. Ends leftovers of crashed runs first.
 */
export const startPostgres = async (options: PostgresOptions = {}): Promise<Postgres> => {
  await endLeftovers();
  const site = siteFor(options.dir ?? mkdtempSync(join(tmpdir(), 'tyovayla-pg-')));
  const binaries = postgresBinaries();
  const password = secretFor(site.secrets, 'postgres');
  if (!existsSync(join(site.data, 'PG_VERSION'))) await initialise(binaries, site, password);
  const port = options.port ?? (await freePort());
  const launch = () => launchServer({ binaries, site, port, options });
  const server = await restartableServer(launch, options.onCrash);
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  return {
    adminUrl,
    port,
    dataDir: site.data,
    createService: (name) => createServiceDatabase(adminUrl, name, site.secrets),
    kill: () => server.end('SIGKILL'),
    start: server.start,
    stop: async () => {
      // SIGINT is the fast shutdown: ends sessions, writes a checkpoint.
      await server.end('SIGINT', 20_000);
      if (options.persistent !== true) removePostgresData(site.dir);
    },
    pid: server.pid,
  };
};

/** Removes data, passwords and log of the server with this folder. The server must have ended. */
export const removePostgresData = (dir: string): void => {
  rmSync(dataDirFor(dir), { recursive: true, force: true });
  rmSync(dir, { recursive: true, force: true });
};

const siteFor = (dir: string): Site => {
  mkdirSync(dir, { recursive: true });
  const data = dataDirFor(dir);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const { uid, gid } = runner();
  if (uid !== undefined && gid !== undefined) chownSync(data, uid, gid);
  return { dir, data, secrets: join(dir, 'passwords.json'), log: join(dir, 'postgres.log') };
};

/** The folder itself, or, where `nobody` can't get there (a checkout in root's home), one in the cache by its name. */
const dataDirFor = (dir: string): string => {
  const inPlace = join(dir, 'data');
  if (!runsAsRoot() || !existsSync(dir) || isOpenToAll(realpathSync(dir))) return inPlace;
  const name = createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 16);
  return join(cacheDir('postgres-data'), name);
};

const isOpenToAll = (dir: string): boolean => {
  const entered = (statSync(dir).mode & 0o001) !== 0;
  return entered && (dir === '/' || isOpenToAll(dirname(dir)));
};

const initialise = async (binaries: string, site: Site, password: string): Promise<void> => {
  // initdb reads the password as the other user, so the file lies in the folder that belongs to it.
  const passwordFile = `${site.data}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const { uid, gid } = runner();
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid);
  const settings = [
    '--auth=scram-sha-256',
    '--data-checksums',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
  ];
  const identity = ['--username=postgres', `--pwfile=${passwordFile}`, '--icu-locale=fi', '--no-sync'];
  try {
    await run(join(binaries, 'bin', 'initdb'), ['-D', site.data, ...settings, ...identity], {
      ...runner(),
      cwd: '/',
      env: {},
    });
  } catch (error) {
    rmSync(site.data, { recursive: true, force: true });
    throw new Error(`initdb failed in ${site.data}`, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
};

type Launch = {
  readonly binaries: string;
  readonly site: Site;
  readonly port: number;
  readonly options: PostgresOptions;
};

const launchServer = async ({ binaries, site, port, options }: Launch): Promise<OwnedProcess> => {
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    max_wal_size: '1GB',
    timezone: 'UTC',
    // Parameter values may be personal data: statements and errors are logged without them.
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(options.fast === true ? { fsync: 'off', full_page_writes: 'off' } : {}),
  };
  const plan: ProcessPlan = {
    name: 'postgres',
    command: join(binaries, 'bin', 'postgres'),
    args: ['-D', site.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    cwd: '/',
    env: { LC_ALL: 'C' },
    ...runner(),
    logFile: site.log,
    endSignal: 'SIGINT',
    ...(options.dir === undefined ? { temporaryDirs: [site.data, site.dir] } : {}),
  };
  // After a kill the old backends may hold the shared memory for a moment more; Postgres then refuses to start.
  return eventually(() => startAndAwait(plan, site), { within: 10_000, every: 250 }).catch((error: unknown) => {
    throw new Error(`Postgres did not get ready, see ${site.log}`, { cause: error });
  });
};

const startAndAwait = async (plan: ProcessPlan, site: Site): Promise<OwnedProcess> => {
  const server = await startOwned(plan);
  const state = () => (server.isRunning() ? isReady(site, server.pid) : 'ended');
  const outcome = await eventually(state, { within: 60_000, every: 10 });
  if (outcome === 'ended') throw new Error('Postgres ended at start');
  return server;
};

const isReady = (site: Site, pid: number): boolean => {
  const pidFile = join(site.data, 'postmaster.pid');
  if (!existsSync(pidFile)) return false;
  // Line 1 is the process, line 8 its state, padded with blanks.
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
};
