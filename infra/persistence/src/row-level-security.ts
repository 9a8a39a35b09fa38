/** One rule of who may do what with a table's rows. SQL expressions come from our own code, never from input. */
export type RowPolicy = {
  readonly name: string;
  readonly command: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'ALL';
  /** Which existing rows may be seen, changed or deleted. */
  readonly using?: string;
  /** Which rows may come to be. */
  readonly check?: string;
};

/**
 * True where the acting person or program has the role. Reads the setting without missing_ok: outside a
 * transaction of ours it is an error on a fresh connection, and no role at all on one that was used before.
 */
export const hasRole = (role: string): string => {
  if (!/^[A-Z_]+$/.test(role)) throw new Error(`not a role's name: ${role}`);
  return `(SELECT '${role}' = ANY (string_to_array(current_setting('app.roles'), ',')))`;
};

/** True where the column holds the acting person's or program's id. */
export const isActor = (column: string): string => `${column} = (SELECT current_setting('app.actor_id'))`;

/** True where the call came through this program. */
export const isProgram = (program: string): string => {
  if (!/^[a-z-]+$/.test(program)) throw new Error(`not a program's name: ${program}`);
  return `(SELECT current_setting('app.program') = '${program}')`;
};

const policyStatement = (table: string, policy: RowPolicy): string => {
  const using = policy.using === undefined ? '' : ` USING (${policy.using})`;
  const check = policy.check === undefined ? '' : ` WITH CHECK (${policy.check})`;
  return `CREATE POLICY ${policy.name} ON ${table} FOR ${policy.command} TO :app${using}${check}`;
};

/**
 * Statements for a migration that close a table's rows to the app role, but for what the policies open.
 * Forced, so that the owner is bound as well: a step that must see all rows says so itself.
 */
export const protectRows = (table: string, policies: readonly RowPolicy[]): readonly string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  ...policies.map((policy) => policyStatement(table, policy)),
];
