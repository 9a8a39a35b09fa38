import { createSecretKey, type KeyObject } from 'node:crypto';

const prepared = new WeakMap<Uint8Array, KeyObject>();

/** The key as the crypto library keeps it; handing it raw bytes with every call costs several times the cipher. */
export const secretKey = (bytes: Uint8Array): KeyObject => {
  const known = prepared.get(bytes);
  if (known !== undefined) return known;
  const key = createSecretKey(bytes);
  prepared.set(bytes, key);
  return key;
};
