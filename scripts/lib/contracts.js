// Plain JavaScript for any Node from 18: it runs before anything that imports the generated code.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { root, say } from './project.js';

const proto = join(root, 'proto');
const gen = join(proto, 'gen');
const stamp = join(gen, '.inputs');

/**
 * Generates TypeScript and the descriptor set from the contracts in proto/ when they or the generators have changed.
 * The new code takes the old one's place in one step, so that a running program never sees half of it. Throws with
 * what buf said.
 */
export const ensureContracts = (node, { force = false } = {}) => {
  const inputs = hashOfInputs();
  const isCurrent = existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs && existsSync(join(gen, 'ts'));
  if (isCurrent && !force) return false;
  say('generating code from the contracts');
  const draft = join(gen, `.draft-${process.pid}`);
  mkdirSync(draft, { recursive: true });
  try {
    buf(node, ['generate', '--output', draft]);
    buf(node, ['build', '--output', join(draft, 'descriptors.binpb')]);
    swap(join(draft, 'gen', 'ts'), join(gen, 'ts'));
    renameSync(join(draft, 'descriptors.binpb'), join(gen, 'descriptors.binpb'));
    writeFileSync(stamp, inputs);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return true;
};

const buf = (node, args) => {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const script = join(root, 'node_modules', '@bufbuild', 'buf', 'bin', 'buf');
  const options = { cwd: proto, env: { ...process.env, PATH: path }, encoding: 'utf8' };
  const { status, stderr, error } = spawnSync(node, [script, ...args], options);
  if (status !== 0) throw new Error(`buf ${args[0]} failed:\n${error?.message ?? stderr}`);
};

const swap = (next, current) => {
  const old = `${current}.old-${process.pid}`;
  if (existsSync(current)) renameSync(current, old);
  renameSync(next, current);
  rmSync(old, { recursive: true, force: true });
};

const hashOfInputs = () => {
  const hash = createHash('sha256');
  const tools = ['ts-proto', '@bufbuild/buf'].map((name) => join(root, 'node_modules', name, 'package.json'));
  const settings = ['buf.yaml', 'buf.gen.yaml'].map((name) => join(proto, name));
  const contracts = ['tyovayla', 'vendor'].flatMap((name) => filesBelow(join(proto, name)));
  for (const file of [...tools, ...settings, ...contracts]) {
    hash.update(`${relative(root, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
};

const filesBelow = (dir) =>
  readdirSync(dir, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(dir, entry.name)) : [join(dir, entry.name)]))
    .filter((file) => file.endsWith('.proto') || !file.includes('.'));
