import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { protectCaseRows } from './case-rows.ts';

const meetingTable = [
  `CREATE TABLE meeting (
    meeting_id uuid NOT NULL CONSTRAINT meeting_pk PRIMARY KEY,
    client_id uuid NOT NULL CONSTRAINT meeting_case REFERENCES client_case,
    job_search_id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    due_on date,
    schedule_by date,
    rule_valid_from date,
    booked_on date,
    starts_at smallint,
    minutes smallint,
    channel text COLLATE "C",
    office_id text COLLATE "C",
    booked_by text COLLATE "C",
    specialist_id text COLLATE "C",
    remote_reason text COLLATE "C",
    done_on date,
    channel_code text COLLATE "C",
    missed_effect text COLLATE "C",
    cancel_reason text COLLATE "C",
    CONSTRAINT meeting_version CHECK (version > 0),
    CONSTRAINT meeting_status CHECK (status IN ('PLANNED', 'BOOKED', 'HELD', 'MISSED', 'CANCELLED', 'TAKEN_OVER')),
    CONSTRAINT meeting_asked CHECK ((due_on IS NULL) = (schedule_by IS NULL)),
    CONSTRAINT meeting_booked CHECK (status NOT IN ('BOOKED', 'MISSED') OR booked_on IS NOT NULL),
    CONSTRAINT meeting_booking CHECK (
      num_nulls(booked_on, starts_at, minutes, channel, booked_by, specialist_id) IN (0, 6)),
    CONSTRAINT meeting_office CHECK (channel IS NULL OR (channel = 'OFFICE') = (office_id IS NOT NULL)),
    CONSTRAINT meeting_done CHECK ((status IN ('HELD', 'MISSED', 'CANCELLED')) = (done_on IS NOT NULL))
  )`,
  'CREATE INDEX meeting_of_client ON meeting (client_id)',
  "CREATE INDEX meeting_booked_by_specialist ON meeting (specialist_id, booked_on) WHERE status = 'BOOKED'",
  "CREATE INDEX meeting_to_be_held ON meeting (schedule_by) WHERE status IN ('PLANNED', 'BOOKED')",
  `GRANT SELECT, INSERT, UPDATE (status, version, booked_on, starts_at, minutes, channel, office_id, booked_by,
    specialist_id, remote_reason, done_on, channel_code, missed_effect, cancel_reason) ON meeting TO :app`,
  ...protectCaseRows('meeting'),
];

const serviceNeedTable = [
  `CREATE TABLE service_need (
    assessment_id uuid NOT NULL CONSTRAINT service_need_pk PRIMARY KEY,
    client_id uuid NOT NULL CONSTRAINT service_need_case REFERENCES client_case,
    assessed_on date NOT NULL,
    segment text COLLATE "C" NOT NULL,
    work_ability_considered text COLLATE "C",
    multi_sector_need text COLLATE "C" NOT NULL,
    service_language text COLLATE "C",
    note text,
    assessed_by text COLLATE "C" NOT NULL
  )`,
  'CREATE INDEX service_need_of_client ON service_need (client_id, assessment_id)',
  'GRANT SELECT, INSERT, UPDATE (note) ON service_need TO :app',
  ...protectCaseRows('service_need'),
];

/** Meetings of clients in place of their initial interviews, and what service they need. */
export const meetingMigration: SqlMigration = {
  name: 'Meeting2003',
  up: [...meetingTable, ...serviceNeedTable, 'DROP TABLE initial_interview'],
};
