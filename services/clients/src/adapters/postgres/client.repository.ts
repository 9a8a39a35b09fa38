import type { Sql, Tx, Write } from '@tyovayla/kernel/sql';
import type { ClientRepository } from '../../application/ports.ts';
import type { Client, ClientId } from '../../domain/client/client.ts';
import { clientFrom } from './client-from-row.ts';
import { type ClientRow, selectClientWith } from './client-row.ts';
import { insertClient, updateClient } from './client-writes.ts';
import type { IdentityCodeVault } from './identity-code-vault.ts';
import { closeSearch, insertSearch, insertSpells, upsertSpells } from './job-search-writes.ts';
import { changeResidence, insertResidence } from './residence-writes.ts';
import { askedBy, type ServingColumn, servingFrom, servingSql } from './serving.ts';

const lockText = 'SELECT 1 FROM client WHERE client_id = $1 FOR UPDATE';
const loadText = `${selectClientWith(`${servingSql('c.client_id', 2)}, `)} WHERE c.client_id = $1`;

const keptText = 'SELECT kept_client($1) AS client_id';

const lockIdentityText = 'SELECT lock_identity($1::bigint[], $2::bytea[]) AS client_id';
const handOverText = "SELECT set_config('app.handed_over_to', $1, true)";

/** Locks are named by the index, and taken in one order by everybody, so that no two wait for each other. */
const locksOf = (indexes: readonly Buffer[]): readonly string[] =>
  indexes
    .map((index) => index.readBigInt64BE(0))
    .sort((one, other) => (one < other ? -1 : 1))
    .map(String);

/**
 * Who has this identity, also a former one, also where nobody may see them. Whoever registers a person, or gives them
 * another code, waits here for each other.
 */
export const lockPerson = async (tx: Tx, indexes: readonly Buffer[]): Promise<ClientId | undefined> => {
  const [found] = await tx.query<{ readonly client_id: ClientId | null }>(lockIdentityText, [
    locksOf(indexes),
    indexes,
  ]);
  return found?.client_id ?? undefined;
};

const handOver = async (sql: Sql, handlerId: string): Promise<void> => {
  await sql.query(handOverText, [handlerId]);
};

type ServedRow = ClientRow & ServingColumn;

/** Who registers a person need not serve them: nobody's service is looked for. */
const nobody = [undefined, undefined, undefined];

/**
 * Each statement sees what was committed when it began: the row is locked first and read by the next statement, or a
 * client that another transaction was changing would be read as it was before. The statements share one round trip.
 */
const loadById = async (tx: Tx, clientId: ClientId, asked: readonly unknown[]): Promise<ServedRow | undefined> => {
  const [, [row]] = await Promise.all([
    tx.query(lockText, [clientId]),
    tx.query<ServedRow>(loadText, [clientId, ...asked]),
  ]);
  if (row !== undefined) return row;
  // A record that went into another one is not seen; its id leads to the one that was kept.
  const [kept] = await tx.query<{ readonly client_id: ClientId | null }>(keptText, [clientId]);
  return kept?.client_id && kept.client_id !== clientId ? loadById(tx, kept.client_id, asked) : undefined;
};

type Found = { readonly row: ServedRow | undefined; readonly knownId: ClientId | undefined };

/** As `loadById`, behind a lock on the person: who is not in the registry yet has no row to lock. */
const loadByIndex = async (tx: Tx, indexes: readonly Buffer[], handlerId?: string): Promise<Found> => {
  const [knownId] = await Promise.all([
    lockPerson(tx, indexes),
    ...(handlerId === undefined ? [] : [handOver(tx, handlerId)]),
  ]);
  return { row: knownId && (await loadById(tx, knownId, nobody)), knownId };
};

const jobSearchWrites = (before: Client, after: Client): readonly Write[] => {
  const { jobSearch } = after;
  if (jobSearch === before.jobSearch) return [];
  if (jobSearch.jobSearchId !== before.jobSearch.jobSearchId) {
    return [insertSearch(after), insertSpells(jobSearch)];
  }
  const spells = upsertSpells(before.jobSearch, jobSearch);
  return jobSearch.status === 'RUNNING' ? spells : [closeSearch(jobSearch), ...spells];
};

/** Clients in Postgres; identity codes in the vault. */
export const clientRepository = (vault: IdentityCodeVault): ClientRepository => ({
  load: async (tx, clientId, asking) => {
    const row = await loadById(tx, clientId, askedBy(asking));
    return row && { ...clientFrom(row, vault), ...servingFrom(row) };
  },
  loadApplicant: async (tx, identityCode, handlerId) => {
    const { row, knownId } = await loadByIndex(tx, vault.indexes(identityCode), handlerId);
    if (row !== undefined) return { kind: 'KNOWN', client: clientFrom(row, vault) };
    return knownId === undefined ? { kind: 'NEW' } : { kind: 'WITHHELD', clientId: knownId };
  },
  handOver,
  saveNew: (client) => [
    insertClient(client, vault),
    insertResidence(client),
    insertSearch(client),
    insertSpells(client.jobSearch),
  ],
  save: (before, after) => [
    updateClient(before, after, vault),
    ...changeResidence(before, after),
    ...jobSearchWrites(before, after),
  ],
});
