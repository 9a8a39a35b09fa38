/**
 * Which prefix the contract's codes have in which field of a message. Parts of a message share the table: where fields
 * of one name hold codes of several lists, all their prefixes stand there, and nothing is sent in such a field.
 */
export type CodePrefixes = Readonly<Record<string, string | readonly string[]>>;

type Json = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type EachCode = (text: string, prefixes: readonly string[]) => unknown;

const walk = (value: unknown, prefixes: readonly string[], each: EachCode): unknown => {
  if (Array.isArray(value)) return value.map((one) => walk(one, prefixes, each));
  return typeof value === 'string' && prefixes.length > 0 ? each(value, prefixes) : value;
};

const mapped = (value: unknown, codes: CodePrefixes, each: EachCode): unknown => {
  if (Array.isArray(value)) return value.map((one) => mapped(one, codes, each));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([field, one]) => [
    field,
    mapped(walk(one, [codes[field] ?? []].flat(), each), codes, each),
  ]);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined)) as Json;
};

/** A message in JSON → the API's shape: codes without prefixes; what is not stated is left out. */
export const plainCodes = (json: unknown, codes: CodePrefixes): unknown =>
  mapped(json, codes, (text, prefixes) => {
    const prefix = prefixes.find((one) => text.startsWith(one)) ?? '';
    const code = text.slice(prefix.length);
    return code === 'UNSPECIFIED' ? undefined : code;
  });

/** The API's shape → a message in JSON: codes with the contract's prefixes. */
export const contractCodes = (json: unknown, codes: CodePrefixes): unknown =>
  mapped(json, codes, (text, [prefix]) => `${prefix}${text}`);
