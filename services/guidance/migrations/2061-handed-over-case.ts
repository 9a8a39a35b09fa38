import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { isProgram } from '@tyovayla/persistence/row-level-security';

/**
 * Cases whose job search went over to another area. The program through which areas hand each other their cases reads
 * these and no others, protected ones too: the other area must protect the person from the first moment.
 */
export const handedOverCaseMigration: SqlMigration = {
  name: 'HandedOverCase2061',
  up: [
    `ALTER TABLE client_case ADD COLUMN transferred_out_on date,
      ADD CONSTRAINT client_case_transferred_out CHECK (transferred_out_on IS NULL OR job_search_id IS NULL)`,
    'GRANT UPDATE (transferred_out_on) ON client_case TO :app',
    `CREATE POLICY client_case_handed_over ON client_case FOR SELECT TO :app
      USING (transferred_out_on IS NOT NULL AND ${isProgram('area-exchange')})`,
  ],
};
