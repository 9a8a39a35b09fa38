import type { Sql, Tx, Write } from '@tyovayla/kernel/sql';
import type { CountedBatch, Projection } from '../../application/ports.ts';
import type { PersonPicture } from '../../domain/person-picture/person-picture.ts';
import type { DayDelta } from '../../domain/picture/day-deltas.ts';
import { growthColumns } from './growth-columns.ts';

const lockText = "SELECT pg_advisory_xact_lock(hashtextextended('tyovayla.statistics projection', 0))";
const liveText = 'SELECT generation FROM projection_live';

const loadText = `SELECT client_id, picture FROM counted_person
WHERE generation = $1 AND client_id = ANY($2::text[])`;

const pageText = `SELECT client_id, picture FROM counted_person
WHERE generation = $1 AND client_id > $2 ORDER BY client_id LIMIT $3`;

const savePeopleText = `INSERT INTO counted_person (generation, client_id, picture)
SELECT $1::integer, p.client_id, p.picture::jsonb FROM unnest($2::text[], $3::text[]) AS p(client_id, picture)
ON CONFLICT (generation, client_id) DO UPDATE SET picture = excluded.picture`;

const columns = growthColumns.map(([, column]) => column);

const growthText = (table: string): string => `INSERT INTO ${table} (generation, day, counted_in, ${columns.join(', ')})
SELECT $1::integer, g.* FROM unnest($2::date[], $3::text[], ${columns.map((_, at) => `$${at + 4}::integer[]`).join(', ')}) AS g
ON CONFLICT (generation, day, counted_in) DO UPDATE
SET ${columns.map((column) => `${column} = ${table}.${column} + excluded.${column}`).join(', ')}`;

const saveDaysText = growthText('picture_day');
const saveMonthsText = growthText('picture_month');

const saveGenerationText = `UPDATE projection_generation
SET position = greatest(position, $2), facts = facts + $3 WHERE generation = $1`;

/** By how many people each row of table 1 grows on a day in one column, in the order of the table's columns. */
type Growth = { readonly day: string; readonly countedIn: string; readonly people: number[] };

const rowAt = new Map(growthColumns.map(([row], at) => [row, at]));

const growthBy = (deltas: readonly DayDelta[], dayOf: (delta: DayDelta) => string): readonly Growth[] => {
  const growths = new Map<string, Growth>();
  for (const delta of deltas) {
    const day = dayOf(delta);
    const key = `${day}|${delta.column}`;
    const growth = growths.get(key) ?? { day, countedIn: delta.column, people: columns.map(() => 0) };
    growths.set(key, growth);
    const at = rowAt.get(delta.row) ?? 0;
    growth.people[at] = (growth.people[at] ?? 0) + delta.delta;
  }
  return [...growths.values()].filter(({ people }) => people.some((count) => count !== 0));
};

const growthWrites = (text: string, generation: number, growths: readonly Growth[]): readonly Write[] => {
  if (growths.length === 0) return [];
  const byRow = columns.map((_, at) => growths.map(({ people }) => people[at]));
  const values = [generation, growths.map(({ day }) => day), growths.map(({ countedIn }) => countedIn), ...byRow];
  return [{ text, values }];
};

const peopleWrites = (generation: number, people: CountedBatch['people']): readonly Write[] => {
  if (people.size === 0) return [];
  const pictures = [...people.values()].map((person) => JSON.stringify(person));
  return [{ text: savePeopleText, values: [generation, [...people.keys()], pictures] }];
};

type PersonRow = { readonly client_id: string; readonly picture: PersonPicture };

const peopleOf = (rows: readonly PersonRow[]): ReadonlyMap<string, PersonPicture> =>
  new Map(rows.map((row) => [row.client_id, row.picture]));

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
    return peopleOf(await sql.query<PersonRow>(loadText, [generation, clientIds]));
  },
  peopleAfter: async (sql, generation, { clientId, limit }) =>
    peopleOf(await sql.query<PersonRow>(pageText, [generation, clientId, limit])),
  save: (tx, generation, { people, deltas, position, facts }) =>
    tx.write([
      ...peopleWrites(generation, people),
      ...growthWrites(
        saveDaysText,
        generation,
        growthBy(deltas, ({ day }) => day),
      ),
      ...growthWrites(
        saveMonthsText,
        generation,
        growthBy(deltas, ({ day }) => `${day.slice(0, 7)}-01`),
      ),
      { text: saveGenerationText, values: [generation, position, facts], expectRows: 1 },
    ]),
};
