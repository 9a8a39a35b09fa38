import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { protectCaseRows } from './case-rows.ts';

const planTable = [
  `CREATE TABLE plan (
    plan_id uuid NOT NULL CONSTRAINT plan_pk PRIMARY KEY,
    client_id uuid NOT NULL CONSTRAINT plan_case REFERENCES client_case,
    kind text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    binding_version integer,
    proposed_version integer,
    accepted_on date,
    accepted_how text COLLATE "C",
    ended_on date,
    end_reason text COLLATE "C",
    replaced_by_plan_id uuid,
    tasks_done jsonb NOT NULL,
    CONSTRAINT plan_kind CHECK (kind IN ('01', '02', '03', '04', '05', '06', '07')),
    CONSTRAINT plan_version CHECK (version > 0),
    CONSTRAINT plan_status CHECK (
      (status = 'DRAFT' AND binding_version IS NULL AND proposed_version IS NOT NULL)
      OR (status = 'BINDING' AND binding_version IS NOT NULL)
      OR status = 'ENDED'),
    CONSTRAINT plan_acceptance CHECK (num_nulls(binding_version, accepted_on, accepted_how) IN (0, 3)),
    CONSTRAINT plan_end CHECK (num_nulls(ended_on, end_reason) = CASE WHEN status = 'ENDED' THEN 0 ELSE 2 END)
  )`,
  'CREATE INDEX plan_of_client ON plan (client_id)',
  `GRANT SELECT, INSERT, UPDATE (status, version, binding_version, proposed_version, accepted_on, accepted_how,
    ended_on, end_reason, replaced_by_plan_id, tasks_done) ON plan TO :app`,
  ...protectCaseRows('plan'),
];

/** One row an edit, never changed. */
const editTable = [
  `CREATE TABLE plan_edit (
    plan_id uuid NOT NULL CONSTRAINT plan_edit_plan REFERENCES plan,
    version integer NOT NULL,
    client_id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    editor_id text COLLATE "C" NOT NULL,
    edited_at timestamptz NOT NULL,
    on_day date NOT NULL,
    accepted_version integer,
    accepted_how text COLLATE "C",
    CONSTRAINT plan_edit_pk PRIMARY KEY (plan_id, version),
    CONSTRAINT plan_edit_accepted CHECK (
      num_nulls(accepted_version, accepted_how) = CASE WHEN kind = 'ACCEPTED' THEN 0 ELSE 2 END)
  )`,
  'CREATE INDEX plan_edit_of_client ON plan_edit (client_id)',
  'GRANT SELECT, INSERT ON plan_edit TO :app',
  ...protectCaseRows('plan_edit'),
];

/** One row a content. Changed only where the words of someone who became anonymous are taken out. */
const contentTable = [
  `CREATE TABLE plan_content (
    plan_id uuid NOT NULL CONSTRAINT plan_content_plan REFERENCES plan,
    version integer NOT NULL,
    client_id uuid NOT NULL,
    content jsonb NOT NULL,
    CONSTRAINT plan_content_pk PRIMARY KEY (plan_id, version)
  )`,
  'CREATE INDEX plan_content_of_client ON plan_content (client_id)',
  'GRANT SELECT, INSERT, UPDATE (content) ON plan_content TO :app',
  ...protectCaseRows('plan_content'),
];

const periodTable = [
  `CREATE TABLE obligation_period (
    period_id uuid NOT NULL CONSTRAINT obligation_period_pk PRIMARY KEY,
    client_id uuid NOT NULL CONSTRAINT obligation_period_case REFERENCES client_case,
    plan_id uuid NOT NULL CONSTRAINT obligation_period_plan REFERENCES plan,
    anchor_on date NOT NULL,
    index_from_anchor integer NOT NULL,
    per_months integer NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    required integer NOT NULL,
    state text COLLATE "C" NOT NULL,
    reported integer,
    CONSTRAINT obligation_period_length CHECK (to_on > from_on),
    CONSTRAINT obligation_period_required CHECK (required > 0),
    CONSTRAINT obligation_period_state CHECK (
      (state = 'OPEN' AND reported IS NULL)
      OR (state = 'MET' AND reported >= required)
      OR (state = 'MISSED' AND reported < required)
      OR (state = 'SUPERSEDED' AND reported IS NOT NULL))
  )`,
  'CREATE INDEX obligation_period_of_client ON obligation_period (client_id, from_on)',
  'GRANT SELECT, INSERT, UPDATE (state, reported) ON obligation_period TO :app',
  ...protectCaseRows('obligation_period'),
];

const applicationTable = [
  `CREATE TABLE reported_application (
    application_id uuid NOT NULL CONSTRAINT reported_application_pk PRIMARY KEY,
    client_id uuid NOT NULL,
    period_id uuid NOT NULL CONSTRAINT reported_application_period REFERENCES obligation_period,
    kind text COLLATE "C" NOT NULL,
    applied_on date NOT NULL,
    reported_on date NOT NULL,
    note text
  )`,
  'CREATE INDEX reported_application_of_period ON reported_application (period_id)',
  'CREATE INDEX reported_application_of_client ON reported_application (client_id, applied_on)',
  'GRANT SELECT, INSERT, UPDATE (note) ON reported_application TO :app',
  ...protectCaseRows('reported_application'),
];

const offerTable = [
  `CREATE TABLE job_offer_follow_up (
    offer_id uuid NOT NULL,
    client_id uuid NOT NULL CONSTRAINT job_offer_follow_up_case REFERENCES client_case,
    offered_on date NOT NULL,
    apply_by date NOT NULL,
    binding boolean NOT NULL,
    outcome text COLLATE "C" NOT NULL,
    ground text COLLATE "C",
    recorded_on date NOT NULL,
    CONSTRAINT job_offer_follow_up_pk PRIMARY KEY (client_id, offer_id),
    CONSTRAINT job_offer_follow_up_ground CHECK ((outcome = 'NOT_SUITABLE') = (ground IS NOT NULL))
  )`,
  'GRANT SELECT, INSERT ON job_offer_follow_up TO :app',
  ...protectCaseRows('job_offer_follow_up'),
];

/** Plans with their history, periods of the job-search obligation with what was reported, offers followed up. */
export const planMigration: SqlMigration = {
  name: 'Plan2010',
  up: [...planTable, ...editTable, ...contentTable, ...periodTable, ...applicationTable, ...offerTable],
};
