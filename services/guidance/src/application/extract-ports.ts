import type { Sql } from '@tyovayla/kernel/sql';

/** Something that is kept of a client, with all its fields in which something stands, as the store names them. */
export type KeptRow = { readonly kind: string; readonly fields: Readonly<Record<string, unknown>> };

/** Reads whatever is kept of a client. */
export type Extracts = {
  /** All of it, also what merged records left; row-level security leaves out what is hidden from who asks. */
  ofClient(sql: Sql, clientId: string): Promise<readonly KeptRow[]>;
};
