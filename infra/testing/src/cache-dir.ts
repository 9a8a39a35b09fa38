import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Whether this process is root. Postgres refuses to run so; it is then started as `nobody`. */
export const runsAsRoot = (): boolean => process.getuid?.() === 0;

/**
 * Folder for what is worth keeping between runs and checkouts: server binaries and notes of running processes.
 * Root's home is closed to `nobody`, hence /var/tmp there. TYOVAYLA_CACHE overrides. Throws when the folder belongs
 * to somebody else, who could have planted a binary in it.
 */
export const cacheDir = (...below: readonly string[]): string => {
  const root =
    process.env.TYOVAYLA_CACHE ?? (runsAsRoot() ? '/var/tmp/tyovayla-cache' : join(homedir(), '.cache', 'tyovayla'));
  mkdirSync(root, { recursive: true, mode: 0o755 });
  const { uid, mode } = statSync(root);
  const isOurs = uid === process.getuid?.() && (mode & 0o022) === 0;
  if (!isOurs) throw new Error(`the cache ${root} can be written by another user: remove it, or set TYOVAYLA_CACHE`);
  const dir = join(root, ...below);
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  return dir;
};
