import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { protectCaseRows } from './case-rows.ts';

const tables = ['client_case', 'multi_sector_prompt'] as const;

/**
 * What the duty to apply for studies hangs on: the client's age and qualification on the case, and the study places
 * applied for. A row of those is never changed. The age of clients known before is what prompts already remember; the
 * step looks at all rows, as their owner.
 */
export const studyDutyMigration: SqlMigration = {
  name: 'StudyDuty2056',
  up: [
    'ALTER TABLE client_case ADD COLUMN age text COLLATE "C", ADD COLUMN vocational_qualification text COLLATE "C"',
    'GRANT UPDATE (age, vocational_qualification) ON client_case TO :app',
    ...tables.map((table) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`),
    'UPDATE client_case c SET age = p.age FROM multi_sector_prompt p WHERE p.client_id = c.client_id',
    ...tables.map((table) => `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`),
    'ALTER TABLE service_need ADD COLUMN vocational_qualification text COLLATE "C"',
    `CREATE TABLE study_application (
      application_id uuid NOT NULL CONSTRAINT study_application_pk PRIMARY KEY,
      client_id uuid NOT NULL CONSTRAINT study_application_case REFERENCES client_case,
      applied_on date NOT NULL,
      places integer NOT NULL CONSTRAINT study_application_places CHECK (places BETWEEN 1 AND 20),
      recorded_on date NOT NULL,
      recorded_by text COLLATE "C" NOT NULL
    )`,
    'CREATE INDEX study_application_of_client ON study_application (client_id, applied_on)',
    'GRANT SELECT, INSERT ON study_application TO :app',
    ...protectCaseRows('study_application'),
  ],
};
