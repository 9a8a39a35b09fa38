import { createHmac } from 'node:crypto';
import type { FieldKeys } from './field-encryption.ts';
import { secretKey } from './secret-key.ts';

const indexUnder = (keys: FieldKeys, keyId: string, value: string): Buffer => {
  const key = keys.blindIndex[keyId];
  if (key === undefined) throw new Error(`no blind index key ${keyId}`);
  return createHmac('sha256', secretKey(key)).update(value).digest();
};

/**
 * What an encrypted value is found by: HMAC-SHA-256 under the active index key. Identity codes are so few that
 * a hash without a key, or a leaked key, tells them all; the key lives apart from the database.
 */
export const blindIndex = (keys: FieldKeys, value: string): Buffer => indexUnder(keys, keys.activeBlindIndex, value);

/** The value's indexes under every key at hand, the active first: what to look for while keys rotate (`= ANY ($1)`). */
export const blindIndexes = (keys: FieldKeys, value: string): readonly Buffer[] => [
  blindIndex(keys, value),
  ...Object.keys(keys.blindIndex)
    .filter((keyId) => keyId !== keys.activeBlindIndex)
    .map((keyId) => indexUnder(keys, keyId, value)),
];
