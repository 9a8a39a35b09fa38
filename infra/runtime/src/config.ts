import type { z } from 'zod';

/** One setting of the environment: what it may be, and what it means to whoever deploys the service. */
export type Setting<Value = unknown> = {
  readonly schema: z.ZodType<Value>;
  readonly meaning: string;
  /** Its value is never printed, not even as a default. */
  readonly secret: boolean;
  /** Refused where NODE_ENV is production. */
  readonly developmentOnly?: boolean;
};

/** Settings by the name of their environment variable. */
export type Settings = Readonly<Record<string, Setting>>;

/** The values that a set of settings gives. */
export type ConfigOf<S extends Settings> = {
  readonly [Name in keyof S]: S[Name] extends Setting<infer Value> ? Value : never;
};

/** The environment does not hold what the service needs. Names every setting that is wrong, and no value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export const setting = <Value>(schema: z.ZodType<Value>, meaning: string): Setting<Value> => ({
  schema,
  meaning,
  secret: false,
});

export const secret = <Value>(schema: z.ZodType<Value>, meaning: string): Setting<Value> => ({
  schema,
  meaning,
  secret: true,
});

/** What only a developer's machine or a test may set. */
export const developmentSetting = <Value>(schema: z.ZodType<Value>, meaning: string): Setting<Value> => ({
  ...setting(schema, `${meaning} Development only: refused in production.`),
  developmentOnly: true,
});

type Environment = Readonly<Record<string, string | undefined>>;

/** An empty variable is one that isn't set: compose files and charts produce them. */
const given = (environment: Environment, name: string): string | undefined => environment[name] || undefined;

const isProduction = (environment: Environment): boolean => environment.NODE_ENV === 'production';

/** Reads and checks all settings; throws one ConfigError with everything that is wrong. */
export const readConfig = <S extends Settings>(settings: S, environment: Environment = process.env): ConfigOf<S> => {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, { schema, developmentOnly = false }] of Object.entries(settings)) {
    const parsed = schema.safeParse(given(environment, name));
    if (developmentOnly && isProduction(environment) && given(environment, name) !== undefined)
      problems.push(`${name}: not in production`);
    else if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name}: ${problemOf(given(environment, name), parsed.error)}`);
  }
  if (problems.length > 0) throw new ConfigError(`settings that can't be used:\n  ${problems.join('\n  ')}`);
  return values as ConfigOf<S>;
};

/** zod's own messages may repeat what was given; the kind of the problem is enough with the table at hand. */
const problemOf = (value: string | undefined, error: z.ZodError): string => {
  if (value === undefined) return 'missing';
  const [issue] = error.issues;
  return issue?.code === 'custom' ? issue.message : `not usable (${issue?.code ?? 'invalid'})`;
};

const defaultOf = ({ schema, secret: hidden }: Setting): string => {
  const parsed = schema.safeParse(undefined);
  if (!parsed.success) return 'required';
  if (parsed.data === undefined || parsed.data === '') return '–';
  return hidden ? '(secret)' : String(parsed.data);
};

/** The table of settings as text: name, default, meaning. For `main.ts config` and the READMEs. */
export const configTable = (settings: Settings): string => {
  const rows = Object.entries(settings).map(([name, one]) => [
    name,
    defaultOf(one),
    `${one.meaning}${one.secret ? ' Secret.' : ''}`,
  ]);
  const table = [['Setting', 'Default', 'Meaning'], ['---', '---', '---'], ...rows];
  return `${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
};

/** Prints the table of settings to standard output. */
export const printConfigTable = (settings: Settings): void => {
  process.stdout.write(configTable(settings));
};
