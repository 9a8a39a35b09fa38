import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@tyovayla/testing/project-root';
import { type Check, jestCheck, type Outcome, scriptCheck, together, toolCheck } from './lib/check.ts';
import { ensureChromium } from './lib/find-chromium.ts';
import { buildPortalWeb } from './lib/portal-web.ts';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const proto = join(projectRoot, 'proto');
const buf = '@bufbuild/buf/bin/buf';
const released = join(proto, 'released.binpb');
/** Image against image, since the vendored contracts are a module of their own here and a part of the image there. */
const breaking = ['breaking', 'gen/descriptors.binpb', '--config', 'buf.yaml', '--against', 'released.binpb'];

/** Contracts keep their style, and don't break what was released. */
const protoChecks: readonly Check[] = [
  toolCheck('buf lint', buf, ['lint'], proto),
  ...(existsSync(released) ? [toolCheck('buf breaking', buf, breaking, proto)] : []),
];

const checks: readonly Check[] = [
  scriptCheck('generate', 'scripts/generate.js'),
  toolCheck('format', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
  toolCheck('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
  together('types', [
    toolCheck('types', 'typescript/bin/tsc', ['-p', '.']),
    toolCheck('types of the web pages', 'typescript/bin/tsc', ['-p', 'services/portal/web']),
  ]),
  scriptCheck('boundaries', 'infra/tooling/src/check-boundaries.ts'),
  together('proto', protoChecks),
  jestCheck('unit'),
  jestCheck('integration'),
  jestCheck('contracts'),
  jestCheck('security'),
  jestCheck('journeys', () => ({ CHROMIUM: ensureChromium(say) })),
  jestCheck('faults'),
];

type Line = Outcome & { readonly name: string; readonly seconds: number };

const choose = (names: readonly string[]): readonly Check[] => {
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    throw new Error(`no such step: ${unknown.join(', ')}. Steps: ${checks.map(({ name }) => name).join(', ')}`);
  }
  return names.length === 0 ? checks : checks.filter(({ name }) => names.includes(name));
};

const runAll = async (chosen: readonly Check[], jestArgs: readonly string[]): Promise<readonly Line[]> => {
  const lines: Line[] = [];
  for (const { name, run } of chosen) {
    say(`\n── ${name} ──`);
    const began = Date.now();
    const outcome = await run(jestArgs);
    lines.push({ name, ...outcome, seconds: (Date.now() - began) / 1000 });
  }
  return lines;
};

const summarise = (lines: readonly Line[]): void => {
  say('\nstep          passed  failed   seconds');
  for (const { name, passed, failed, seconds, note } of lines) {
    const figures = `${String(passed).padStart(7)} ${String(failed).padStart(7)} ${seconds.toFixed(1).padStart(9)}`;
    say(`${name.padEnd(12)} ${figures}${note === undefined ? '' : `   ${note}`}`);
  }
  const total = (kind: 'passed' | 'failed') => lines.reduce((sum, line) => sum + line[kind], 0);
  say(`${total('passed')} passed, ${total('failed')} failed`);
  if (total('failed') > 0) process.exitCode = 1;
};

const args = process.argv.slice(2);
const split = args.includes('--') ? args.indexOf('--') : args.length;
try {
  const chosen = choose(args.slice(0, split));
  if (chosen.some(({ name }) => ['journeys', 'faults'].includes(name))) await buildPortalWeb();
  summarise(await runAll(chosen, args.slice(split + 1)));
} catch (error) {
  say((error as Error).message);
  say('0 passed, 1 failed');
  process.exitCode = 1;
}
