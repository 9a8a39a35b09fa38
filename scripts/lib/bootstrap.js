// Plain JavaScript for any Node from 18: the first step of every script.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { ensureContracts } from './contracts.js';
import { ensureDependencies, findNode } from './dependencies.js';
import { root, say } from './project.js';

/**
 * Makes the packages, the pinned Node and the generated code ready, then runs a TypeScript script with it and ends as
 * the script ended. `script` is a path from the top folder; arguments are those of this process. `--help` prints
 * `help` and needs nothing installed.
 */
export const launch = ({ script, help }) => {
  const args = process.argv.slice(2);
  if (help !== undefined && (args.includes('--help') || args.includes('-h'))) {
    process.stdout.write(`${help.trim()}\n`);
    return;
  }
  try {
    ensureDependencies();
    const node = findNode();
    ensureContracts(node);
    run(node, [join(root, script), ...args]);
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
};

const run = (node, args) => {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, NODE_COMPILE_CACHE: join(root, '.cache', 'node') };
  const child = spawn(node, args, { stdio: 'inherit', env });
  // A terminal sends Ctrl-C to the child as well, other senders know just our number: the child may hear it twice.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    say(`${node} could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
};
