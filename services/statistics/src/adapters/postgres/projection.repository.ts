import type { Sql, Tx, Write } from '@tyovayla/kernel/sql';
import type { CountedBatch, Projection } from '../../application/ports.ts';
import type { PersonPicture } from '../../domain/person-picture/person-picture.ts';
import type { DayGrowth } from '../../domain/picture/day-growth.ts';
import { pictureRows } from '../../domain/picture/picture-row.ts';
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
/** Where each of the table's columns stands in a growth. */
const rowsInOrder = growthColumns.map(([row]) => pictureRows.indexOf(row));

const growthText = (table: string): string => `INSERT INTO ${table} (generation, day, counted_in, ${columns.join(', ')})
SELECT $1::integer, g.* FROM unnest($2::date[], $3::text[], ${columns.map((_, at) => `$${at + 4}::integer[]`).join(', ')}) AS g
ON CONFLICT (generation, day, counted_in) DO UPDATE
SET ${columns.map((column) => `${column} = ${table}.${column} + excluded.${column}`).join(', ')}`;

const saveDaysText = growthText('picture_day');
const saveMonthsText = growthText('picture_month');

const saveGenerationText = `UPDATE projection_generation
SET position = greatest(position, $2), facts = facts + $3 WHERE generation = $1`;

type Growth = Omit<DayGrowth, 'day'> & { readonly day: string };

/** Growth by the first day of the month; months in which everything cancels out are left out. */
const byMonth = (growths: readonly DayGrowth[]): readonly Growth[] => {
  const months = new Map<string, { readonly day: string; readonly column: string; byRow: readonly number[] }>();
  for (const { day, column, byRow } of growths) {
    const month = `${day.slice(0, 7)}-01`;
    const key = `${month}|${column}`;
    const before = months.get(key)?.byRow;
    const sums = before === undefined ? byRow : byRow.map((people, at) => people + (before[at] ?? 0));
    months.set(key, { day: month, column, byRow: sums });
  }
  return [...months.values()].filter(({ byRow }) => byRow.some((people) => people !== 0));
};

const growthWrites = (text: string, generation: number, growths: readonly Growth[]): readonly Write[] => {
  if (growths.length === 0) return [];
  const byColumn = rowsInOrder.map((at) => growths.map(({ byRow }) => byRow[at]));
  const values = [generation, growths.map(({ day }) => day), growths.map(({ column }) => column), ...byColumn];
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
  save: (tx, generation, { people, growths, position, facts }) => {
    void tx.write([
      ...peopleWrites(generation, people),
      ...growthWrites(saveDaysText, generation, growths),
      ...growthWrites(saveMonthsText, generation, byMonth(growths)),
      { text: saveGenerationText, values: [generation, position, facts], expectRows: 1 },
    ]);
  },
};
