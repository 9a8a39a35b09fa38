import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { protectCaseRows } from './case-rows.ts';

/** Which unemployment benefit a client gets. A row is ended or replaced, never taken away. */
export const benefitMigration: SqlMigration = {
  name: 'Benefit2055',
  up: [
    `CREATE TABLE benefit (
      record_id uuid NOT NULL CONSTRAINT benefit_pk PRIMARY KEY,
      client_id uuid NOT NULL CONSTRAINT benefit_case REFERENCES client_case,
      job_search_id uuid NOT NULL,
      kind text COLLATE "C" NOT NULL,
      from_on date NOT NULL,
      until_on date,
      told_by text COLLATE "C" NOT NULL,
      recorded_on date NOT NULL,
      recorded_by text COLLATE "C" NOT NULL,
      replaced_by_id uuid,
      CONSTRAINT benefit_days CHECK (until_on IS NULL OR from_on < until_on)
    )`,
    'CREATE INDEX benefit_of_client ON benefit (client_id) WHERE replaced_by_id IS NULL',
    'GRANT SELECT, INSERT, UPDATE (until_on, replaced_by_id) ON benefit TO :app',
    ...protectCaseRows('benefit'),
  ],
};
