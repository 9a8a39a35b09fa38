import { type LocalDate, parseLocalDate } from './local-date.ts';
import type { FieldViolation } from './refusal.ts';
import { accepted, type Result, refused } from './result.ts';

/** A field as it was understood, or everything that is wrong with it. */
export type Checked<Value> = Result<Value, readonly FieldViolation[]>;

/** One bad field, in the contract's spelling. The description never repeats the value. */
export const badField = (
  field: string,
  code: string,
  description: string,
): { readonly ok: false; readonly refusal: readonly FieldViolation[] } => refused([{ field, code, description }]);

/** A field that passes where `holds`, and is bad otherwise. */
export const checked = <Value>(holds: boolean, value: Value, violation: FieldViolation): Checked<Value> =>
  holds ? accepted(value) : refused([violation]);

/** A calendar day; '2026-02-30' has the right shape and is none. */
export const checkDate = (field: string, text: string): Checked<LocalDate> => {
  const date = parseLocalDate(text);
  return date === undefined ? badField(field, 'DATE_IMPOSSIBLE', 'names no day of the calendar') : accepted(date);
};

/** One of a list of codes; a violation where it is none of them. */
export const checkCode = <Code extends string>(field: string, text: string, codes: readonly Code[]): Checked<Code> => {
  const code = codes.find((known) => known === text);
  return code === undefined ? badField(field, 'CODE_UNKNOWN', 'is no code of its list') : accepted(code);
};

/** Puts checked fields together; where any is bad, names all the bad ones at once. */
export const allOf = <Fields extends object>(
  checks: {
    readonly [Name in keyof Fields]: Checked<Fields[Name]>;
  },
): Checked<Fields> => {
  const entries = Object.entries(checks) as [keyof Fields, Checked<Fields[keyof Fields]>][];
  const violations = entries.flatMap(([, check]) => (check.ok ? [] : check.refusal));
  if (violations.length > 0) return refused(violations);
  const values = entries.flatMap(([name, check]) => (check.ok ? [[name, check.value] as const] : []));
  return accepted(Object.fromEntries(values) as Fields);
};

/** As `allOf` for rows of a list. */
export const everyOf = <Value>(checks: readonly Checked<Value>[]): Checked<readonly Value[]> => {
  const violations = checks.flatMap((check) => (check.ok ? [] : check.refusal));
  return violations.length > 0
    ? refused(violations)
    : accepted(checks.flatMap((check) => (check.ok ? [check.value] : [])));
};
