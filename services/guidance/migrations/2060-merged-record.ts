import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { isProgram, protectRows } from '@tyovayla/persistence/row-level-security';

/**
 * These look behind row-level security as the tables' owner, and tell ids of one and the same person and nothing else.
 * What hangs on such an id is for row-level security to show or hide. Nearly every record stands for itself: that is
 * found by one look at an index, in a plan that the connection keeps.
 */
const behind = (name: string, returns: string, body: string): readonly string[] => [
  `CREATE FUNCTION ${name}(of_client uuid) RETURNS ${returns}
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ BEGIN ${body} END $$`,
  `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION ${name} TO :app`,
];

/** The client's own record and all that were merged into it, one after the other. */
const records = behind(
  'records_of',
  'uuid[]',
  `IF NOT EXISTS (SELECT 1 FROM merged_record WHERE into_client_id = of_client) THEN
     RETURN ARRAY[of_client];
   END IF;
   RETURN (WITH RECURSIVE record(id) AS (
     SELECT of_client UNION SELECT m.client_id FROM merged_record m JOIN record ON m.into_client_id = record.id
   ) SELECT array_agg(id) FROM record);`,
);

/** The record that a client's went into in the end; the client's own where it went into none. */
const surviving = behind(
  'surviving_record',
  'uuid',
  `IF NOT EXISTS (SELECT 1 FROM merged_record WHERE client_id = of_client) THEN
     RETURN of_client;
   END IF;
   RETURN (WITH RECURSIVE step(id, steps) AS (
     SELECT of_client, 0
     UNION ALL
     SELECT m.into_client_id, steps + 1 FROM merged_record m JOIN step ON m.client_id = step.id WHERE steps < 100
   ) SELECT id FROM step ORDER BY steps DESC LIMIT 1);`,
);

/**
 * Which records went into which other one of the same person. What hangs on a merged record stays there, since
 * statements never change and a split gives it back; it is read from the surviving record by this table.
 */
export const mergedRecordMigration: SqlMigration = {
  name: 'MergedRecord2060',
  up: [
    `CREATE TABLE merged_record (
      client_id uuid NOT NULL CONSTRAINT merged_record_pk PRIMARY KEY,
      into_client_id uuid NOT NULL,
      merged_on date NOT NULL,
      CONSTRAINT merged_record_into_another CHECK (client_id <> into_client_id)
    )`,
    'CREATE INDEX merged_record_into ON merged_record (into_client_id)',
    'GRANT SELECT, INSERT, UPDATE (into_client_id, merged_on), DELETE ON merged_record TO :app',
    ...protectRows('merged_record', [
      { name: 'merged_record_itself', command: 'ALL', using: isProgram('guidance'), check: isProgram('guidance') },
    ]),
    'CREATE POLICY merged_record_for_functions ON merged_record FOR SELECT TO CURRENT_USER USING (true)',
    ...records,
    ...surviving,
    // A task on what a merged record left is the surviving client's.
    'GRANT UPDATE (client_id) ON day_task TO :app',
  ],
};
