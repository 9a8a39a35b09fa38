import type { SqlMigration } from '@tyovayla/kernel/sql-migration';

/** The initial interview of each client's running job search. */
export const initialInterviewMigration: SqlMigration = {
  name: 'InitialInterview2001',
  up: [
    `CREATE TABLE initial_interview (
       client_id uuid PRIMARY KEY,
       job_search_id uuid NOT NULL,
       due_on date NOT NULL,
       working_days integer NOT NULL,
       rule_valid_from date NOT NULL,
       withheld boolean NOT NULL
     )`,
    'CREATE INDEX initial_interview_due_on ON initial_interview (due_on)',
    'GRANT SELECT, INSERT, UPDATE, DELETE ON initial_interview TO :app',
  ],
};
