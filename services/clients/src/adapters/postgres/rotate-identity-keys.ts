import type { SessionActor, Transactions } from '@tyovayla/kernel/sql';
import type { FieldKeys } from '@tyovayla/persistence/field-encryption';
import { type EncryptedRow, rotateKeys } from '@tyovayla/persistence/rotate-keys';
import type { ClientId } from '../../domain/client/client.ts';
import { identityCodePlace, identityCodeVault } from './identity-code-vault.ts';

/** How many identity codes came under the active keys just now. */
export type RotatedKeys = { readonly rewrapped: number; readonly reindexed: number };

type IndexedRow = { readonly client_id: ClientId; readonly sealed: Buffer; readonly index: Buffer };

const batchSize = 500;
const itself: SessionActor = { actorId: 'clients', program: 'clients', roles: [] };
const beforeAll = '00000000-0000-0000-0000-000000000000';

const sealedText = `SELECT client_id AS "rowId", identity_code_sealed AS stored FROM client
  WHERE client_id > $1 ORDER BY client_id LIMIT $2`;

// A code that was sealed anew meanwhile is newer, and stays.
const rewrapText = `UPDATE client SET identity_code_sealed = n.rewrapped
  FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS n(client_id, stored, rewrapped)
  WHERE client.client_id = n.client_id AND client.identity_code_sealed = n.stored`;

const indexedText = `SELECT client_id, identity_code_sealed AS sealed, identity_code_index AS index FROM client
  WHERE client_id > $1 ORDER BY client_id LIMIT $2`;

const reindexText = `UPDATE client SET identity_code_index = n.index
  FROM unnest($1::uuid[], $2::bytea[]) AS n(client_id, index) WHERE client.client_id = n.client_id`;

const rewrap = (transactions: Transactions, keys: FieldKeys): Promise<number> =>
  rotateKeys({
    keys,
    place: identityCodePlace,
    batchSize,
    select: (after = beforeAll, limit) =>
      transactions.transact(itself, (tx) => tx.query<EncryptedRow>(sealedText, [after, limit])),
    update: async (rows) => {
      const values = [
        rows.map(({ rowId }) => rowId),
        rows.map(({ stored }) => stored),
        rows.map((row) => row.rewrapped),
      ];
      await transactions.transact(itself, (tx) => tx.write([{ text: rewrapText, values }]));
    },
  });

const reindex = async (transactions: Transactions, keys: FieldKeys): Promise<number> => {
  const vault = identityCodeVault(keys);
  let count = 0;
  for (let after = beforeAll; ; ) {
    const rows = await transactions.transact(itself, (tx) => tx.query<IndexedRow>(indexedText, [after, batchSize]));
    const fresh = rows
      .map((row) => ({ ...row, active: vault.index(vault.open(row.client_id, row.sealed)) }))
      .filter(({ index, active }) => !active.equals(index));
    if (fresh.length > 0) {
      const values = [fresh.map(({ client_id }) => client_id), fresh.map(({ active }) => active)];
      await transactions.transact(itself, (tx) => tx.write([{ text: reindexText, values, expectRows: fresh.length }]));
    }
    count += fresh.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < batchSize) return count;
    after = last.client_id;
  }
};

/**
 * Brings every identity code under the active keys, in batches, while the service runs: first how it is sealed, then
 * what it is found by. Safe to run again; when it gave nothing, the old keys can be taken away. A key must stand in
 * every replica's file before it is made active, or a replica could not find what another one wrote.
 */
export const rotateIdentityKeys = async (transactions: Transactions, keys: FieldKeys): Promise<RotatedKeys> => ({
  rewrapped: await rewrap(transactions, keys),
  reindexed: await reindex(transactions, keys),
});
