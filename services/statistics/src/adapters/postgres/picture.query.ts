import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { PictureReader } from '../../application/ports.ts';
import type { CellSum } from '../../domain/picture/count-table.ts';
import type { PictureRow } from '../../domain/picture/picture-row.ts';

const liveText = `SELECT g.generation, g.position
FROM projection_live l JOIN projection_generation g USING (generation)`;

/** Whole months before the day's month, and the days of that month up to the day. */
const countsText = `SELECT live.generation, live.position, d.day, c.picture_row, c.counted_in, c.people
FROM (${liveText}) live
CROSS JOIN unnest($1::date[]) AS d(day)
LEFT JOIN LATERAL (
  SELECT picture_row, counted_in, sum(delta)::integer AS people
  FROM (
    SELECT picture_row, counted_in, delta FROM picture_month m
    WHERE m.generation = live.generation AND m.month < date_trunc('month', d.day)::date
      AND ($2::text IS NULL OR m.picture_row = $2)
    UNION ALL
    SELECT picture_row, counted_in, delta FROM picture_delta p
    WHERE p.generation = live.generation AND p.day >= date_trunc('month', d.day)::date AND p.day <= d.day
      AND ($2::text IS NULL OR p.picture_row = $2)
  ) deltas
  GROUP BY picture_row, counted_in
  HAVING sum(delta) <> 0
) c ON true`;

type LiveRow = { readonly generation: number; readonly position: bigint };

type CountRow = LiveRow & {
  readonly day: LocalDate;
  /** Null where nobody is counted on the day. */
  readonly picture_row: PictureRow | null;
  readonly counted_in: string;
  readonly people: number;
};

const sumsOf = (rows: readonly CountRow[]): readonly CellSum[] =>
  rows.flatMap((row) =>
    row.picture_row === null ? [] : [{ row: row.picture_row, column: row.counted_in, count: row.people }],
  );

const markOf = ({ generation, position }: LiveRow): string => `${generation}:${position}`;

/** Pictures from the live projection; the cost depends on days and municipalities, not on people. */
export const pictureQuery: PictureReader = {
  countsOn: async (sql, days, row) => {
    const rows = await sql.query<CountRow>(countsText, [days, row ?? null]);
    const [first] = rows;
    if (first === undefined) throw new Error('no generation of the projection is live');
    const byDay = Map.groupBy(rows, (each) => each.day);
    return {
      position: first.position,
      mark: markOf(first),
      days: days.map((day) => ({ day, sums: sumsOf(byDay.get(day) ?? []) })),
    };
  },
  mark: async (sql) => {
    const [live] = await sql.query<LiveRow>(liveText);
    if (live === undefined) throw new Error('no generation of the projection is live');
    return markOf(live);
  },
};
