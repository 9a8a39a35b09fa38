import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { hasRole, isActor, isProgram, protectRows } from '@tyovayla/persistence/row-level-security';

const servesClients = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'].map(hasRole).join(' OR ');
const itself = isProgram('guidance');

/** The second lock on protected clients, beside the access rule: one holds where the other fails. */
const unprotected = `municipality_code IS NOT NULL AND handler_id IS NULL AND (${servesClients})`;
const assigned = `${hasRole('PROTECTED_CLIENT_HANDLER')} AND ${isActor('handler_id')}`;
const visible = `(${unprotected}) OR (${assigned}) OR ${itself}`;

/** One case a client: what guidance follows of the client registry, and whose the client is. */
export const clientCaseMigration: SqlMigration = {
  name: 'ClientCase2002',
  up: [
    `CREATE TABLE client_case (
      client_id uuid NOT NULL CONSTRAINT client_case_pk PRIMARY KEY,
      version integer NOT NULL,
      municipality_code text COLLATE "C",
      handler_id text COLLATE "C",
      job_search_id uuid,
      job_search_started_on date,
      status_code text COLLATE "C",
      status_since date,
      profile_published_on date,
      segment text COLLATE "C",
      team_id text COLLATE "C",
      specialist_id text COLLATE "C",
      CONSTRAINT client_case_version CHECK (version >= 0),
      CONSTRAINT client_case_withheld CHECK (municipality_code IS NULL OR handler_id IS NULL),
      CONSTRAINT client_case_job_search CHECK (
        num_nulls(job_search_id, job_search_started_on, status_code, status_since) IN (0, 4))
    )`,
    'CREATE INDEX client_case_by_specialist ON client_case (specialist_id) WHERE specialist_id IS NOT NULL',
    'CREATE INDEX client_case_by_municipality ON client_case (municipality_code, client_id)',
    `GRANT SELECT, INSERT, UPDATE (version, municipality_code, handler_id, job_search_id, job_search_started_on,
      status_code, status_since, profile_published_on, segment, team_id, specialist_id) ON client_case TO :app`,
    ...protectRows('client_case', [
      { name: 'client_case_seen', command: 'SELECT', using: visible },
      { name: 'client_case_made', command: 'INSERT', check: itself },
      { name: 'client_case_changed', command: 'UPDATE', using: visible },
    ]),
  ],
};
