import type { FieldViolation } from './refusal.ts';
import type { Confidence } from './rule-book.ts';

/** What an area needs to know of a parameter before it sets it. */
export type ParameterDescription = {
  readonly name: string;
  readonly type: 'integer' | 'code' | 'codes';
  readonly description: string;
  /** How sure the handbook is of the default. */
  readonly confidence: Confidence;
  readonly default: number | string;
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
};

/** A value that the handbook marks L or P: the area may set it, and anyone may ask a rule with another one. */
export type Parameter<Value> = {
  readonly description: ParameterDescription;
  readonly defaultValue: Value;
  /** Reads the value as text; undefined where it is none. */
  parse(text: string): Value | undefined;
  /** What a text must be, for the one whose text isn't. */
  readonly expectation: string;
};

type About = { readonly name: string; readonly description: string; readonly confidence: Confidence };

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** Values of parameters under the names by which the rule's code knows them. */
export type ValuesOf<P extends Parameters> = {
  readonly [Key in keyof P]: P[Key] extends Parameter<infer Value> ? Value : never;
};

/** A whole number from `min` to `max`. */
export const integerParameter = (
  about: About & { readonly default: number; readonly min: number; readonly max: number },
): Parameter<number> => ({
  description: { ...about, type: 'integer' },
  defaultValue: about.default,
  parse: (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    return value !== undefined && about.min <= value && value <= about.max ? value : undefined;
  },
  expectation: `must be a whole number from ${about.min} to ${about.max}`,
});

/** One of a list of codes. */
export const codeParameter = <Code extends string>(
  about: About & { readonly default: Code; readonly codes: readonly Code[] },
): Parameter<Code> => {
  const { codes, ...rest } = about;
  return {
    description: { ...rest, type: 'code', enum: codes },
    defaultValue: about.default,
    parse: (text) => codes.find((code) => code === text),
    expectation: `must be one of ${codes.join(', ')}`,
  };
};

/** Any number of codes, written with commas between them; the default is all of them. */
export const codesParameter = <Code extends string>(
  about: About & { readonly codes: readonly Code[] },
): Parameter<readonly Code[]> => {
  const { codes, ...rest } = about;
  return {
    description: { ...rest, type: 'codes', enum: codes, default: codes.join(',') },
    defaultValue: codes,
    parse: (text) => {
      const chosen = text === '' ? [] : text.split(',');
      return chosen.every((each) => (codes as readonly string[]).includes(each))
        ? codes.filter((code) => chosen.includes(code))
        : undefined;
    },
    expectation: `must be codes with commas between them, out of ${codes.join(', ')}`,
  };
};

export type ParameterReading = {
  readonly values: Readonly<Record<string, unknown>>;
  /** Every parameter in effect by its name, as the answer tells it. */
  readonly inEffect: Readonly<Record<string, number | string>>;
  readonly overridden: readonly string[];
  readonly violations: readonly FieldViolation[];
};

const shown = (value: unknown): number | string =>
  Array.isArray(value) ? value.join(',') : (value as number | string);

/** Reads overrides (name of the parameter → text) over the defaults; all unknown and ill-typed ones are violations. */
export const readParameters = (
  parameters: Parameters,
  overrides: Readonly<Record<string, string>>,
): ParameterReading => {
  const known = new Set(Object.values(parameters).map((parameter) => parameter.description.name));
  const violations: FieldViolation[] = Object.keys(overrides)
    .filter((name) => !known.has(name))
    .map((name) => ({
      field: `parameters.${name.slice(0, 80)}`,
      code: 'UNKNOWN_PARAMETER',
      description: 'is not a parameter of this rule',
    }));
  const values: Record<string, unknown> = {};
  const inEffect: Record<string, number | string> = {};
  const overridden: string[] = [];
  for (const [key, parameter] of Object.entries(parameters)) {
    const { name } = parameter.description;
    const text = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
    const value = text === undefined ? parameter.defaultValue : parameter.parse(text);
    if (value === undefined)
      violations.push({ field: `parameters.${name}`, code: 'INVALID_VALUE', description: parameter.expectation });
    if (text !== undefined) overridden.push(name);
    values[key] = value;
    inEffect[name] = shown(value);
  }
  return { values, inEffect, overridden, violations };
};
