import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { hasRole, isActor, isProgram, protectRows } from '@tyovayla/persistence/row-level-security';

const servesClients = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'].map(hasRole).join(' OR ');
const handlesProtected = hasRole('PROTECTED_CLIENT_HANDLER');
const takesOver = isProgram('population');
const ownTimers = isProgram('clients');

/** The second lock on protected clients, beside the access rule: one holds where the other fails. */
const unprotected = `protection_handler_id IS NULL AND (${servesClients} OR ${takesOver})`;
const assigned = `${handlesProtected} AND ${isActor('protection_handler_id')}`;

/**
 * A handler who records an order for another one stores a row that they don't see from then on. Postgres lets nobody
 * store what they can't see, so the transaction names the handler it hands the client over to.
 */
const handedOver = `${handlesProtected} AND protection_handler_id = (SELECT current_setting('app.handed_over_to', true))`;

const visible = `(${unprotected}) OR (${assigned}) OR ${ownTimers}`;
const ofVisibleClient = (table: string): string =>
  `EXISTS (SELECT 1 FROM client WHERE client.client_id = ${table}.client_id)`;
const ofVisibleSearch = 'EXISTS (SELECT 1 FROM job_search WHERE job_search.job_search_id = status_spell.job_search_id)';
const mayRegister = `${servesClients} OR ${takesOver}`;

const clientTable = [
  `CREATE TABLE client (
    client_id uuid NOT NULL CONSTRAINT client_pk PRIMARY KEY,
    version integer NOT NULL,
    identity_code_sealed bytea NOT NULL,
    identity_code_index bytea NOT NULL CONSTRAINT client_identity_code UNIQUE,
    given_names text COLLATE "fi-x-icu" NOT NULL,
    family_name text COLLATE "fi-x-icu" NOT NULL,
    given_names_key text COLLATE "C" GENERATED ALWAYS AS (lower(given_names)) STORED,
    family_name_key text COLLATE "C" GENERATED ALWAYS AS (lower(family_name)) STORED,
    municipality_code text COLLATE "C" NOT NULL,
    service_language text COLLATE "C" NOT NULL,
    citizenships text[] NOT NULL,
    contact jsonb NOT NULL,
    subsidy_days integer NOT NULL,
    protection_valid_from date,
    protection_valid_to date,
    protection_handler_id text COLLATE "C",
    running_status_code text COLLATE "C",
    running_since date,
    CONSTRAINT client_version CHECK (version > 0),
    CONSTRAINT client_protection CHECK ((protection_valid_from IS NULL) = (protection_handler_id IS NULL)),
    CONSTRAINT client_running CHECK ((running_status_code IS NULL) = (running_since IS NULL))
  )`,
  'CREATE INDEX client_by_name ON client (family_name, given_names, client_id)',
  'CREATE INDEX client_by_family_name_key ON client (family_name_key)',
  'CREATE INDEX client_by_given_names_key ON client (given_names_key)',
  'CREATE INDEX client_by_municipality ON client (municipality_code, family_name, given_names, client_id)',
  'CREATE INDEX client_by_status ON client (running_status_code, family_name, given_names, client_id)',
  `GRANT SELECT, INSERT, UPDATE (version, identity_code_sealed, identity_code_index, given_names, family_name,
    municipality_code, service_language, citizenships, contact, subsidy_days, protection_valid_from,
    protection_valid_to, protection_handler_id, running_status_code, running_since) ON client TO :app`,
  ...protectRows('client', [
    { name: 'client_seen', command: 'SELECT', using: `${visible} OR (${handedOver})` },
    {
      name: 'client_registered',
      command: 'INSERT',
      check: `(protection_handler_id IS NULL AND (${mayRegister})) OR ${handlesProtected} OR ${takesOver}`,
    },
    {
      name: 'client_changed',
      command: 'UPDATE',
      using: visible,
      check: `(${unprotected}) OR ${handlesProtected} OR ${ownTimers}`,
    },
  ]),
];

const jobSearchTable = [
  `CREATE TABLE job_search (
    job_search_id uuid NOT NULL CONSTRAINT job_search_pk PRIMARY KEY,
    client_id uuid NOT NULL CONSTRAINT job_search_client REFERENCES client,
    former_job_search_id uuid CONSTRAINT job_search_former REFERENCES job_search,
    started_on date NOT NULL,
    ended_on date,
    end_reason text COLLATE "C",
    CONSTRAINT job_search_end CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
    CONSTRAINT job_search_period CHECK (ended_on >= started_on)
  )`,
  'CREATE INDEX job_search_of_client ON job_search (client_id, started_on)',
  'CREATE UNIQUE INDEX job_search_one_running ON job_search (client_id) WHERE ended_on IS NULL',
  'GRANT SELECT, INSERT, UPDATE (ended_on, end_reason) ON job_search TO :app',
  ...protectRows('job_search', [
    { name: 'job_search_seen', command: 'SELECT', using: ofVisibleClient('job_search') },
    { name: 'job_search_started', command: 'INSERT', check: mayRegister },
    { name: 'job_search_ended', command: 'UPDATE', using: ofVisibleClient('job_search') },
  ]),
];

const statusSpellTable = [
  `CREATE TABLE status_spell (
    job_search_id uuid NOT NULL CONSTRAINT status_spell_job_search REFERENCES job_search,
    from_on date NOT NULL,
    to_on date,
    status_code text COLLATE "C" NOT NULL,
    CONSTRAINT status_spell_pk PRIMARY KEY (job_search_id, from_on),
    CONSTRAINT status_spell_period CHECK (to_on > from_on)
  )`,
  'CREATE UNIQUE INDEX status_spell_one_open ON status_spell (job_search_id) WHERE to_on IS NULL',
  'GRANT SELECT, INSERT, UPDATE (to_on, status_code) ON status_spell TO :app',
  ...protectRows('status_spell', [
    { name: 'status_spell_seen', command: 'SELECT', using: ofVisibleSearch },
    { name: 'status_spell_began', command: 'INSERT', check: mayRegister },
    { name: 'status_spell_changed', command: 'UPDATE', using: ofVisibleSearch },
  ]),
];

/**
 * Registration must learn that a person is known also where a protection order hides them, or it would make a second
 * one. This function alone looks behind row-level security, and tells the client's opaque id and nothing else.
 */
const behindProtection = [
  'CREATE POLICY client_found_by_identity ON client FOR SELECT TO CURRENT_USER USING (true)',
  `CREATE FUNCTION client_with_identity(indexes bytea[]) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    RETURN (SELECT client_id FROM client WHERE identity_code_index = ANY (indexes))`,
  'REVOKE ALL ON FUNCTION client_with_identity(bytea[]) FROM PUBLIC',
  'GRANT EXECUTE ON FUNCTION client_with_identity(bytea[]) TO :app',
];

/** Clients, their job searches and status history. Columns `running_…` repeat the open spell for lists. */
export const clientRegistry: SqlMigration = {
  name: 'ClientRegistry2001',
  up: [...clientTable, ...jobSearchTable, ...statusSpellTable, ...behindProtection],
};
