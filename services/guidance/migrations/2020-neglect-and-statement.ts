import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { isProgram, protectRows } from '@tyovayla/persistence/row-level-security';
import { protectCaseRows } from './case-rows.ts';

const candidateTable = [
  `CREATE TABLE neglect_candidate (
    candidate_id uuid NOT NULL CONSTRAINT neglect_candidate_pk PRIMARY KEY,
    client_id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    occurred_on date NOT NULL,
    source_id text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL DEFAULT 'OPEN',
    settled_on date,
    settled_by text COLLATE "C",
    dismiss_ground text COLLATE "C",
    CONSTRAINT neglect_candidate_source UNIQUE (source_id, kind),
    CONSTRAINT neglect_candidate_status CHECK (status IN ('OPEN', 'RECORDED', 'DISMISSED')),
    CONSTRAINT neglect_candidate_settled CHECK ((status = 'OPEN') = (settled_by IS NULL) AND
      (status = 'OPEN') = (settled_on IS NULL) AND (status = 'DISMISSED') = (dismiss_ground IS NOT NULL))
  )`,
  `CREATE INDEX neglect_candidate_open ON neglect_candidate (client_id, occurred_on) WHERE status = 'OPEN'`,
  `GRANT SELECT, INSERT, UPDATE (status, settled_on, settled_by, dismiss_ground) ON neglect_candidate TO :app`,
  ...protectCaseRows('neglect_candidate'),
];

const neglectTable = [
  `CREATE TABLE neglect (
    neglect_id uuid NOT NULL CONSTRAINT neglect_pk PRIMARY KEY,
    client_id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    occurred_on date NOT NULL,
    source_id text COLLATE "C",
    recorded_by text COLLATE "C" NOT NULL,
    recorded_on date NOT NULL,
    version integer NOT NULL,
    reason_ground text COLLATE "C",
    assessed_by text COLLATE "C",
    assessed_on date,
    CONSTRAINT neglect_version CHECK (version > 0),
    CONSTRAINT neglect_recorded CHECK (recorded_on >= occurred_on),
    CONSTRAINT neglect_assessed CHECK (num_nulls(reason_ground, assessed_by, assessed_on) IN (0, 3))
  )`,
  'CREATE INDEX neglect_of_client ON neglect (client_id, occurred_on)',
  'GRANT SELECT, INSERT, UPDATE (version, reason_ground, assessed_by, assessed_on) ON neglect TO :app',
  ...protectCaseRows('neglect'),
];

const hearingTable = [
  `CREATE TABLE hearing (
    hearing_id uuid NOT NULL CONSTRAINT hearing_pk PRIMARY KEY,
    neglect_id uuid NOT NULL CONSTRAINT hearing_one_a_neglect UNIQUE CONSTRAINT hearing_neglect REFERENCES neglect,
    client_id uuid NOT NULL,
    opened_on date NOT NULL,
    deadline date NOT NULL,
    manner text COLLATE "C" NOT NULL,
    language text COLLATE "C" NOT NULL,
    opened_by text COLLATE "C" NOT NULL,
    answered_on date,
    explanation_code text COLLATE "C",
    CONSTRAINT hearing_deadline CHECK (deadline >= opened_on),
    CONSTRAINT hearing_answer CHECK ((answered_on IS NULL) = (explanation_code IS NULL))
  )`,
  'GRANT SELECT, INSERT, UPDATE (answered_on, explanation_code) ON hearing TO :app',
  ...protectCaseRows('hearing'),
  // The client's own words, apart from all else that is kept of the neglect: one who may not read them needs no grant.
  `CREATE TABLE hearing_explanation (
    hearing_id uuid NOT NULL CONSTRAINT hearing_explanation_pk PRIMARY KEY
      CONSTRAINT hearing_explanation_hearing REFERENCES hearing,
    client_id uuid NOT NULL,
    explanation text NOT NULL,
    CONSTRAINT hearing_explanation_short CHECK (char_length(explanation) BETWEEN 1 AND 500)
  )`,
  'GRANT SELECT, INSERT ON hearing_explanation TO :app',
  ...protectCaseRows('hearing_explanation'),
];

/** A sent statement never changes: the app role may add and read, and nothing else. */
const statementTable = [
  `CREATE TABLE statement (
    statement_id uuid NOT NULL CONSTRAINT statement_pk PRIMARY KEY,
    client_id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    content jsonb NOT NULL,
    ground_code text COLLATE "C" NOT NULL,
    ground_act text NOT NULL,
    ground_section text NOT NULL,
    recipient_code text COLLATE "C" NOT NULL,
    issued_by text COLLATE "C" NOT NULL,
    issued_on date NOT NULL,
    language text COLLATE "C" NOT NULL,
    neglect_id uuid CONSTRAINT statement_neglect REFERENCES neglect,
    hearing_id uuid CONSTRAINT statement_hearing REFERENCES hearing,
    replaces_statement_id uuid CONSTRAINT statement_replaced_once UNIQUE
      CONSTRAINT statement_replaces REFERENCES statement,
    rule_valid_from date,
    CONSTRAINT statement_sanction_heard CHECK (
      (kind IN ('WAITING_PERIOD', 'WORK_OBLIGATION')) = (hearing_id IS NOT NULL) AND
      (hearing_id IS NULL) = (neglect_id IS NULL))
  )`,
  'CREATE INDEX statement_of_client ON statement (client_id, issued_on)',
  'GRANT SELECT, INSERT ON statement TO :app',
  ...protectCaseRows('statement'),
  `CREATE TABLE statement_delivery (
    statement_id uuid NOT NULL CONSTRAINT statement_delivery_pk PRIMARY KEY
      CONSTRAINT statement_delivery_statement REFERENCES statement,
    client_id uuid NOT NULL,
    state text COLLATE "C" NOT NULL,
    attempts integer NOT NULL,
    sent_at timestamptz,
    next_attempt_at timestamptz,
    receipt_id text COLLATE "C",
    receipt_at timestamptz,
    failure_code text COLLATE "C",
    CONSTRAINT statement_delivery_state CHECK (state IN ('WAITING', 'SENT', 'RECEIPT', 'FAILED')),
    CONSTRAINT statement_delivery_receipt CHECK ((state = 'RECEIPT') = (receipt_id IS NOT NULL) AND
      (receipt_id IS NULL) = (receipt_at IS NULL)),
    CONSTRAINT statement_delivery_failure CHECK ((state = 'FAILED') = (failure_code IS NOT NULL)),
    CONSTRAINT statement_delivery_next CHECK (
      (state IN ('WAITING', 'SENT') AND next_attempt_at IS NOT NULL) OR
      (state = 'RECEIPT' AND next_attempt_at IS NULL) OR state = 'FAILED')
  )`,
  `CREATE INDEX statement_delivery_due ON statement_delivery (next_attempt_at) WHERE next_attempt_at IS NOT NULL`,
  `CREATE INDEX statement_delivery_failed ON statement_delivery (statement_id) WHERE state = 'FAILED'`,
  `GRANT SELECT, INSERT, UPDATE (state, attempts, sent_at, next_attempt_at, receipt_id, receipt_at, failure_code)
    ON statement_delivery TO :app`,
  ...protectCaseRows('statement_delivery'),
];

const obligationTable = [
  `CREATE TABLE work_obligation_activity (
    activity_id uuid NOT NULL CONSTRAINT work_obligation_activity_pk PRIMARY KEY,
    obligation_statement_id uuid NOT NULL CONSTRAINT work_obligation_activity_statement REFERENCES statement,
    client_id uuid NOT NULL,
    activity text COLLATE "C" NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    CONSTRAINT work_obligation_activity_period CHECK (to_on >= from_on)
  )`,
  'CREATE INDEX work_obligation_activity_of_client ON work_obligation_activity (client_id)',
  'GRANT SELECT, INSERT ON work_obligation_activity TO :app',
  ...protectCaseRows('work_obligation_activity'),
];

/** What the simulated benefit payer remembers. No part of the authority's own records: a real payer keeps its own. */
const simulatedPayerTable = [
  `CREATE TABLE simulated_payer_receipt (
    idempotency_key text COLLATE "C" NOT NULL CONSTRAINT simulated_payer_receipt_pk PRIMARY KEY,
    recipient_code text COLLATE "C" NOT NULL,
    receipt_id text COLLATE "C" NOT NULL,
    received_at timestamptz NOT NULL,
    deliveries integer NOT NULL DEFAULT 1
  )`,
  'GRANT SELECT, INSERT, UPDATE (deliveries) ON simulated_payer_receipt TO :app',
  ...protectRows('simulated_payer_receipt', [
    {
      name: 'simulated_payer_itself',
      command: 'ALL',
      using: isProgram('guidance'),
      check: isProgram('guidance'),
    },
  ]),
];

/** Neglects with their hearings, statements with their way to the payer. */
export const neglectAndStatementMigration: SqlMigration = {
  name: 'NeglectAndStatement2020',
  up: [
    ...candidateTable,
    ...neglectTable,
    ...hearingTable,
    ...statementTable,
    ...obligationTable,
    ...simulatedPayerTable,
  ],
};
