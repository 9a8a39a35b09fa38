import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { DayTasks } from '../../application/assignment-ports.ts';
import type { DayCount, DayFilter, DayRow } from '../../application/queries/day-view.ts';
import type { DayTaskKind } from '../../domain/assignment/day-task.ts';
import { dayTaskDoneWrite, dayTaskWrite } from './day-task.ts';

type TaskRow = {
  readonly task_id: string;
  readonly client_id: string;
  readonly kind: DayTaskKind;
  readonly due_on: LocalDate;
  readonly source_id: string;
  readonly municipality_code: string | null;
  readonly specialist_id: string | null;
};

type Row = { readonly counts: readonly DayCount[]; readonly tasks: readonly TaskRow[] };

/** Counts and page of one set of clients, in one statement: the set is found once. */
const dayText = (clients: string): string => `WITH shown AS MATERIALIZED (
    SELECT t.task_id, t.client_id, t.kind, t.due_on, t.source_id, c.municipality_code, c.specialist_id
    FROM client_case c JOIN day_task t ON t.client_id = c.client_id
    WHERE ${clients} AND t.due_on <= $3 AND ($4::text IS NULL OR c.municipality_code = $4)
  ), counted AS (
    SELECT kind, count(*) FILTER (WHERE due_on < $2) AS overdue, count(*) FILTER (WHERE due_on = $2) AS today,
      count(*) FILTER (WHERE due_on > $2) AS "laterThisWeek"
    FROM shown GROUP BY kind ORDER BY kind
  ), page AS (
    SELECT * FROM shown
    WHERE (cardinality($5::text[]) = 0 OR kind = ANY ($5)) AND ($6::date IS NULL OR (due_on, task_id) > ($6, $7::uuid))
    ORDER BY due_on, task_id LIMIT $8
  ) SELECT (SELECT coalesce(json_agg(counted), '[]') FROM counted) AS counts,
    (SELECT coalesce(json_agg(page ORDER BY due_on, task_id), '[]') FROM page) AS tasks`;

const ofStaffText = dayText('c.specialist_id = ANY ($1::text[])');
const ofTeamText = dayText('c.team_id = $1');
const countText = 'SELECT count(*)::integer AS tasks FROM day_task WHERE client_id = $1';

const rowFrom = (row: TaskRow): DayRow => ({
  taskId: row.task_id,
  clientId: row.client_id,
  kind: row.kind,
  dueOn: row.due_on,
  sourceId: row.source_id,
  ...(row.municipality_code !== null && { municipalityCode: row.municipality_code }),
  ...(row.specialist_id !== null && { specialistId: row.specialist_id }),
});

const valuesOf = ({ of, today, until, municipalityCode, kinds, after, limit }: DayFilter): readonly unknown[] => [
  'teamId' in of ? of.teamId : of.staffIds,
  today,
  until,
  municipalityCode,
  kinds,
  after?.dueOn,
  after?.taskId,
  limit,
];

/** What specialists have to do, in Postgres. */
export const dayTasks: DayTasks = {
  put: dayTaskWrite,
  done: dayTaskDoneWrite,
  countOfClient: async (sql, clientId) => {
    const [row] = await sql.query<{ readonly tasks: number }>(countText, [clientId]);
    return row?.tasks ?? 0;
  },
  day: async (sql, filter) => {
    const text = 'teamId' in filter.of ? ofTeamText : ofStaffText;
    const [row] = await sql.query<Row>(text, valuesOf(filter));
    return { counts: row?.counts ?? [], tasks: (row?.tasks ?? []).map(rowFrom) };
  },
};
