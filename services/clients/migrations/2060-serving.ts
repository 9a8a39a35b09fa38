import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { hasRole, isActor, isProgram, protectRows } from '@tyovayla/persistence/row-level-security';

const servesClients = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'].map(hasRole).join(' OR ');
const itself = isProgram('clients');

/** As guidance tells it. No reference to `client`: guidance may tell of a client who went into another record. */
const serviceTable = [
  `CREATE TABLE client_service (
    client_id uuid NOT NULL CONSTRAINT client_service_pk PRIMARY KEY,
    team_id text COLLATE "C",
    specialist_id text COLLATE "C"
  )`,
  'CREATE INDEX client_service_of_specialist ON client_service (specialist_id) WHERE specialist_id IS NOT NULL',
  'CREATE INDEX client_service_of_team ON client_service (team_id) WHERE team_id IS NOT NULL',
  'GRANT SELECT, INSERT, UPDATE (team_id, specialist_id), DELETE ON client_service TO :app',
  ...protectRows('client_service', [
    { name: 'client_service_seen', command: 'SELECT', using: `${servesClients} OR ${itself}` },
    { name: 'client_service_told', command: 'INSERT', check: itself },
    { name: 'client_service_changed', command: 'UPDATE', using: itself },
    { name: 'client_service_forgotten', command: 'DELETE', using: itself },
  ]),
];

/** Of staff alone: no client stands in them. */
const staffTables = [
  `CREATE TABLE team_member (
    team_id text COLLATE "C" NOT NULL,
    staff_id text COLLATE "C" NOT NULL,
    from_on date NOT NULL,
    to_on date,
    CONSTRAINT team_member_pk PRIMARY KEY (team_id, staff_id)
  )`,
  'CREATE INDEX team_member_by_staff ON team_member (staff_id)',
  'GRANT SELECT, INSERT, UPDATE (from_on, to_on), DELETE ON team_member TO :app',
  `CREATE TABLE substitution (
    substitution_id uuid NOT NULL CONSTRAINT substitution_pk PRIMARY KEY,
    absent_id text COLLATE "C" NOT NULL,
    substitute_id text COLLATE "C" NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL
  )`,
  'CREATE INDEX substitution_by_substitute ON substitution (substitute_id, to_on)',
  'GRANT SELECT, INSERT, UPDATE (to_on) ON substitution TO :app',
];

const needTable = [
  `CREATE TABLE stated_need (
    need_id uuid NOT NULL,
    client_id uuid NOT NULL,
    staff_id text COLLATE "C" NOT NULL,
    reason text COLLATE "C" NOT NULL,
    until_at timestamptz NOT NULL,
    CONSTRAINT stated_need_pk PRIMARY KEY (client_id, staff_id, need_id)
  )`,
  'CREATE INDEX stated_need_by_staff ON stated_need (staff_id, until_at)',
  'GRANT SELECT, INSERT, DELETE ON stated_need TO :app',
  // Whoever registers a person opens a need of their own and nobody else's; stated ones come from guidance.
  ...protectRows('stated_need', [
    { name: 'stated_need_seen', command: 'SELECT', using: `${servesClients} OR ${itself}` },
    {
      name: 'stated_need_opened',
      command: 'INSERT',
      check: `${itself} OR ((${servesClients}) AND ${isActor('staff_id')})`,
    },
    { name: 'stated_need_ended', command: 'DELETE', using: `${servesClients} OR ${itself}` },
  ]),
];

/** A plan that is kept may have been made when the tables were empty, and a walk through all rows looked cheap. */
const plannedOnce = 'LANGUAGE plpgsql STABLE SET enable_seqscan = off SET search_path = public, pg_temp';

/** Specialists whom somebody stands in for on the day, with that somebody. */
const standsInFor = `SELECT u.absent_id FROM substitution u
  WHERE u.substitute_id = staff AND u.from_on <= day AND u.to_on >= day`;
const teamsOf = `SELECT m.team_id FROM team_member m
  WHERE m.staff_id = staff AND m.from_on <= day AND (m.to_on IS NULL OR m.to_on >= day)`;

/** Both say the same, of one client and of all: who is assigned, substitutes today, is of the team, has an open need. */
const functions = [
  `CREATE FUNCTION client_serving(id uuid, staff text, day date, instant timestamptz) RETURNS text
    ${plannedOnce}
    AS 'BEGIN
      IF EXISTS (SELECT 1 FROM client_service s WHERE s.client_id = id
          AND (s.specialist_id = staff OR s.specialist_id IN (${standsInFor}) OR s.team_id IN (${teamsOf}))) THEN
        RETURN ''ASSIGNED'';
      END IF;
      RETURN (SELECT ''NEED_'' || n.reason FROM stated_need n
        WHERE n.client_id = id AND n.staff_id = staff AND n.until_at > instant
        ORDER BY n.reason = ''REGISTRATION'', n.until_at DESC LIMIT 1);
    END'`,
  `CREATE FUNCTION clients_served_by(staff text, day date, instant timestamptz) RETURNS SETOF uuid
    ${plannedOnce}
    AS 'BEGIN RETURN QUERY
      SELECT s.client_id FROM client_service s WHERE s.specialist_id = staff
      UNION SELECT s.client_id FROM client_service s WHERE s.specialist_id IN (${standsInFor})
      UNION SELECT s.client_id FROM client_service s WHERE s.team_id IN (${teamsOf})
      UNION SELECT n.client_id FROM stated_need n WHERE n.staff_id = staff AND n.until_at > instant;
    END'`,
  'REVOKE ALL ON FUNCTION client_serving(uuid, text, date, timestamptz) FROM PUBLIC',
  'REVOKE ALL ON FUNCTION clients_served_by(text, date, timestamptz) FROM PUBLIC',
  'GRANT EXECUTE ON FUNCTION client_serving(uuid, text, date, timestamptz) TO :app',
  'GRANT EXECUTE ON FUNCTION clients_served_by(text, date, timestamptz) TO :app',
];

/** Who serves whom, as guidance tells it, and who has an open need. */
export const serving: SqlMigration = {
  name: 'Serving2060',
  up: [...serviceTable, ...staffTables, ...needTable, ...functions],
};
