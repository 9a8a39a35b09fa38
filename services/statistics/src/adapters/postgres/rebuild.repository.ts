import type { RebuildStore } from '../../application/ports.ts';
import { growthColumns } from './growth-columns.ts';

const turnText = "SELECT pg_try_advisory_xact_lock(hashtextextended('tyovayla.statistics rebuild', 0)) AS mine";

const beginText = `INSERT INTO projection_generation (generation, position, facts)
SELECT max(generation) + 1, 0, 0 FROM projection_generation RETURNING generation`;

const columns = growthColumns.map(([, column]) => column);
const hasGrowth = columns.map((column) => `${column} <> 0`).join(' OR ');
const growthHash = (table: string): string => `(SELECT string_agg(
    concat_ws('|', day, counted_in, ${columns.join(', ')}), E'\\n' ORDER BY day, counted_in)
    FROM ${table} WHERE generation = $1 AND (${hasGrowth}))`;

/** People as their canonical text, counts without cells that came to nothing: equal projections, equal hash. */
const hashText = `SELECT encode(sha256(convert_to(concat_ws(E'\\n',
  (SELECT string_agg(client_id || md5(picture::text), E'\\n' ORDER BY client_id)
    FROM counted_person WHERE generation = $1),
  ${growthHash('picture_day')},
  ${growthHash('picture_month')}
), 'UTF8')), 'hex') AS hash`;

const removalOf = (table: string): string => `DELETE FROM ${table} WHERE generation = $1`;

/** Reads received facts of the projection's consumer in the order of effect; from messaging, put in by main.ts. */
export type ReadLog = Pick<RebuildStore, 'factsAfter' | 'lastFactsAfter'>;

/** Generations of the projection in Postgres. */
export const rebuildRepository = (log: ReadLog): RebuildStore => ({
  ...log,
  begin: async (tx) => {
    const [turn] = await tx.query<{ mine: boolean }>(turnText);
    if (turn?.mine !== true) return undefined;
    const [begun] = await tx.query<{ generation: number }>(beginText);
    return begun?.generation;
  },
  hash: async (sql, generation) => {
    const [row] = await sql.query<{ hash: string }>(hashText, [generation]);
    return row?.hash ?? '';
  },
  swapWrites: (live, next) => [
    {
      text: 'UPDATE projection_live SET generation = $2 WHERE generation = $1',
      values: [live, next],
      expectRows: 1,
    },
    ...['counted_person', 'picture_day', 'picture_month', 'projection_generation'].map((table) => ({
      text: removalOf(table),
      values: [live],
    })),
  ],
});
