import { Client as PgClient } from 'pg';

/** Everybody of a small office is of one team: test staff by their usual ids. */
const staffIds = Array.from({ length: 99 }, (_, index) => `staff-${String(index + 1).padStart(4, '0')}`);

const statements = [
  'CREATE POLICY office_told ON client_service FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true)',
  `CREATE FUNCTION office_serves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS 'BEGIN
      INSERT INTO client_service (client_id, team_id) VALUES (NEW.client_id, ''office'') ON CONFLICT DO NOTHING;
      RETURN NEW;
    END'`,
  'CREATE TRIGGER office_serves AFTER INSERT ON client FOR EACH ROW EXECUTE FUNCTION office_serves()',
];

/**
 * Lets one team of all test staff serve every client from the moment of registration, for tests of what is not about
 * who serves whom. In the database itself, so that no step of a test can forget it.
 */
export const oneOffice = async (migratorUrl: string): Promise<void> => {
  const owner = new PgClient({ connectionString: migratorUrl });
  await owner.connect();
  try {
    for (const statement of statements) await owner.query(statement);
    await owner.query(
      "INSERT INTO team_member (team_id, staff_id, from_on) SELECT 'office', unnest($1::text[]), '2000-01-01'",
      [staffIds],
    );
  } finally {
    await owner.end();
  }
};
