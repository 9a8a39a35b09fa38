import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { PictureReader } from '../../application/ports.ts';
import type { CellSum } from '../../domain/picture/count-table.ts';
import { growthColumns } from './growth-columns.ts';

const liveText = `SELECT g.generation, g.position
FROM projection_live l JOIN projection_generation g USING (generation)`;

const columns = growthColumns.map(([, column]) => column);
const sums = columns.map((column) => `sum(${column})::integer AS ${column}`).join(', ');

/** Whole months before the day's month, and the days of that month up to the day. */
const countsText = `SELECT live.generation, live.position, wanted.day, counts.*
FROM (${liveText}) live
CROSS JOIN unnest($1::date[]) AS wanted(day)
LEFT JOIN LATERAL (
  SELECT counted_in, ${sums}
  FROM (
    SELECT counted_in, ${columns.join(', ')} FROM picture_month m
    WHERE m.generation = live.generation AND m.day < date_trunc('month', wanted.day)::date
    UNION ALL
    SELECT counted_in, ${columns.join(', ')} FROM picture_day d
    WHERE d.generation = live.generation
      AND d.day >= date_trunc('month', wanted.day)::date AND d.day <= wanted.day
  ) growth
  GROUP BY counted_in
) counts ON true`;

type LiveRow = { readonly generation: number; readonly position: bigint };

type CountRow = LiveRow & {
  readonly day: LocalDate;
  /** Null where nobody has ever been counted by the day. */
  readonly counted_in: string | null;
} & Readonly<Record<string, unknown>>;

const sumsOf = (rows: readonly CountRow[]): readonly CellSum[] =>
  rows.flatMap(({ counted_in: counted, ...row }) =>
    counted === null
      ? []
      : growthColumns.map(([name, column]) => ({ row: name, column: counted, count: Number(row[column]) })),
  );

const markOf = ({ generation, position }: LiveRow): string => `${generation}:${position}`;

/** Pictures from the live projection; the cost depends on days and municipalities, not on people. */
export const pictureQuery: PictureReader = {
  countsOn: async (sql, days) => {
    const rows = await sql.query<CountRow>(countsText, [days]);
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
