import type { FieldViolation } from './refusal.ts';
import type { RuleBook, VersionHead } from './rule-book.ts';
import { describeFields, type FieldDescription, type Fields, type InputOf, objectField } from './rule-field.ts';
import { type ParameterDescription, type Parameters, readParameters, type ValuesOf } from './rule-parameter.ts';

/** A rule that hit: its permanent code and what it looked at. */
export type Reason = { readonly code: string; readonly data: Readonly<Record<string, unknown>> };

/** What a rule says: an outcome with its version and all reasons, or a "no" of its own. */
export type RuleSays =
  | {
      readonly version: VersionHead;
      readonly outcome: Readonly<Record<string, unknown>>;
      readonly because: readonly Reason[];
    }
  | { readonly refused: Reason };

/** An answer as every face of the desk shows it. */
export type RuleAnswer = {
  readonly rule: string;
  readonly version: VersionHead;
  /** The input as it was read, the parameters in effect, and the names of those that the question overrode. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly outcome: Readonly<Record<string, unknown>>;
  readonly because: readonly Reason[];
};

export type RuleReply =
  | { readonly answer: RuleAnswer }
  | { readonly invalid: readonly FieldViolation[] }
  | { readonly refused: Reason };

/** One rule with its inputs, for a form or a partner. */
export type RuleDescription = {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly FieldDescription[];
  readonly parameters: readonly ParameterDescription[];
  /** The input whose date picks the version; absent where the rule has had one version only. */
  readonly versionBy?: string;
  readonly versions: readonly VersionHead[];
};

/** A rule that can be asked: what it would say and why, without storing anything. */
export type DeskRule = {
  readonly description: RuleDescription;
  ask(input: unknown, overrides: Readonly<Record<string, string>>): RuleReply;
};

type RuleDefinition<F extends Fields, P extends Parameters> = {
  readonly name: string;
  readonly description: string;
  readonly fields: F;
  readonly parameters: P;
  readonly book: RuleBook<unknown>;
  readonly versionBy?: keyof F & string;
  decide(input: InputOf<F>, parameters: ValuesOf<P>): RuleSays;
};

const headOf = ({ validFrom, basis, confidence }: VersionHead): VersionHead => ({ validFrom, basis, confidence });

/** Makes a rule of the domain askable. `decide` gets input that was read in full, and every parameter. */
export const deskRule = <F extends Fields, P extends Parameters>(definition: RuleDefinition<F, P>): DeskRule => {
  const { name, fields, parameters, book, versionBy } = definition;
  const input = objectField(definition.description, fields);
  return {
    description: {
      name,
      description: definition.description,
      fields: describeFields(fields),
      parameters: Object.values(parameters).map((parameter) => parameter.description),
      ...(versionBy === undefined ? {} : { versionBy }),
      versions: book.versions.map(headOf),
    },
    ask: (given, overrides) => {
      const reading = input.read(given, '');
      const settings = readParameters(parameters, overrides);
      const invalid = [...reading.violations, ...settings.violations];
      if (invalid.length > 0 || reading.value === undefined) return { invalid };
      // Nothing is missing where nothing was wrong.
      const says = definition.decide(reading.value as InputOf<F>, settings.values as ValuesOf<P>);
      if ('refused' in says) return { refused: says.refused };
      const { version, outcome, because } = says;
      const { inEffect, overridden } = settings;
      const facts = {
        ...(reading.value as InputOf<F>),
        ...(Object.keys(inEffect).length > 0 ? { parameters: inEffect } : {}),
        ...(overridden.length > 0 ? { overridden } : {}),
      };
      return { answer: { rule: name, version: headOf(version), facts, outcome, because } };
    },
  };
};

/** A rule as its readers see it: inputs, parameters with defaults, versions. */
export const describeRule = (rule: DeskRule): RuleDescription => rule.description;

const notJson: FieldViolation = { field: 'input', code: 'MALFORMED_JSON', description: 'must be one JSON object' };

const parsed = (json: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    return undefined;
  }
};

/**
 * Asks a rule with its input as JSON text, and overrides of the area's parameters by name for a what-if. Invalid input
 * gives all violations at once; a "no" of the rule itself is `refused`. Stores nothing.
 */
export const askRule = (
  rule: DeskRule,
  inputJson: string,
  overrides: Readonly<Record<string, string>> = {},
): RuleReply => {
  const input = parsed(inputJson);
  if (input !== undefined) return rule.ask(input.value, overrides);
  const settings = rule.ask({}, overrides);
  const badParameters =
    'invalid' in settings ? settings.invalid.filter(({ field }) => field.startsWith('parameters.')) : [];
  return { invalid: [notJson, ...badParameters] };
};

/** What gRPC and the command line ask: a rule by its name, among those of one or more services. */
export type RuleQuestion = {
  readonly rule: string;
  readonly inputJson: string;
  readonly overrides?: Readonly<Record<string, string>>;
};

/** Asks the rule of that name; a name that no rule has is a violation of `rule`. */
export const askDesk = (rules: readonly DeskRule[], question: RuleQuestion): RuleReply => {
  const rule = rules.find((each) => each.description.name === question.rule);
  if (rule === undefined) {
    const names = rules.map((each) => each.description.name).toSorted();
    const description = `must be one of ${names.join(', ')}`;
    return { invalid: [{ field: 'rule', code: 'UNKNOWN_RULE', description }] };
  }
  return askRule(rule, question.inputJson, question.overrides);
};
