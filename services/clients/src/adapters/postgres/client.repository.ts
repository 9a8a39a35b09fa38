import type { Sql, Tx, Write } from '@tyovayla/kernel/sql';
import type { ClientRepository } from '../../application/ports.ts';
import type { Client, ClientId } from '../../domain/client/client.ts';
import { clientFrom } from './client-from-row.ts';
import { type ClientRow, selectClient } from './client-row.ts';
import { insertClient, updateClient } from './client-writes.ts';
import type { IdentityCodeVault } from './identity-code-vault.ts';
import { endSearch, insertSearch, insertSpells, upsertSpells } from './job-search-writes.ts';

const lockText = 'SELECT 1 FROM client WHERE client_id = $1 FOR UPDATE';
const loadText = `${selectClient} WHERE c.client_id = $1`;

const lockPersonText = 'SELECT pg_advisory_xact_lock(key) FROM unnest($1::bigint[]) AS key';
const lockKnownText = 'SELECT 1 FROM client WHERE identity_code_index = ANY ($1::bytea[]) FOR UPDATE';
const loadKnownText = `${selectClient} WHERE c.identity_code_index = ANY ($1::bytea[])`;
const hiddenText = 'SELECT client_with_identity($1::bytea[]) AS client_id';
const handOverText = "SELECT set_config('app.handed_over_to', $1, true)";

/** Locks are named by the index, and taken in one order by everybody, so that no two wait for each other. */
const locksOf = (indexes: readonly Buffer[]): readonly string[] =>
  indexes
    .map((index) => index.readBigInt64BE(0))
    .sort((one, other) => (one < other ? -1 : 1))
    .map(String);

const handOver = async (sql: Sql, handlerId: string): Promise<void> => {
  await sql.query(handOverText, [handlerId]);
};

/**
 * Each statement sees what was committed when it began: the row is locked first and read by the next statement, or a
 * client that another transaction was changing would be read as it was before. The statements share one round trip.
 */
const loadById = async (tx: Tx, clientId: ClientId): Promise<ClientRow | undefined> => {
  const [, rows] = await Promise.all([tx.query(lockText, [clientId]), tx.query<ClientRow>(loadText, [clientId])]);
  return rows[0];
};

type Found = { readonly row: ClientRow | undefined; readonly knownId: ClientId | undefined };

/** As `loadById`, behind a lock on the person: who is not in the registry yet has no row to lock. */
const loadByIndex = async (tx: Tx, indexes: readonly Buffer[], handlerId?: string): Promise<Found> => {
  const [, , rows, hidden] = await Promise.all([
    tx.query(lockPersonText, [locksOf(indexes)]),
    tx.query(lockKnownText, [indexes]),
    tx.query<ClientRow>(loadKnownText, [indexes]),
    tx.query<{ readonly client_id: ClientId | null }>(hiddenText, [indexes]),
    ...(handlerId === undefined ? [] : [handOver(tx, handlerId)]),
  ]);
  return { row: rows[0], knownId: hidden[0]?.client_id ?? undefined };
};

const jobSearchWrites = (before: Client, after: Client): readonly Write[] => {
  const { jobSearch } = after;
  if (jobSearch === before.jobSearch) return [];
  if (jobSearch.jobSearchId !== before.jobSearch.jobSearchId) {
    return [insertSearch(after), insertSpells(jobSearch)];
  }
  const spells = upsertSpells(before.jobSearch, jobSearch);
  return jobSearch.status === 'ENDED' ? [endSearch(jobSearch), ...spells] : spells;
};

/** Clients in Postgres; identity codes in the vault. */
export const clientRepository = (vault: IdentityCodeVault): ClientRepository => ({
  load: async (tx, clientId) => {
    const row = await loadById(tx, clientId);
    return row && clientFrom(row, vault);
  },
  loadApplicant: async (tx, identityCode, handlerId) => {
    const { row, knownId } = await loadByIndex(tx, vault.indexes(identityCode), handlerId);
    if (row !== undefined) return { kind: 'KNOWN', client: clientFrom(row, vault) };
    return knownId === undefined ? { kind: 'NEW' } : { kind: 'WITHHELD', clientId: knownId };
  },
  handOver,
  saveNew: (client) => [insertClient(client, vault), insertSearch(client), insertSpells(client.jobSearch)],
  save: (before, after) => [updateClient(after, before.version), ...jobSearchWrites(before, after)],
});
