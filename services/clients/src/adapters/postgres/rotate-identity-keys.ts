import type { IdentityCode } from '@tyovayla/kernel/identity-code';
import type { SessionActor, Transactions, Tx } from '@tyovayla/kernel/sql';
import type { FieldKeys, FieldPlace } from '@tyovayla/persistence/field-encryption';
import { type EncryptedRow, rotateKeys } from '@tyovayla/persistence/rotate-keys';
import type { ClientId } from '../../domain/client/client.ts';
import { handOverPlace } from './hand-over.repository.ts';
import {
  formerCodePlace,
  type IdentityCodeVault,
  identityCodePlace,
  identityCodeVault,
} from './identity-code-vault.ts';
import { provenancePlace } from './merge.repository.ts';

/** How many sealed values and indexes came under the active keys just now. */
export type RotatedKeys = { readonly rewrapped: number; readonly reindexed: number };

/** A column with sealed values, and what its rows are known by. */
type SealedColumn = { readonly place: Omit<FieldPlace, 'rowId'>; readonly id: string };

const sealedColumns: readonly SealedColumn[] = [
  { place: identityCodePlace, id: 'client_id' },
  { place: formerCodePlace, id: 'former_code_id' },
  { place: handOverPlace, id: 'transfer_id' },
  { place: provenancePlace, id: 'merged_client_id' },
];

/** A table in which people are found by an index of their code. */
type IndexedTable = {
  readonly table: string;
  readonly id: string;
  open(vault: IdentityCodeVault, id: string, sealed: Buffer): IdentityCode;
};

const indexedTables: readonly IndexedTable[] = [
  { table: 'client', id: 'client_id', open: (vault, id, sealed) => vault.open(id as ClientId, sealed) },
  { table: 'former_identity_code', id: 'former_code_id', open: (vault, id, sealed) => vault.openFormer(id, sealed) },
];

type IndexedRow = { readonly id: string; readonly sealed: Buffer; readonly index: Buffer };

const batchSize = 500;
const itself: SessionActor = { actorId: 'clients', program: 'clients', roles: [] };
const beforeAll = '00000000-0000-0000-0000-000000000000';

// Records that went into others are set aside; their codes rotate like all.
const openText = `SELECT set_config('app.set_aside',
  coalesce((SELECT string_agg(merged_client_id::text, ',') FROM client_merge WHERE split_on IS NULL), ''), true)`;

const inOwnName = <T>(transactions: Transactions, work: (tx: Tx) => Promise<T>): Promise<T> =>
  transactions.transact(itself, async (tx) => {
    await tx.query(openText);
    return work(tx);
  });

const rewrap = (transactions: Transactions, keys: FieldKeys, { place, id }: SealedColumn): Promise<number> => {
  const { table, column } = place;
  const selectText = `SELECT ${id} AS "rowId", ${column} AS stored FROM ${table}
    WHERE ${id} > $1 AND ${column} IS NOT NULL ORDER BY ${id} LIMIT $2`;
  // A value that was sealed anew meanwhile is newer, and stays.
  const updateText = `UPDATE ${table} SET ${column} = n.rewrapped
    FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS n(id, stored, rewrapped)
    WHERE ${table}.${id} = n.id AND ${table}.${column} = n.stored`;
  return rotateKeys({
    keys,
    place,
    batchSize,
    select: (after = beforeAll, limit) =>
      inOwnName(transactions, (tx) => tx.query<EncryptedRow>(selectText, [after, limit])),
    update: async (rows) => {
      const values = [
        rows.map(({ rowId }) => rowId),
        rows.map(({ stored }) => stored),
        rows.map((row) => row.rewrapped),
      ];
      await inOwnName(transactions, (tx) => tx.write([{ text: updateText, values }]));
    },
  });
};

const reindex = async (
  transactions: Transactions,
  vault: IdentityCodeVault,
  { table, id, open }: IndexedTable,
): Promise<number> => {
  // Without an index are codes that must find nobody.
  const selectText = `SELECT ${id} AS id, identity_code_sealed AS sealed, identity_code_index AS index FROM ${table}
    WHERE ${id} > $1 AND identity_code_index IS NOT NULL ORDER BY ${id} LIMIT $2`;
  const updateText = `UPDATE ${table} SET identity_code_index = n.index
    FROM unnest($1::uuid[], $2::bytea[]) AS n(id, index) WHERE ${table}.${id} = n.id`;
  let count = 0;
  for (let after = beforeAll; ; ) {
    const rows = await inOwnName(transactions, (tx) => tx.query<IndexedRow>(selectText, [after, batchSize]));
    const fresh = rows
      .map((row) => ({ ...row, active: vault.index(open(vault, row.id, row.sealed)) }))
      .filter(({ index, active }) => !active.equals(index));
    if (fresh.length > 0) {
      const values = [fresh.map((row) => row.id), fresh.map(({ active }) => active)];
      const write = { text: updateText, values, expectRows: fresh.length };
      await inOwnName(transactions, (tx) => tx.write([write]));
    }
    count += fresh.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < batchSize) return count;
    after = last.id;
  }
};

/**
 * Brings everything that is sealed, and every index of an identity code, under the active keys, in batches, while the
 * service runs: codes, former codes, records of cases for other areas, what merges did. Safe to run again; when it gave
 * nothing, the old keys can be taken away. A key must stand in every replica's file before it is made active, or a
 * replica could not find what another one wrote.
 */
export const rotateIdentityKeys = async (transactions: Transactions, keys: FieldKeys): Promise<RotatedKeys> => {
  const vault = identityCodeVault(keys);
  let rewrapped = 0;
  for (const column of sealedColumns) rewrapped += await rewrap(transactions, keys, column);
  let reindexed = 0;
  for (const table of indexedTables) reindexed += await reindex(transactions, vault, table);
  return { rewrapped, reindexed };
};
