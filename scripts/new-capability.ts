import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '@tyovayla/testing/project-root';
import { checklist } from './new-capability/checklist.ts';
import { newFiles } from './new-capability/files.ts';
import { type Names, NotUnderstood, namesOf } from './new-capability/names.ts';

type Request = { readonly names: Names; readonly root: string; readonly dryRun: boolean };

const readRequest = (): Request => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { concept: { type: 'string' }, 'dry-run': { type: 'boolean', default: false }, root: { type: 'string' } },
  });
  const [service, verb, ...rest] = positionals;
  if (service === undefined || verb === undefined || rest.length > 0)
    throw new NotUnderstood('say which service and what it shall do: clients record-work-wish');
  const root = values.root ?? projectRoot;
  return { names: namesOf(root, { service, verb, concept: values.concept }), root, dryRun: values['dry-run'] };
};

/** Lines break and imports sort by the length of names, which templates don't know. */
const tidy = (root: string, paths: readonly string[]): void => {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  if (paths.length > 0) spawnSync(process.execPath, [biome, 'check', '--write', ...paths], { cwd: root });
};

const write = ({ names, root, dryRun }: Request): void => {
  const written: string[] = [];
  for (const { path, text } of newFiles(names)) {
    const file = join(root, path);
    const isThere = existsSync(file);
    console.log(`${isThere ? 'is there already' : dryRun ? 'would write     ' : 'wrote           '}  ${path}`);
    if (isThere || dryRun) continue;
    mkdirSync(dirname(file), { recursive: true });
    // "wx": also a file that appears in this very moment is not written over.
    writeFileSync(file, text, { flag: 'wx' });
    written.push(path);
  }
  tidy(root, written);
  console.log(`\nLeft to do:\n${checklist(root, names).join('\n')}`);
};

try {
  write(readRequest());
} catch (error) {
  const isOurs = error instanceof NotUnderstood || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  if (isOurs !== true) throw error;
  console.error(`${(error as Error).message}; see node scripts/new-capability.js --help`);
  process.exitCode = 2;
}
