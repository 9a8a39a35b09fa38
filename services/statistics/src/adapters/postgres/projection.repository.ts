import type { Sql, Tx, Write } from '@tyovayla/kernel/sql';
import type { CountedBatch, Projection } from '../../application/ports.ts';
import type { PersonPicture } from '../../domain/person-picture/person-picture.ts';
import type { DayDelta } from '../../domain/picture/day-deltas.ts';

const lockText = "SELECT pg_advisory_xact_lock(hashtextextended('tyovayla.statistics projection', 0))";
const liveText = 'SELECT generation FROM projection_live';

const loadText = `SELECT client_id, picture FROM counted_person
WHERE generation = $1 AND client_id = ANY($2::text[])`;

const savePeopleText = `INSERT INTO counted_person (generation, client_id, picture)
SELECT $1::integer, p.client_id, p.picture::jsonb FROM unnest($2::text[], $3::text[]) AS p(client_id, picture)
ON CONFLICT (generation, client_id) DO UPDATE SET picture = excluded.picture`;

const deltaText = (table: string, day: string): string => `INSERT INTO ${table}
  (generation, ${day}, picture_row, counted_in, delta)
SELECT $1::integer, d.* FROM unnest($2::date[], $3::text[], $4::text[], $5::integer[]) AS d
ON CONFLICT (generation, ${day}, picture_row, counted_in) DO UPDATE SET delta = ${table}.delta + excluded.delta`;

const saveDaysText = deltaText('picture_delta', 'day');
const saveMonthsText = deltaText('picture_month', 'month');

const saveGenerationText = `UPDATE projection_generation
SET position = greatest(position, $2), facts = facts + $3 WHERE generation = $1`;

type Delta = Omit<DayDelta, 'day'> & { readonly day: string };

/** Deltas by the first day of their month; zero sums are left out. */
const byMonth = (deltas: readonly DayDelta[]): readonly Delta[] => {
  const months = new Map<string, Delta>();
  for (const { row, column, day, delta } of deltas) {
    const month = `${day.slice(0, 7)}-01`;
    const key = `${month}|${row}|${column}`;
    months.set(key, { row, column, day: month, delta: (months.get(key)?.delta ?? 0) + delta });
  }
  return [...months.values()].filter(({ delta }) => delta !== 0);
};

const deltaWrites = (text: string, generation: number, deltas: readonly Delta[]): readonly Write[] =>
  deltas.length === 0
    ? []
    : [
        {
          text,
          values: [
            generation,
            deltas.map(({ day }) => day),
            deltas.map(({ row }) => row),
            deltas.map(({ column }) => column),
            deltas.map(({ delta }) => delta),
          ],
        },
      ];

const peopleWrites = (generation: number, people: CountedBatch['people']): readonly Write[] =>
  people.size === 0
    ? []
    : [
        {
          text: savePeopleText,
          values: [generation, [...people.keys()], [...people.values()].map((person) => JSON.stringify(person))],
        },
      ];

/** The projection in Postgres: one round trip to lock, one to load, one to save, whatever the size of the batch. */
export const projectionRepository: Projection = {
  lockLive: async (tx: Tx) => {
    // Sent together; the second runs after the lock is ours, so it sees a swap that we waited for.
    const [, [live]] = await Promise.all([tx.query(lockText), tx.query<{ generation: number }>(liveText)]);
    if (live === undefined) throw new Error('no generation of the projection is live');
    return live.generation;
  },
  loadPeople: async (sql: Sql, generation, clientIds) => {
    if (clientIds.length === 0) return new Map();
    const rows = await sql.query<{ client_id: string; picture: PersonPicture }>(loadText, [generation, clientIds]);
    return new Map(rows.map((row) => [row.client_id, row.picture]));
  },
  save: (tx, generation, { people, deltas, position, facts }) =>
    tx.write([
      ...peopleWrites(generation, people),
      ...deltaWrites(saveDaysText, generation, deltas),
      ...deltaWrites(saveMonthsText, generation, byMonth(deltas)),
      { text: saveGenerationText, values: [generation, position, facts], expectRows: 1 },
    ]),
};
