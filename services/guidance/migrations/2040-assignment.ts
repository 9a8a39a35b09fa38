import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { protectCaseRows } from './case-rows.ts';

const dayTaskTable = [
  `CREATE TABLE day_task (
    task_id uuid NOT NULL CONSTRAINT day_task_pk PRIMARY KEY,
    client_id uuid NOT NULL CONSTRAINT day_task_case REFERENCES client_case,
    kind text COLLATE "C" NOT NULL,
    due_on date NOT NULL,
    source_id uuid NOT NULL,
    CONSTRAINT day_task_one_a_source UNIQUE (source_id, kind)
  )`,
  'CREATE INDEX day_task_of_client ON day_task (client_id, due_on)',
  'GRANT SELECT, INSERT, UPDATE (due_on), DELETE ON day_task TO :app',
  ...protectCaseRows('day_task'),
];

const assignmentTables = [
  `CREATE TABLE client_assignment (
    client_id uuid NOT NULL CONSTRAINT client_assignment_pk PRIMARY KEY
      CONSTRAINT client_assignment_case REFERENCES client_case,
    foreign_citizen boolean NOT NULL,
    proposed_to text COLLATE "C"
  )`,
  'GRANT SELECT, INSERT, UPDATE (foreign_citizen, proposed_to) ON client_assignment TO :app',
  ...protectCaseRows('client_assignment'),
  `CREATE TABLE caseload_exception (
    exception_id uuid NOT NULL CONSTRAINT caseload_exception_pk PRIMARY KEY,
    client_id uuid NOT NULL CONSTRAINT caseload_exception_case REFERENCES client_case,
    staff_id text COLLATE "C" NOT NULL,
    written_ground text NOT NULL,
    granted_by text COLLATE "C" NOT NULL,
    granted_at timestamptz NOT NULL
  )`,
  'GRANT SELECT, INSERT ON caseload_exception TO :app',
  ...protectCaseRows('caseload_exception'),
  // Figures of staff: clients under a protection order are in none, so that they tell nothing of them.
  `CREATE TABLE specialist_load (
    staff_id text COLLATE "C" NOT NULL,
    lane text COLLATE "C" NOT NULL,
    clients integer NOT NULL,
    CONSTRAINT specialist_load_pk PRIMARY KEY (staff_id, lane),
    CONSTRAINT specialist_load_lane CHECK (lane IN ('ARRIVALS', 'DESK'))
  ) WITH (fillfactor = 50)`,
  'GRANT SELECT, INSERT, UPDATE (clients) ON specialist_load TO :app',
  `CREATE INDEX client_case_by_team ON client_case (team_id) WHERE team_id IS NOT NULL`,
];

const substitutionTable = [
  `CREATE TABLE substitution (
    substitution_id uuid NOT NULL CONSTRAINT substitution_pk PRIMARY KEY,
    version integer NOT NULL,
    absent_id text COLLATE "C" NOT NULL,
    substitute_id text COLLATE "C" NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    CONSTRAINT substitution_of_another CHECK (absent_id <> substitute_id),
    CONSTRAINT substitution_period CHECK (to_on >= from_on - 1)
  )`,
  'CREATE INDEX substitution_of_absent ON substitution (absent_id, to_on)',
  'CREATE INDEX substitution_by_substitute ON substitution (substitute_id, to_on)',
  'GRANT SELECT, INSERT, UPDATE (version, to_on) ON substitution TO :app',
];

const statedNeedTable = [
  `CREATE TABLE stated_need (
    need_id uuid NOT NULL CONSTRAINT stated_need_pk PRIMARY KEY,
    client_id uuid NOT NULL CONSTRAINT stated_need_case REFERENCES client_case,
    staff_id text COLLATE "C" NOT NULL,
    reason text COLLATE "C" NOT NULL,
    text text NOT NULL,
    opened_at timestamptz NOT NULL,
    until_at timestamptz NOT NULL,
    CONSTRAINT stated_need_period CHECK (until_at >= opened_at)
  )`,
  'CREATE INDEX stated_need_of_client ON stated_need (client_id, until_at)',
  'CREATE INDEX stated_need_by_time ON stated_need (opened_at, need_id)',
  'GRANT SELECT, INSERT, UPDATE (until_at, text) ON stated_need TO :app',
  ...protectCaseRows('stated_need'),
];

/** Whose a client is, what specialists have to do, who substitutes whom, and who stated a need for whose data. */
export const assignmentMigration: SqlMigration = {
  name: 'Assignment2040',
  up: [
    ...dayTaskTable,
    ...assignmentTables,
    ...substitutionTable,
    ...statedNeedTable,
    "CREATE INDEX meeting_held_lately ON meeting (done_on) WHERE status = 'HELD'",
  ],
};
