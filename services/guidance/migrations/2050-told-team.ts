import type { SqlMigration } from '@tyovayla/kernel/sql-migration';

/** How the area's teams were told to other services last. Holds staff ids and their days, and no client. */
export const toldTeamMigration: SqlMigration = {
  name: 'ToldTeam2050',
  up: [
    `CREATE TABLE told_team (
      team_id text COLLATE "C" NOT NULL CONSTRAINT told_team_pk PRIMARY KEY,
      version integer NOT NULL,
      members jsonb NOT NULL
    )`,
    'GRANT SELECT, INSERT, UPDATE (version, members) ON told_team TO :app',
  ],
};
