import type { Sql } from '@tyovayla/kernel/sql';

/** Without these an accepted command may be gone after a power cut, or a page be torn. */
const required: Readonly<Record<string, readonly string[]>> = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_write', 'remote_apply'],
};

/** Which of the server's settings break the promise that a committed command survives power loss; empty where none does. */
export const durabilityFaults = async (sql: Sql): Promise<readonly string[]> => {
  const rows = await sql.query<{ name: string; setting: string }>(
    'SELECT name, setting FROM pg_settings WHERE name = ANY ($1) ORDER BY name',
    [Object.keys(required)],
  );
  return rows
    .filter(({ name, setting }) => !required[name]?.includes(setting))
    .map(({ name, setting }) => `${name}=${setting}`);
};
