import type { ToldTeams } from '../../application/commands/tell-teams.ts';
import type { TeamMember } from '../../domain/assignment/compose-teams.ts';

type Row = { readonly team_id: string; readonly version: number; readonly members: readonly TeamMember[] };

const lockText = "SELECT pg_advisory_xact_lock(hashtextextended('tyovayla.guidance.told-teams', 0))";
const readText = 'SELECT team_id, version, members FROM told_team ORDER BY team_id';
const saveText = `INSERT INTO told_team (team_id, version, members) VALUES ($1, $2, $3)
  ON CONFLICT (team_id) DO UPDATE SET version = excluded.version, members = excluded.members`;

/** How teams were told last, in Postgres. */
export const toldTeamRepository: ToldTeams = {
  lock: async (tx) => {
    // Sent together; the second sees what was committed before the lock was ours.
    const [, rows] = await Promise.all([tx.query(lockText), tx.query<Row>(readText)]);
    return rows.map(({ team_id: teamId, version, members }) => ({
      teamId,
      version,
      members: members.map(({ staffId, worksFrom, worksTo }) => ({ staffId, worksFrom, ...(worksTo && { worksTo }) })),
    }));
  },
  save: ({ teamId, version, members }) => ({ text: saveText, values: [teamId, version, JSON.stringify(members)] }),
};
