import pg from 'pg';

export type DayData = {
  readonly clients: number;
  /** Staff ids among whom the clients are dealt out, each with the same number. */
  readonly staffIds: readonly string[];
  /** The day that the service's clock shows, YYYY-MM-DD. */
  readonly today: string;
};

const clientsText = `INSERT INTO client_case (client_id, version, municipality_code, job_search_id,
    job_search_started_on, status_code, status_since, team_id, specialist_id)
  SELECT gen_random_uuid(), 3, (ARRAY['240', '241', '751', '845', '851', '976'])[1 + n % 6], gen_random_uuid(),
    $3::date - n % 400, '02', $3::date - n % 400, 'employer-services', ($1::text[])[1 + n % cardinality($1)]
  FROM generate_series(0, $2 - 1) AS n`;

/** Each client has a meeting, a plan, a period of the obligation and an assessment ahead, some of them overdue. */
const tasksText = `INSERT INTO day_task (task_id, client_id, kind, due_on, source_id)
  SELECT gen_random_uuid(), client_id, kind, $1::date - 10 + (random() * spread)::integer, gen_random_uuid()
  FROM client_case, (VALUES ('MEETING_DUE', 60), ('PLAN_REVIEW', 90), ('OBLIGATION_PERIOD_ENDED', 30),
    ('ASSESSMENT_DUE', 180)) AS asked (kind, spread)`;

/**
 * Fills guidance's database with what its pipelines would have stored for so many clients: cases that are assigned,
 * and the tasks of their meetings, plans, periods and assessments. Straight into the tables, in seconds.
 * Needs a superuser: row-level security is forced on the tables' owner.
 */
export const fillWithDays = async (url: string, { clients, staffIds, today }: DayData): Promise<{ tasks: number }> => {
  const connection = new pg.Client({ connectionString: url });
  await connection.connect();
  try {
    await connection.query('TRUNCATE client_case CASCADE');
    await connection.query(clientsText, [staffIds, clients, today]);
    const { rowCount } = await connection.query(tasksText, [today]);
    await connection.query('VACUUM ANALYZE client_case, day_task');
    return { tasks: rowCount ?? 0 };
  } finally {
    await connection.end();
  }
};
