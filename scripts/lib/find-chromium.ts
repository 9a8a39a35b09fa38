import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-headless-shell', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser for journeys: CHROMIUM (a path), or one on the PATH. */
export const findChromium = (): string | undefined => {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((dir) => names.map((name) => join(dir, name)));
  return [process.env.CHROMIUM ?? '', ...onPath].find((file) => file !== '' && existsSync(file));
};

/**
 * The browser, installed from the distribution where we may. Throws with the one command for this system where
 * journeys would have no browser: they are then a failure, never skipped in silence.
 */
export const ensureChromium = (say: (text: string) => void): string => {
  const found = findChromium();
  if (found !== undefined) return found;
  const isDebian = existsSync('/usr/bin/apt-get');
  if (isDebian && process.getuid?.() === 0) {
    say('installing chromium from the distribution (once)');
    aptGet(['update']);
    aptGet(['install', '--yes', '--no-install-recommends', 'chromium']);
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  const how = isDebian ? 'sudo apt-get install chromium' : 'install Chromium or Chrome';
  throw new Error(`no browser for the journeys: ${how}, or set CHROMIUM to its path`);
};

const aptGet = (args: readonly string[]): void => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr } = spawnSync('apt-get', ['-qq', ...args], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`apt-get ${args[0]} failed: ${stderr}`);
};
