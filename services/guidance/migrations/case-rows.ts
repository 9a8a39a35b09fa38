import { isProgram, protectRows } from '@tyovayla/persistence/row-level-security';

const ofVisibleCase = (table: string): string =>
  `EXISTS (SELECT 1 FROM client_case WHERE client_case.client_id = ${table}.client_id)`;

/**
 * Row-level security for a table of things in clients' cases, which has a column `client_id`: its rows are seen and
 * changed by those who see the case. The service itself, which sees every case, may also store rows of a case that
 * comes to be in the same statement and can't be seen yet; an upsert asks for that in `using` as well.
 */
export const protectCaseRows = (table: string): readonly string[] =>
  protectRows(table, [
    { name: `${table}_of_case`, command: 'ALL', using: `${isProgram('guidance')} OR ${ofVisibleCase(table)}` },
  ]);
