import pg from 'pg';

/** Object ids of Postgres types (pg_type.dat) whose usual reading would lose or bend a value. */
const dateOid = 1082;
const dateArrayOid = 1182;
const int8Oid = 20;
const int8ArrayOid = 1016;
const numericOid = 1700;
const numericArrayOid = 1231;

const asIs = (text: string): string => text;

const arrayOf =
  <Item>(item: (text: string) => Item) =>
  (text: string): readonly (Item | null)[] =>
    // The items of these types hold no comma, quote or brace.
    text === '{}'
      ? []
      : text
          .slice(1, -1)
          .split(',')
          .map((part) => (part === 'NULL' ? null : item(part)));

const readers = new Map<number, (text: string) => unknown>([
  [dateOid, asIs],
  [dateArrayOid, arrayOf(asIs)],
  [int8Oid, BigInt],
  [int8ArrayOid, arrayOf(BigInt)],
  [numericOid, asIs],
  [numericArrayOid, arrayOf(asIs)],
]);

/**
 * How values come from Postgres: `date` as 'YYYY-MM-DD' (the driver would make a local midnight of it),
 * `bigint` as bigint, `numeric` as its decimal text, `timestamptz` as Date, the rest as the driver does.
 */
export const pgTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    readers.get(oid) ??
    (format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')),
};
