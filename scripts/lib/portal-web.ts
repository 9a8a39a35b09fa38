import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@tyovayla/testing/project-root';

const web = join(projectRoot, 'services', 'portal', 'web');
const stamp = join(web, 'dist', '.inputs');

/** Builds the portal's pages when their sources or packages changed. Gives false where the last build still holds. */
export const buildPortalWeb = async (): Promise<boolean> => {
  if (!existsSync(join(web, 'vite.config.ts'))) return false;
  const inputs = hashOfInputs();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return false;
  const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');
  await run([vite, 'build', '--config', join(web, 'vite.config.ts'), '--logLevel', 'warn']);
  writeFileSync(stamp, inputs);
  return true;
};

const hashOfInputs = (): string => {
  const hash = createHash('sha256').update(readFileSync(join(projectRoot, 'package-lock.json')));
  const files = readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join(web, 'dist')))
    .sort();
  for (const file of files) hash.update(`\n${file.slice(web.length)}\n`).update(readFileSync(file));
  return hash.digest('hex');
};

const run = (args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(process.execPath, args, { cwd: web, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the portal's pages did not build:\n${output}`)),
    );
  });
