import type { FieldDescription, FieldShape } from './rule-description.ts';

/** What stands in a form: texts for single values, lists and objects as they are nested. */
export type FormValue = string | readonly FormValue[] | { readonly [name: string]: FormValue };

/** The id of the input at a path, e.g. "spells[0].from". */
export const ruleInputId = (at: string): string => `rule-${at.replace(/[^\w-]+/g, '-')}`;

/** An empty form value of a shape. */
export const emptyValue = (shape: FieldShape): FormValue => {
  if (shape.type === 'list') return [];
  if (shape.type === 'object')
    return Object.fromEntries((shape.fields ?? []).map((field) => [field.name, emptyValue(field)]));
  return '';
};

const isText = (value: FormValue | undefined): value is string => typeof value === 'string';

/**
 * The input that a form value stands for; undefined where nothing was filled in. What does not fit the shape is passed
 * on as typed, so that the rule says what is wrong with it.
 */
export const inputOf = (shape: FieldShape, value: FormValue | undefined): unknown => {
  if (shape.type === 'list') {
    const { items } = shape;
    return Array.isArray(value) && items ? value.map((one: FormValue) => inputOf(items, one)) : [];
  }
  if (shape.type === 'object')
    return shape.fields === undefined ? numbersInput(value) : objectInput(shape.fields, value);
  if (!isText(value) || value.trim() === '') return undefined;
  if (shape.type === 'integer') return /^-?\d+$/.test(value.trim()) ? Number(value.trim()) : value;
  if (shape.type === 'boolean') return value === 'true';
  return value.trim();
};

/** Numbers by names that the rule does not know beforehand (municipality codes); those left empty are left out. */
const numbersInput = (value: FormValue | undefined): Record<string, unknown> => {
  const given = typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    given.flatMap(([name, text]) => {
      const number = inputOf({ type: 'integer', description: '' }, text);
      return number === undefined ? [] : [[name, number]];
    }),
  );
};

/** The input object of several fields; those left empty are left out. */
export const objectInput = (
  fields: readonly FieldDescription[],
  value: FormValue | undefined,
): Record<string, unknown> => {
  const given = typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, FormValue>) : {};
  return Object.fromEntries(
    fields.flatMap((field) => {
      const input = inputOf(field, given[field.name]);
      return input === undefined ? [] : [[field.name, input]];
    }),
  );
};
