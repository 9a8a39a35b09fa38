import type { IdentityCode } from '@tyovayla/kernel/identity-code';
import { blindIndex, blindIndexes } from '@tyovayla/persistence/blind-index';
import { decryptField, encryptField, type FieldKeys, type FieldPlace } from '@tyovayla/persistence/field-encryption';
import type { ClientId } from '../../domain/client/client.ts';

/** Keeps identity codes: sealed at rest, found by a keyed index, in clear only while a client is looked at. */
export type IdentityCodeVault = {
  seal(clientId: ClientId, code: IdentityCode): Buffer;
  open(clientId: ClientId, sealed: Uint8Array): IdentityCode;
  /** Seals a code that a person had before, in a row of its own. */
  sealFormer(formerCodeId: string, code: IdentityCode): Buffer;
  openFormer(formerCodeId: string, sealed: Uint8Array): IdentityCode;
  /** What a new client is found by. */
  index(code: IdentityCode): Buffer;
  /** What to look for while index keys rotate. */
  indexes(code: IdentityCode): readonly Buffer[];
};

/** Where identity codes stand. */
export const identityCodePlace = { table: 'client', column: 'identity_code_sealed' } as const;

/** Where codes stand that people had before. */
export const formerCodePlace = { table: 'former_identity_code', column: 'identity_code_sealed' } as const;

const placeOf = (clientId: ClientId): FieldPlace => ({ ...identityCodePlace, rowId: clientId });

/** A vault with these keys. A code sealed for one client can't be opened as another's. */
export const identityCodeVault = (keys: FieldKeys): IdentityCodeVault => ({
  seal: (clientId, code) => encryptField(keys, code, placeOf(clientId)),
  // What was sealed had passed its check.
  open: (clientId, sealed) => decryptField(keys, sealed, placeOf(clientId)) as IdentityCode,
  sealFormer: (formerCodeId, code) => encryptField(keys, code, { ...formerCodePlace, rowId: formerCodeId }),
  openFormer: (formerCodeId, sealed) =>
    decryptField(keys, sealed, { ...formerCodePlace, rowId: formerCodeId }) as IdentityCode,
  index: (code) => blindIndex(keys, code),
  indexes: (code) => blindIndexes(keys, code),
});
