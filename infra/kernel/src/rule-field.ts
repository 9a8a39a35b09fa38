import { type LocalDate, localDate, parseLocalDate } from './local-date.ts';
import type { FieldViolation } from './refusal.ts';

/** What a form, a partner or a reader needs to know of an input. */
export type FieldShape = {
  readonly type: 'date' | 'integer' | 'text' | 'code' | 'boolean' | 'list' | 'object';
  readonly description: string;
  /** Allowed codes, for type 'code'. */
  readonly enum?: readonly string[];
  /** Least and greatest whole number; first and last date; fewest and most items. */
  readonly min?: number | string;
  readonly max?: number | string;
  readonly maxLength?: number;
  /** Shape of a list's items. */
  readonly items?: FieldShape;
  /** Fields of an object. */
  readonly fields?: readonly FieldDescription[];
};

export type FieldDescription = FieldShape & { readonly name: string; readonly required: boolean };

/** What could be read of a value; parts that are wrong are missing. */
export type Loose<Value> = Value extends string | number | boolean
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly (Loose<Item> | undefined)[]
    : { readonly [Name in keyof Value]?: Loose<Exclude<Value[Name], undefined>> | undefined };

/** All that is wrong with a value, and whatever could be read of it. */
export type Reading<Value> = {
  readonly value: Loose<Value> | undefined;
  readonly violations: readonly FieldViolation[];
};

/** One input of a rule: how it is read and described. Pure, and never repeats the value in a text. */
export type Field<Value, Required extends boolean = true> = {
  readonly shape: FieldShape;
  readonly required: Required;
  /** `at`: path of the value, e.g. "spells[1].from". */
  read(value: unknown, at: string): Reading<Value>;
};

export type Fields = Readonly<Record<string, Field<unknown, boolean>>>;

type Names<F extends Fields, Required extends boolean> = {
  [Name in keyof F]: F[Name]['required'] extends Required ? Name : never;
}[keyof F];

type ValueOf<F> = F extends Field<infer Value, boolean> ? Value : never;

/** The input that fields read. */
export type InputOf<F extends Fields> = {
  readonly [Name in Names<F, true>]: ValueOf<F[Name]>;
} & { readonly [Name in Names<F, false>]?: ValueOf<F[Name]> };

const wrong = (field: string, code: string, description: string): FieldViolation => ({ field, code, description });

const scalar = <Value extends string | number | boolean>(
  shape: FieldShape,
  accept: (value: unknown) => Value | undefined,
  complaint: string,
): Field<Value> => ({
  shape,
  required: true,
  read: (value, at) => {
    const read = accept(value);
    return read === undefined
      ? { value: undefined, violations: [wrong(at, 'INVALID_VALUE', complaint)] }
      : { value: read as Loose<Value>, violations: [] };
  },
});

type DateRange = { readonly min: LocalDate; readonly max: LocalDate };

const anyDate: DateRange = { min: localDate('1600-01-01'), max: localDate('2999-12-31') };

/** A calendar date, YYYY-MM-DD, from `min` to `max`; of the years 1600–2999 where none are given. */
export const dateField = (description: string, { min, max }: DateRange = anyDate): Field<LocalDate> =>
  scalar(
    { type: 'date', description, min, max },
    (value) => {
      const date = typeof value === 'string' ? parseLocalDate(value) : undefined;
      return date !== undefined && min <= date && date <= max ? date : undefined;
    },
    `must be a date of the calendar, YYYY-MM-DD, from ${min} to ${max}`,
  );

/** A whole number from `min` to `max`, both allowed. */
export const integerField = (description: string, { min, max }: { min: number; max: number }): Field<number> =>
  scalar(
    { type: 'integer', description, min, max },
    (value) =>
      typeof value === 'number' && Number.isInteger(value) && min <= value && value <= max ? value : undefined,
    `must be a whole number from ${min} to ${max}`,
  );

/** A text of at most `maxLength` characters, taken as it is. */
export const textField = (description: string, { maxLength }: { maxLength: number }): Field<string> =>
  scalar(
    { type: 'text', description, maxLength },
    (value) => (typeof value === 'string' && value.length <= maxLength ? value : undefined),
    `must be a text of at most ${maxLength} characters`,
  );

/** One of a list of codes. */
export const codeField = <Code extends string>(description: string, codes: readonly Code[]): Field<Code> =>
  scalar(
    { type: 'code', description, enum: codes },
    (value) => codes.find((code) => code === value),
    `must be one of ${codes.join(', ')}`,
  );

/** true or false. */
export const booleanField = (description: string): Field<boolean> =>
  scalar(
    { type: 'boolean', description },
    (value) => (typeof value === 'boolean' ? value : undefined),
    'must be true or false',
  );

/** A list of up to `maxItems` items, each read on its own. */
export const listField = <Item>(
  description: string,
  item: Field<Item>,
  { maxItems }: { maxItems: number },
): Field<readonly Item[]> => ({
  shape: { type: 'list', description, max: maxItems, items: item.shape },
  required: true,
  read: (value, at) => {
    if (!Array.isArray(value) || value.length > maxItems)
      return {
        value: undefined,
        violations: [wrong(at, 'INVALID_VALUE', `must be a list of at most ${maxItems} items`)],
      };
    const readings = value.map((each: unknown, index) => item.read(each, `${at}[${index}]`));
    return {
      value: readings.map((reading) => reading.value) as Loose<readonly Item[]>,
      violations: readings.flatMap((reading) => reading.violations),
    };
  },
});

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const maxShownName = 80;

const pathTo = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

const unknownNames = (value: object, fields: Fields, at: string): readonly FieldViolation[] =>
  Object.keys(value)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) =>
      wrong(pathTo(at, name.slice(0, maxShownName)), 'UNKNOWN_FIELD', 'is not an input that this rule knows'),
    );

/** An object with named fields and no others. */
export const objectField = <F extends Fields>(description: string, fields: F): Field<InputOf<F>> => ({
  shape: { type: 'object', description, fields: describeFields(fields) },
  required: true,
  read: (value, at) => {
    if (!isPlainObject(value))
      return {
        value: undefined,
        violations: [wrong(at === '' ? 'input' : at, 'INVALID_VALUE', 'must be one JSON object')],
      };
    const readings = Object.entries(fields).map(([name, field]) => {
      const path = pathTo(at, name);
      if (Object.hasOwn(value, name)) return { name, ...field.read(value[name], path) };
      return { name, value: undefined, violations: field.required ? [wrong(path, 'REQUIRED', 'is required')] : [] };
    });
    const read = readings.filter((reading) => reading.value !== undefined);
    return {
      value: Object.fromEntries(read.map((reading) => [reading.name, reading.value])) as Loose<InputOf<F>>,
      violations: [...readings.flatMap((reading) => reading.violations), ...unknownNames(value, fields, at)],
    };
  },
});

/** The field, which may be left out. */
export const optional = <Value>(field: Field<Value>): Field<Value, false> => ({ ...field, required: false });

/** The field with a check that looks at several of its parts; parts that could not be read are missing. */
export const checked = <Value>(
  field: Field<Value>,
  check: (value: Loose<Value>, at: string) => readonly FieldViolation[],
): Field<Value> => ({
  ...field,
  read: (value, at) => {
    const reading = field.read(value, at);
    if (reading.value === undefined) return reading;
    return { value: reading.value, violations: [...reading.violations, ...check(reading.value, at)] };
  },
});

/** Fields with their names, for `describe`. */
export const describeFields = (fields: Fields): readonly FieldDescription[] =>
  Object.entries(fields).map(([name, field]) => ({ name, required: field.required, ...field.shape }));
