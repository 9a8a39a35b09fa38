import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { hasRole, isActor, isProgram, protectRows } from '@tyovayla/persistence/row-level-security';

const servesClients = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'].map(hasRole).join(' OR ');
const handlesProtected = hasRole('PROTECTED_CLIENT_HANDLER');
const takesOver = isProgram('population');
const exchanges = isProgram('area-exchange');
const ownTimers = isProgram('clients');

/** A record that went into another one, or was anonymised, is seen by nobody, but for the change that sets it aside. */
const present = `((merged_into IS NULL AND anonymised_on IS NULL)
  OR client_id::text = ANY ((SELECT string_to_array(current_setting('app.set_aside', true), ','))::text[]))`;

const unprotected = `protection_handler_id IS NULL AND (${servesClients} OR ${takesOver} OR ${exchanges})`;
const assigned = `${handlesProtected} AND ${isActor('protection_handler_id')}`;
const handedOver = `${handlesProtected} AND protection_handler_id = (SELECT current_setting('app.handed_over_to', true))`;
const visible = `((${unprotected}) OR (${assigned}) OR ${ownTimers})`;
const mayRegister = `${servesClients} OR ${takesOver} OR ${exchanges}`;

const ofVisibleClient = (table: string): string =>
  `EXISTS (SELECT 1 FROM client WHERE client.client_id = ${table}.client_id)`;

const clientColumns = [
  `ALTER TABLE client
    ADD COLUMN resident_since date,
    ADD COLUMN subsidy_300_reached_on date,
    ADD COLUMN contact_address jsonb,
    ADD COLUMN merged_into uuid CONSTRAINT client_merged_into REFERENCES client,
    ADD COLUMN anonymised_on date`,
  'CREATE INDEX client_merged_into_by ON client (merged_into) WHERE merged_into IS NOT NULL',
  `ALTER TABLE job_search
    ADD COLUMN transferred_to text COLLATE "C",
    ADD COLUMN taken_in_on date,
    ADD COLUMN taken_in_from text COLLATE "C",
    ADD CONSTRAINT job_search_transfer CHECK ((transferred_to IS NULL) = (end_reason IS DISTINCT FROM 'TRANSFERRED')),
    ADD CONSTRAINT job_search_taken_in CHECK ((taken_in_on IS NULL) = (taken_in_from IS NULL))`,
  // Checked when a statement is done, not row by row: a merge ends one search and brings another in one statement.
  'DROP INDEX job_search_one_running',
  `ALTER TABLE job_search ADD CONSTRAINT job_search_one_running
    EXCLUDE USING btree (client_id WITH =) WHERE (ended_on IS NULL) DEFERRABLE INITIALLY IMMEDIATE`,
  // The owner is bound by row-level security too, and must see everybody once.
  'ALTER TABLE client NO FORCE ROW LEVEL SECURITY',
  'ALTER TABLE job_search NO FORCE ROW LEVEL SECURITY',
  `UPDATE client SET resident_since =
    (SELECT min(started_on) FROM job_search WHERE job_search.client_id = client.client_id)`,
];

const residenceTable = [
  `CREATE TABLE residence (
    client_id uuid NOT NULL CONSTRAINT residence_client REFERENCES client,
    from_on date NOT NULL,
    municipality_code text COLLATE "C" NOT NULL,
    CONSTRAINT residence_pk PRIMARY KEY (client_id, from_on)
  )`,
  'INSERT INTO residence SELECT client_id, resident_since, municipality_code FROM client',
  'GRANT SELECT, INSERT, UPDATE (municipality_code), DELETE ON residence TO :app',
  ...protectRows('residence', [
    { name: 'residence_seen', command: 'SELECT', using: ofVisibleClient('residence') },
    { name: 'residence_known', command: 'INSERT', check: `${mayRegister} OR ${ownTimers}` },
    { name: 'residence_corrected', command: 'UPDATE', using: ofVisibleClient('residence') },
    { name: 'residence_forgotten', command: 'DELETE', using: ofVisibleClient('residence') },
  ]),
  'ALTER TABLE client ALTER COLUMN resident_since SET NOT NULL',
  'ALTER TABLE client FORCE ROW LEVEL SECURITY',
  'ALTER TABLE job_search FORCE ROW LEVEL SECURITY',
];

/** Who is no client any more is looked at once: the rule of retention, not this step, says until when they are kept. */
const retentionTimers = [
  `INSERT INTO timer (timer_id, kind, subject_id, due_on)
    SELECT gen_random_uuid(), 'retention', client_id::text, max(ended_on) FROM job_search
    GROUP BY client_id HAVING bool_and(ended_on IS NOT NULL)`,
];

const policies = [
  `GRANT UPDATE (resident_since, subsidy_300_reached_on, contact_address, merged_into, anonymised_on)
    ON client TO :app`,
  'GRANT UPDATE (client_id, former_job_search_id, transferred_to) ON job_search TO :app',
  // A corrected birth date moves the birthday timers.
  'GRANT UPDATE (timer_id, due_on) ON timer TO :app',
  'DROP POLICY client_seen ON client',
  'DROP POLICY client_registered ON client',
  'DROP POLICY client_changed ON client',
  'DROP POLICY job_search_started ON job_search',
  'DROP POLICY status_spell_began ON status_spell',
  `CREATE POLICY client_seen ON client FOR SELECT TO :app USING (${present} AND (${visible} OR (${handedOver})))`,
  `CREATE POLICY client_registered ON client FOR INSERT TO :app WITH CHECK (
    (protection_handler_id IS NULL AND (${mayRegister})) OR ${handlesProtected} OR ${takesOver} OR ${exchanges})`,
  `CREATE POLICY client_changed ON client FOR UPDATE TO :app USING (${present} AND ${visible})
    WITH CHECK ((${unprotected}) OR ${handlesProtected} OR ${ownTimers})`,
  `CREATE POLICY job_search_started ON job_search FOR INSERT TO :app WITH CHECK (${mayRegister})`,
  `CREATE POLICY status_spell_began ON status_spell FOR INSERT TO :app WITH CHECK (${mayRegister})`,
];

/** Cases that went to another area. The sealed record is erased when the other area has it. */
const transferTable = [
  `CREATE TABLE transfer_out (
    transfer_id uuid NOT NULL CONSTRAINT transfer_out_pk PRIMARY KEY,
    client_id uuid NOT NULL CONSTRAINT transfer_out_client REFERENCES client,
    job_search_id uuid NOT NULL CONSTRAINT transfer_out_job_search REFERENCES job_search,
    to_area_code text COLLATE "C" NOT NULL,
    transferred_on date NOT NULL,
    record_sealed bytea,
    acknowledged_at timestamptz,
    CONSTRAINT transfer_out_erased CHECK ((record_sealed IS NULL) = (acknowledged_at IS NOT NULL))
  )`,
  'CREATE INDEX transfer_out_pending ON transfer_out (transferred_on, transfer_id) WHERE acknowledged_at IS NULL',
  'CREATE INDEX transfer_out_of_client ON transfer_out (client_id)',
  'GRANT SELECT, INSERT, UPDATE (record_sealed, acknowledged_at) ON transfer_out TO :app',
  ...protectRows('transfer_out', [
    {
      name: 'transfer_out_seen',
      command: 'SELECT',
      using: `${exchanges} OR ${ownTimers} OR ${ofVisibleClient('transfer_out')}`,
    },
    { name: 'transfer_out_made', command: 'INSERT', check: mayRegister },
    { name: 'transfer_out_acknowledged', command: 'UPDATE', using: `${exchanges} OR ${ownTimers}` },
  ]),
];

/** Codes that a person had before. Without an index where the code was never theirs: it must not find them. */
const formerCodeTable = [
  `CREATE TABLE former_identity_code (
    former_code_id uuid NOT NULL CONSTRAINT former_identity_code_pk PRIMARY KEY,
    client_id uuid NOT NULL CONSTRAINT former_identity_code_client REFERENCES client,
    identity_code_sealed bytea NOT NULL,
    identity_code_index bytea CONSTRAINT former_identity_code_index UNIQUE,
    changed_on date NOT NULL,
    ground text COLLATE "C" NOT NULL
  )`,
  'CREATE INDEX former_identity_code_of_client ON former_identity_code (client_id)',
  `GRANT SELECT, INSERT, UPDATE (identity_code_sealed, identity_code_index), DELETE
    ON former_identity_code TO :app`,
  ...protectRows('former_identity_code', [
    { name: 'former_code_seen', command: 'SELECT', using: ofVisibleClient('former_identity_code') },
    { name: 'former_code_kept', command: 'INSERT', check: `${servesClients} OR ${ownTimers}` },
    { name: 'former_code_rotated', command: 'UPDATE', using: ownTimers },
    { name: 'former_code_forgotten', command: 'DELETE', using: ofVisibleClient('former_identity_code') },
    // For client_with_identity, which looks behind row-level security and tells an opaque id.
  ]),
  'CREATE POLICY former_code_found ON former_identity_code FOR SELECT TO CURRENT_USER USING (true)',
];

/** Which record went into which, and what came from where, so that it can be taken back. */
const mergeTable = [
  `CREATE TABLE client_merge (
    merged_client_id uuid NOT NULL CONSTRAINT client_merge_merged REFERENCES client,
    kept_client_id uuid NOT NULL CONSTRAINT client_merge_kept REFERENCES client,
    merged_on date NOT NULL,
    provenance_sealed bytea NOT NULL,
    split_on date,
    CONSTRAINT client_merge_pk PRIMARY KEY (merged_client_id)
  )`,
  'CREATE INDEX client_merge_of_kept ON client_merge (kept_client_id)',
  `GRANT SELECT, INSERT, UPDATE (kept_client_id, merged_on, provenance_sealed, split_on), DELETE
    ON client_merge TO :app`,
  ...protectRows('client_merge', [
    {
      name: 'client_merge_seen',
      command: 'SELECT',
      using: `EXISTS (SELECT 1 FROM client WHERE client.client_id = client_merge.kept_client_id) OR ${ownTimers}`,
    },
    { name: 'client_merge_made', command: 'INSERT', check: servesClients },
    {
      name: 'client_merge_changed',
      command: 'UPDATE',
      using: `EXISTS (SELECT 1 FROM client WHERE client.client_id = client_merge.kept_client_id) OR ${ownTimers}`,
    },
    { name: 'client_merge_forgotten', command: 'DELETE', using: ownTimers },
  ]),
];

/** Handlers who are gone, and who serves their clients from then on. It names no client. */
const successionTable = [
  `CREATE TABLE handler_succession (
    succession_id uuid NOT NULL CONSTRAINT handler_succession_pk PRIMARY KEY,
    from_handler_id text COLLATE "C" NOT NULL,
    to_handler_id text COLLATE "C" NOT NULL,
    decided_by text COLLATE "C" NOT NULL,
    decided_at timestamptz NOT NULL,
    CONSTRAINT handler_succession_other CHECK (from_handler_id <> to_handler_id)
  )`,
  'CREATE INDEX handler_succession_from ON handler_succession (from_handler_id, decided_at)',
  'GRANT SELECT, INSERT ON handler_succession TO :app',
  ...protectRows('handler_succession', [
    { name: 'handler_succession_followed', command: 'SELECT', using: ownTimers },
    { name: 'handler_succession_decided', command: 'INSERT', check: hasRole('SERVICE_MANAGER') },
  ]),
];

/** They look behind row-level security and tell opaque ids and nothing else. */
const behindProtection = [
  `CREATE FUNCTION kept_client(id uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    BEGIN ATOMIC
      WITH RECURSIVE went AS (
        SELECT c.client_id, c.merged_into FROM client c WHERE c.client_id = id
        UNION SELECT c.client_id, c.merged_into FROM client c JOIN went ON c.client_id = went.merged_into)
      SELECT client_id FROM went WHERE merged_into IS NULL;
    END`,
  `CREATE OR REPLACE FUNCTION client_with_identity(indexes bytea[]) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    BEGIN ATOMIC
      SELECT CASE WHEN c.merged_into IS NULL THEN c.client_id ELSE kept_client(c.client_id) END
        FROM client c WHERE c.identity_code_index = ANY (indexes)
      UNION ALL
      SELECT kept_client(f.client_id) FROM former_identity_code f WHERE f.identity_code_index = ANY (indexes)
      LIMIT 1;
    END`,
  `CREATE FUNCTION same_person(id uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    BEGIN ATOMIC
      WITH RECURSIVE record AS (
        SELECT kept_client(id) AS client_id
        UNION SELECT c.client_id FROM client c JOIN record ON c.merged_into = record.client_id)
      SELECT client_id FROM record WHERE client_id IS NOT NULL;
    END`,
  'REVOKE ALL ON FUNCTION kept_client(uuid) FROM PUBLIC',
  'REVOKE ALL ON FUNCTION same_person(uuid) FROM PUBLIC',
  'GRANT EXECUTE ON FUNCTION same_person(uuid) TO :app',
  'GRANT EXECUTE ON FUNCTION kept_client(uuid) TO :app',
];

/** Where people lived, cases of other areas, former codes, merged records, anonymised ones. */
export const clientLifeCycle: SqlMigration = {
  name: 'ClientLifeCycle2020',
  up: [
    ...clientColumns,
    ...retentionTimers,
    ...residenceTable,
    ...policies,
    ...transferTable,
    ...formerCodeTable,
    ...mergeTable,
    ...successionTable,
    ...behindProtection,
  ],
};
