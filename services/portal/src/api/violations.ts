import type { FieldViolation } from '@tyovayla/kernel/refusal';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const isAbsent = (issue: Issue): boolean => issue.input === undefined && issue.code !== 'custom';

const codeOf = (issue: Issue): string => {
  if (isAbsent(issue)) return 'required';
  if (issue.code === 'too_small' && issue.minimum === 1) return 'required';
  if (issue.code === 'too_small') return 'too_small';
  if (issue.code === 'too_big') return 'too_big';
  if (issue.code === 'invalid_format') return `format.${issue.format}`;
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') return issue.params.code;
  return issue.code;
};

const descriptions: Readonly<Record<string, string>> = {
  required: 'must be given',
  too_small: 'is too short or too small',
  too_big: 'is too long or too large',
  unknown_field: 'is not a field of this request',
};

const violation = (path: readonly PropertyKey[], code: string): FieldViolation => ({
  field: path.map(String).join('.'),
  code,
  description: descriptions[code] ?? 'has a value that cannot be accepted',
});

/** Every field that a request's schema does not accept, all at once. Values are never repeated. */
export const violationsOf = (error: z.ZodError): readonly FieldViolation[] => {
  const all = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => violation([...issue.path, key], 'unknown_field'))
      : [violation(issue.path, codeOf(issue))],
  );
  const firstOfEach = new Map<string, FieldViolation>();
  for (const one of all) if (!firstOfEach.has(one.field)) firstOfEach.set(one.field, one);
  return [...firstOfEach.values()];
};
