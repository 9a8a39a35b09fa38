import type { TeamLoads } from '../../application/assignment-ports.ts';
import type { LoadCell, Punctuality } from '../../application/queries/team-load-view.ts';

type CellRow = {
  readonly team_id: string;
  readonly specialist_id: string | null;
  readonly municipality_code: string;
  readonly clients: number;
  readonly overdue: number;
};

type PunctualityRow = {
  readonly team_id: string;
  readonly specialist_id: string | null;
  readonly held: number;
  readonly on_time: number;
};

// Beside row-level security: a manager who is a handler as well sees no protected client in a team's figures either.
const ofTeams = 'c.team_id IS NOT NULL AND c.municipality_code IS NOT NULL AND c.handler_id IS NULL';

const cellsText = `WITH overdue AS (SELECT client_id, count(*) AS tasks FROM day_task WHERE due_on < $1 GROUP BY client_id)
  SELECT c.team_id, c.specialist_id, c.municipality_code,
    count(*) FILTER (WHERE c.job_search_id IS NOT NULL)::integer AS clients,
    coalesce(sum(o.tasks), 0)::integer AS overdue
  FROM client_case c LEFT JOIN overdue o ON o.client_id = c.client_id
  WHERE ${ofTeams} GROUP BY 1, 2, 3`;

const punctualityText = `SELECT c.team_id, c.specialist_id, count(*)::integer AS held,
    count(*) FILTER (WHERE m.done_on <= m.due_on)::integer AS on_time
  FROM meeting m JOIN client_case c ON c.client_id = m.client_id
  WHERE m.status = 'HELD' AND m.due_on IS NOT NULL AND m.done_on >= $1 AND ${ofTeams} GROUP BY 1, 2`;

const staffOf = ({ specialist_id }: { readonly specialist_id: string | null }): { readonly staffId?: string } =>
  specialist_id === null ? {} : { staffId: specialist_id };

const cellFrom = (row: CellRow): LoadCell => ({
  teamId: row.team_id,
  ...staffOf(row),
  municipalityCode: row.municipality_code,
  clients: row.clients,
  overdueTasks: row.overdue,
});

const punctualityFrom = (row: PunctualityRow): Punctuality => ({
  teamId: row.team_id,
  ...staffOf(row),
  held: row.held,
  heldOnTime: row.on_time,
});

/** Load and punctuality of the teams, counted in Postgres. */
export const teamLoads: TeamLoads = {
  figures: async (sql, { today, heldSince }) => {
    const [cells, punctuality] = await Promise.all([
      sql.query<CellRow>(cellsText, [today]),
      sql.query<PunctualityRow>(punctualityText, [heldSince]),
    ]);
    return { cells: cells.map(cellFrom), punctuality: punctuality.map(punctualityFrom) };
  },
};
