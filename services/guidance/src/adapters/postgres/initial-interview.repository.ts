import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { InitialInterviews } from '../../application/ports.ts';

type Row = {
  readonly client_id: string;
  readonly job_search_id: string;
  readonly due_on: LocalDate;
  readonly working_days: number;
  readonly rule_valid_from: LocalDate;
  readonly withheld: boolean;
};

const findSql = `SELECT client_id, job_search_id, due_on, working_days, rule_valid_from, withheld
  FROM initial_interview WHERE client_id = $1`;

const putSql = `INSERT INTO initial_interview
    (client_id, job_search_id, due_on, working_days, rule_valid_from, withheld)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (client_id) DO UPDATE SET
    job_search_id = excluded.job_search_id, due_on = excluded.due_on, working_days = excluded.working_days,
    rule_valid_from = excluded.rule_valid_from, withheld = excluded.withheld`;

/** Initial interviews in Postgres. */
export const initialInterviewRepository: InitialInterviews = {
  find: async (sql, clientId) => {
    const [row] = await sql.query<Row>(findSql, [clientId]);
    if (row === undefined) return undefined;
    return {
      clientId: row.client_id,
      jobSearchId: row.job_search_id,
      dueOn: row.due_on,
      workingDays: row.working_days,
      ruleValidFrom: row.rule_valid_from,
      withheld: row.withheld,
    };
  },
  put: async (tx, one) => {
    const { clientId, jobSearchId, dueOn, workingDays, ruleValidFrom, withheld } = one;
    await tx.query(putSql, [clientId, jobSearchId, dueOn, workingDays, ruleValidFrom, withheld]);
  },
  remove: async (tx, clientId) => {
    await tx.query('DELETE FROM initial_interview WHERE client_id = $1', [clientId]);
  },
  setWithheld: async (tx, { clientId, withheld }) => {
    await tx.query('UPDATE initial_interview SET withheld = $2 WHERE client_id = $1', [clientId, withheld]);
  },
};
