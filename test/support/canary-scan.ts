import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import pg from 'pg';

/** A text that must not turn up, and what it is, e.g. "Aino's e-mail". */
export type Canary = { readonly what: string; readonly text: string };

export type Sighting = { readonly where: string; readonly what: string; readonly as: string };

type Needle = { readonly what: string; readonly as: string; readonly bytes: Buffer };

/** Base64 of a text depends on what stands before it; the characters in the middle are the same for each of three shifts. */
const inBase64 = (text: string): string[] =>
  [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64');
    const whole = Math.floor((shift + Buffer.byteLength(text)) / 3) * 4;
    return encoded.slice(shift === 0 ? 0 : 4, whole);
  });

/** The ways in which a text may lie around: as it is, in lower or upper case, for an address, in hexadecimal, in base64. */
const formsOf = ({ what, text }: Canary): Needle[] => {
  const forms: Record<string, string[]> = {
    plain: [text],
    'lower case': [text.toLowerCase()],
    'upper case': [text.toUpperCase()],
    'percent-encoded': [encodeURIComponent(text)],
    hexadecimal: [Buffer.from(text).toString('hex'), Buffer.from(text).toString('hex').toUpperCase()],
    base64: inBase64(text).flatMap((piece) => [piece, piece.replaceAll('+', '-').replaceAll('/', '_')]),
  };
  const unique = new Map<string, string>();
  for (const [as, texts] of Object.entries(forms)) for (const one of texts) if (!unique.has(one)) unique.set(one, as);
  return [...unique].map(([one, as]) => ({ what, as, bytes: Buffer.from(one) }));
};

const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const pieceSize = 8 * 1024 * 1024;
const overlap = 512;

/** Reads a file in pieces that overlap, so that nothing hides on a border. */
const searchFile = (file: string, needles: readonly Needle[], found: (needle: Needle) => void): number => {
  const handle = openSync(file, 'r');
  const piece = Buffer.alloc(pieceSize);
  try {
    for (let position = 0; ; position += pieceSize - overlap) {
      const length = readSync(handle, piece, 0, pieceSize, position);
      const seen = piece.subarray(0, length);
      for (const needle of needles) if (seen.includes(needle.bytes)) found(needle);
      if (length < pieceSize) return statSync(file).size;
    }
  } finally {
    closeSync(handle);
  }
};

/** Looks for canaries in all bytes of all files below folders. Tells what it saw, and how much it looked at; plain is for very many bytes. */
export const scanFolders = (dirs: readonly string[], canaries: readonly Canary[], forms: 'all' | 'plain' = 'all') => {
  const needles = canaries.flatMap(formsOf).filter(({ as }) => forms === 'all' || as === forms);
  const sightings: Sighting[] = [];
  const looked = { files: 0, bytes: 0 };
  for (const dir of dirs) {
    for (const file of filesBelow(dir)) {
      looked.files += 1;
      looked.bytes += searchFile(file, needles, ({ what, as }) =>
        sightings.push({ where: relative(join(dir, '..'), file), what, as }),
      );
    }
  }
  return { sightings, ...looked };
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const columnsText = `SELECT table_schema AS schema, table_name AS table, column_name AS column
  FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
  WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;

type Column = { readonly schema: string; readonly table: string; readonly column: string };

/** Looks for canaries in every column of every table of a database: each value as JSON, bytea in hexadecimal. */
export const scanDatabase = async (url: string, canaries: readonly Canary[]) => {
  const needles = canaries.flatMap(formsOf);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: columns } = await client.query<Column>(columnsText);
    const sightings: Sighting[] = [];
    let values = 0;
    for (const { schema, table, column } of columns) {
      const text = `SELECT to_jsonb(${quoted(column)})::text AS value FROM ${quoted(schema)}.${quoted(table)} WHERE ${quoted(column)} IS NOT NULL`;
      const { rows } = await client.query<{ value: string }>(text);
      values += rows.length;
      const all = Buffer.from(rows.map(({ value }) => value).join('\n'));
      for (const { what, as, bytes } of needles)
        if (all.includes(bytes)) sightings.push({ where: `${table}.${column}`, what, as });
    }
    return { sightings, columns: columns.length, values };
  } finally {
    await client.end();
  }
};
