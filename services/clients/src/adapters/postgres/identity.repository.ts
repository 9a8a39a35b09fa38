import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { IdentityRepository } from '../../application/life-cycle-ports.ts';
import type { IdentityCodeChangeGround } from '../../domain/client/change-identity-code.ts';
import type { ClientId } from '../../domain/client/client.ts';
import { lockPerson } from './client.repository.ts';
import { clientFrom } from './client-from-row.ts';
import { type ClientRow, selectClient } from './client-row.ts';
import type { IdentityCodeVault } from './identity-code-vault.ts';

const holderText = `${selectClient} WHERE c.client_id = client_with_identity($1::bytea[])`;

// A code that comes back is known as former already.
const keepText = `INSERT INTO former_identity_code (former_code_id, client_id, identity_code_sealed,
  identity_code_index, changed_on, ground) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (identity_code_index) DO NOTHING`;

const formerText = `SELECT former_code_id, client_id, identity_code_sealed, changed_on, ground,
  identity_code_index IS NOT NULL AS finds
  FROM former_identity_code WHERE client_id = $1 ORDER BY changed_on, former_code_id`;

type FormerRow = {
  readonly former_code_id: string;
  readonly client_id: ClientId;
  readonly identity_code_sealed: Buffer;
  readonly changed_on: LocalDate;
  readonly ground: IdentityCodeChangeGround;
  readonly finds: boolean;
};

/** Identity codes over time, in Postgres. */
export const identityRepository = (vault: IdentityCodeVault): IdentityRepository => ({
  holderOf: async (tx, identityCode) => {
    const indexes = vault.indexes(identityCode);
    // Sent together; the second sees what was committed before the lock was ours.
    const [clientId, [row]] = await Promise.all([lockPerson(tx, indexes), tx.query<ClientRow>(holderText, [indexes])]);
    return clientId && { clientId, ...(row && { client: clientFrom(row, vault) }) };
  },
  formerCodes: async (sql, clientId) =>
    (await sql.query<FormerRow>(formerText, [clientId])).map((row) => ({
      formerCodeId: row.former_code_id,
      clientId: row.client_id,
      identityCode: vault.openFormer(row.former_code_id, row.identity_code_sealed),
      changedOn: row.changed_on,
      ground: row.ground,
      finds: row.finds ? 'THE_PERSON' : 'NOBODY',
    })),
  keepFormer: ({ formerCodeId, clientId, identityCode, changedOn, ground, finds }) => ({
    text: keepText,
    values: [
      formerCodeId,
      clientId,
      vault.sealFormer(formerCodeId, identityCode),
      finds === 'THE_PERSON' ? vault.index(identityCode) : undefined,
      changedOn,
      ground,
    ],
  }),
});
