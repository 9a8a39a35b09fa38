/**
 * Fails where a module imports what its place does not allow, and where it saw fewer modules than the
 * repository is known to have: a check that found nothing has checked nothing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from '@swc/core';
import { type Allowance, allowances, zoneOf } from './boundary-rules.ts';

/** Raise it as the repository grows; never lower it to make the check pass. */
const FEWEST_MODULES = 1_400;
const FEWEST_IMPORTS = 8_000;

type Finding = { readonly file: string; readonly imported: string; readonly why: string };

const sourceFiles = (): string[] =>
  execFileSync('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    'infra',
    'services',
    'scripts',
    'test',
  ])
    .toString()
    .split('\n')
    // A file that was deleted and not committed yet is still listed.
    .filter((path) => /\.tsx?$/.test(path) && existsSync(path));

const importsOf = (path: string): string[] => {
  const module = parseSync(readFileSync(path, 'utf8'), {
    syntax: 'typescript',
    tsx: path.endsWith('x'),
    target: 'es2024',
  });
  return module.body.flatMap((item) => {
    const source = 'source' in item ? item.source : undefined;
    return source && typeof source === 'object' && 'value' in source ? [String(source.value)] : [];
  });
};

const matches = (patterns: readonly string[], name: string): boolean =>
  patterns.some((pattern) =>
    pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern || name.startsWith(`${pattern}/`),
  );

const judgeRelative = (file: string, imported: string, allowed: Allowance): string | undefined => {
  const target = normalize(join(dirname(file), imported));
  const service = /^services\/([a-z]+)\//.exec(file)?.[1];
  if (service === undefined) {
    const infra = /^infra\/[a-z]+\//.exec(file)?.[0] ?? '';
    return target.startsWith(infra) ? undefined : 'leaves its package by a relative path';
  }
  if (!target.startsWith(`services/${service}/`)) return 'leaves its service';
  const zone = zoneOf(target);
  if (zone === 'free') return target.includes('/testing/') ? 'production code imports test code' : undefined;
  return allowed.ownZones.includes(zone) || zone === zoneOf(file) ? undefined : `may not import ${zone}`;
};

const judgePackage = (imported: string, allowed: Allowance, own: string | undefined): string | undefined => {
  const name = /^@tyovayla\/([a-z]+)\//.exec(imported)?.[1];
  if (name === undefined) return 'names a package of the workspace without a module';
  return name === own || allowed.packages.includes(name) ? undefined : `may not import ${name}`;
};

const judge = (file: string, imported: string): string | undefined => {
  const zone = zoneOf(file);
  if (zone === 'free') return judgeService(file, imported);
  const allowed = allowances[zone];
  if (imported.startsWith('.')) return judgeRelative(file, imported, allowed);
  if (imported.startsWith('@tyovayla/')) return judgePackage(imported, allowed, /^infra\/([a-z]+)\//.exec(file)?.[1]);
  if (imported.startsWith('node:')) return allowed.node ? undefined : 'may not import node:';
  return allowed.npm === 'any' || matches(allowed.npm, imported) ? undefined : 'may not import this npm package';
};

/** Even free modules keep out of other services. */
const judgeService = (file: string, imported: string): string | undefined => {
  const service = /^services\/([a-z]+)\/src\//.exec(file)?.[1];
  if (service === undefined || !imported.startsWith('.')) return undefined;
  const target = normalize(join(dirname(file), imported));
  return target.startsWith(`services/${service}/`) ? undefined : 'leaves its service';
};

const check = (): { findings: Finding[]; modules: number; imports: number } => {
  const files = sourceFiles();
  let imports = 0;
  const findings = files.flatMap((file) =>
    importsOf(file).flatMap((imported) => {
      imports += 1;
      const why = judge(file, imported);
      return why === undefined ? [] : [{ file, imported, why }];
    }),
  );
  return { findings, modules: files.length, imports };
};

const { findings, modules, imports } = check();
for (const { file, imported, why } of findings) console.error(`${file}: ${why}: ${imported}`);
console.log(`boundaries: ${modules} modules, ${imports} imports, ${findings.length} findings`);
if (modules < FEWEST_MODULES || imports < FEWEST_IMPORTS) {
  console.error(`boundaries: saw too few modules (fewest ${FEWEST_MODULES}) or imports (fewest ${FEWEST_IMPORTS})`);
  process.exit(1);
}
process.exit(findings.length === 0 ? 0 : 1);
