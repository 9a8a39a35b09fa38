// The rule desk on the command line. Standard output is one JSON object; exit 0 answer, 2 invalid, 3 refused.
import type { FieldViolation } from '@tyovayla/kernel/refusal';
import { askDesk, type DeskRule, describeRule, type RuleReply } from '@tyovayla/kernel/rule-desk';
import { clientRules } from '../services/clients/src/domain/rules/client-rules.ts';
import { guidanceRules } from '../services/guidance/src/domain/rules/guidance-rules.ts';
import { statisticsRules } from '../services/statistics/src/domain/statistical-class/statistics-rules.ts';

const rules: readonly DeskRule[] = [...clientRules, ...guidanceRules, ...statisticsRules];

const usage = {
  usage: [
    "npm run --silent rules -- NAME 'JSON' [--set PARAM=VALUE]...",
    'npm run --silent rules -- list',
    'npm run --silent rules -- describe NAME',
  ],
  exitCodes: { 0: 'answered', 1: 'fault', 2: 'invalid', 3: 'refused' },
};

type Words = {
  readonly words: readonly string[];
  readonly overrides: Readonly<Record<string, string>>;
  readonly violations: readonly FieldViolation[];
};

const isSet = (argument: string): boolean => argument === '--set' || argument.startsWith('--set=');

const readWords = (given: readonly string[]): Words => {
  const words: string[] = [];
  const overrides: [string, string][] = [];
  const violations: FieldViolation[] = [];
  const complain = (field: string, description: string): void => {
    violations.push({ field, code: 'INVALID_ARGUMENT', description });
  };
  const rest = [...given];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (isSet(word)) {
      const setting = word === '--set' ? (rest.shift() ?? '') : word.slice('--set='.length);
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
      if (name === undefined || value === undefined) complain('--set', 'must be followed by PARAM=VALUE');
      else overrides.push([name, value]);
    } else if (word.startsWith('--')) complain(word.slice(0, 80), 'is not an option of the rule desk');
    else words.push(word);
  }
  return { words, overrides: Object.fromEntries(overrides), violations };
};

type Output = { readonly exitCode: 0 | 2 | 3; readonly shown: object };

const invalid = (violations: readonly FieldViolation[]): Output => ({
  exitCode: 2,
  shown: { invalid: violations.map(({ field, description }) => ({ field, description })) },
});

const outputOf = (reply: RuleReply, violations: readonly FieldViolation[]): Output => {
  if ('invalid' in reply) return invalid([...violations, ...reply.invalid]);
  if (violations.length > 0) return invalid(violations);
  return 'refused' in reply ? { exitCode: 3, shown: reply } : { exitCode: 0, shown: reply.answer };
};

const tooMany = (words: readonly string[], most: number): readonly FieldViolation[] =>
  words.length > most
    ? [{ field: 'arguments', code: 'INVALID_ARGUMENT', description: `must be at most ${most}; quote the JSON` }]
    : [];

const describe = (name: string | undefined, violations: readonly FieldViolation[]): Output => {
  const rule = rules.find((each) => each.description.name === name);
  // Asking an unknown name gives the violation that lists the known ones.
  if (rule === undefined) return outputOf(askDesk(rules, { rule: name ?? '', inputJson: '{}' }), violations);
  return violations.length > 0 ? invalid(violations) : { exitCode: 0, shown: describeRule(rule) };
};

const answer = (given: readonly string[]): Output => {
  if (given.includes('--help')) return { exitCode: 0, shown: usage };
  const { words, overrides, violations } = readWords(given);
  const [first, second] = words;
  if (first === 'list') {
    const all = [...violations, ...tooMany(words, 1)];
    return all.length > 0 ? invalid(all) : { exitCode: 0, shown: { rules: rules.map(describeRule) } };
  }
  if (first === 'describe') return describe(second, [...violations, ...tooMany(words, 2)]);
  const question = { rule: first ?? '', inputJson: second ?? '', overrides };
  return outputOf(askDesk(rules, question), [...violations, ...tooMany(words, 2)]);
};

const { exitCode, shown } = answer(process.argv.slice(2));
process.stdout.write(`${JSON.stringify(shown, undefined, process.stdout.isTTY ? 2 : 0)}\n`);
process.exitCode = exitCode;
