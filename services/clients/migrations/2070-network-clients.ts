import type { SqlMigration } from '@tyovayla/kernel/sql-migration';

/**
 * What guidance may tell a named member of a client's multi-sector network: name and language, and of a client under
 * protection only where the call names the handler who serves them. It looks behind row-level security, which shows
 * guidance nothing of anybody, and is closed to every other program.
 */
export const networkClients: SqlMigration = {
  name: 'NetworkClients2070',
  up: [
    'CREATE POLICY client_interpreter_told ON client_interpreter FOR SELECT TO CURRENT_USER USING (true)',
    `CREATE FUNCTION network_clients(asked uuid[], handler text)
      RETURNS TABLE (client_id uuid, given_names text, family_name text, service_language text, interpreter_language text)
      LANGUAGE plpgsql STABLE SECURITY DEFINER SET enable_seqscan = off SET search_path = public, pg_temp
      AS 'BEGIN
        IF current_setting(''app.program'') <> ''guidance'' OR current_setting(''app.roles'') <> '''' THEN RETURN; END IF;
        RETURN QUERY
          SELECT a.id, c.given_names::text, c.family_name::text, c.service_language::text, i.language::text
            FROM unnest(asked) AS a(id)
            JOIN client c ON c.client_id = COALESCE(kept_client(a.id), a.id)
            LEFT JOIN client_interpreter i ON i.client_id = c.client_id
            WHERE c.merged_into IS NULL AND c.anonymised_on IS NULL
              AND c.protection_handler_id IS NOT DISTINCT FROM handler;
      END'`,
    'REVOKE ALL ON FUNCTION network_clients(uuid[], text) FROM PUBLIC',
    'GRANT EXECUTE ON FUNCTION network_clients(uuid[], text) TO :app',
  ],
};
