import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeskRule, describeRule } from '@tyovayla/kernel/rule-desk';
import { projectRoot } from '@tyovayla/testing/project-root';
import { clientRules } from '../../services/clients/src/domain/rules/client-rules.ts';
import { guidanceRules } from '../../services/guidance/src/domain/rules/guidance-rules.ts';
import { taskPlaces } from '../../services/portal/web/src/day/task-places.ts';
import texts from '../../services/portal/web/src/texts/fi.json' with { type: 'json' };
import { statisticsRules } from '../../services/statistics/src/domain/statistical-class/statistics-rules.ts';

/** The other languages have the same keys: the portal's own test holds them together. */
const { calculators, statusCodes } = texts;

const rules: readonly DeskRule[] = [...clientRules, ...guidanceRules, ...statisticsRules];

type Shape = {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Shape;
  readonly fields?: readonly (Shape & { readonly name: string })[];
};

type Described = {
  readonly name: string;
  readonly fields: readonly (Shape & { readonly name: string })[];
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly enum?: readonly string[] }[];
};

const described = rules.map((rule): Described => describeRule(rule));

/** Names of the fields of a form; a list of single values has a name for one of them. */
const namesIn = (fields: Described['fields']): readonly string[] =>
  fields.flatMap(({ name, items, fields: parts = items?.fields }) => [
    name,
    ...(items && !items.fields ? [`${name}Item`] : []),
    ...namesIn(parts ?? []),
  ]);

const codesIn = (shapes: readonly Shape[]): readonly string[] =>
  shapes.flatMap((shape) => [
    ...(shape.enum ?? []),
    ...codesIn([...(shape.items ? [shape.items] : []), ...(shape.fields ?? [])]),
  ]);

const missing = (names: readonly string[], known: object): readonly string[] =>
  [...new Set(names)].filter((name) => !(name in known));

const ruleFolders = ['services/clients/src/domain/rules', 'services/guidance/src/domain/rules'];

/** Codes of reasons and refusals, as they stand in the sources of rules. */
const codesOfReasons = (): readonly string[] =>
  ruleFolders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder))
      .filter((file) => !file.endsWith('.test.ts'))
      .flatMap((file) => {
        const source = readFileSync(join(projectRoot, folder, file), 'utf8');
        return [...source.matchAll(/code: '([A-Z][A-Z0-9_]+)', data/g)].map(([, code]) => code ?? '');
      }),
  );

describe('The calculators’ texts', () => {
  it('name every rule and say what it is for', () => {
    expect(described.length).toBeGreaterThan(10);
    expect(
      missing(
        described.map(({ name }) => name),
        calculators.rules,
      ),
    ).toEqual([]);
  });

  it('name every field of every rule’s form', () => {
    expect(
      missing(
        described.flatMap(({ fields }) => namesIn(fields)),
        calculators.fields,
      ),
    ).toEqual([]);
  });

  it('name every code that a form offers', () => {
    const codes = described.flatMap(({ fields, parameters }) => [
      ...codesIn(fields),
      ...codesIn(parameters.filter(({ type }) => type === 'code')),
    ]);
    expect(missing(codes, { ...statusCodes, ...calculators.values })).toEqual([]);
  });

  it('name every parameter of the area', () => {
    const names = described.flatMap(({ parameters }) => parameters.map(({ name }) => name));
    expect(missing(names, calculators.parameterNames)).toEqual([]);
  });

  it('are there for every calculator that the day list leads to', () => {
    const led = Object.values(taskPlaces).flatMap(({ rule }) => (rule === undefined ? [] : [rule]));
    expect(led.filter((name) => !described.some((rule) => rule.name === name))).toEqual([]);
  });

  it('name every reason that a rule gives', () => {
    const codes = codesOfReasons();
    expect(codes.length).toBeGreaterThan(30);
    expect(missing(codes, calculators.reasons)).toEqual([]);
  });
});
