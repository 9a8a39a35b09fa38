import type { SqlMigration } from '@tyovayla/kernel/sql-migration';

/**
 * Plans that bind already get the timer that looks at their text on consequences; plans accepted from now on get theirs
 * with the acceptance. It fires at once, and sets itself for the day of the next text where that is still to come. A
 * release that adds a text to the rule book does the same again, with another word at the end of the subject.
 */
export const planTextTimerMigration: SqlMigration = {
  name: 'PlanTextTimer2062',
  up: [
    'ALTER TABLE plan NO FORCE ROW LEVEL SECURITY',
    `INSERT INTO timer (timer_id, kind, subject_id, due_on)
      SELECT gen_random_uuid(), 'plan-text-outdated', client_id || '/' || plan_id || '/2062', accepted_on
      FROM plan WHERE status = 'BINDING'
      ON CONFLICT (kind, subject_id) DO NOTHING`,
    'ALTER TABLE plan FORCE ROW LEVEL SECURITY',
  ],
};
