import { type CipherGCM, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { secretKey } from './secret-key.ts';

/** Keys by their ids. Old ones stay until nothing is under them any more; new values are written under the active one. */
export type FieldKeys = {
  /** Key encryption keys, 32 bytes each. */
  readonly kek: Readonly<Record<string, Uint8Array>>;
  readonly activeKek: string;
  /** Keys of the blind index, 32 bytes each; never the same as a key encryption key. */
  readonly blindIndex: Readonly<Record<string, Uint8Array>>;
  readonly activeBlindIndex: string;
};

/** Where an encrypted value stands. A ciphertext that was moved to another place can't be read there. */
export type FieldPlace = { readonly table: string; readonly column: string; readonly rowId: string };

/** Thrown where a value can't be read: altered, moved, or its key is not at hand. Says nothing of the content. */
export class FieldUnreadable extends Error {
  override readonly name = 'FieldUnreadable';
}

/*
 * One bytea: version (1 byte, 1) · length of key id (1 byte) · key id (UTF-8)
 *   · nonce (12) · wrapped data key (32) · tag (16)            under the key encryption key
 *   · nonce (12) · ciphertext (as long as the plaintext) · tag (16)   under the data key
 */
const version = 1;
const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;
const wrappedLength = nonceLength + keyLength + tagLength;

type Envelope = { readonly keyId: string; readonly wrapped: Buffer; readonly sealed: Buffer };

const aadOf = (purpose: 'key' | 'value', place: FieldPlace, keyId: string): Buffer =>
  Buffer.from(JSON.stringify([purpose, place.table, place.column, place.rowId, keyId]));

const seal = (key: Uint8Array, plaintext: Uint8Array, aad: Buffer): Buffer => {
  const nonce = randomBytes(nonceLength);
  const cipher: CipherGCM = createCipheriv('aes-256-gcm', secretKey(key), nonce, { authTagLength: tagLength });
  cipher.setAAD(aad);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
};

const unseal = (key: Uint8Array, sealed: Buffer, aad: Buffer): Buffer => {
  const nonce = sealed.subarray(0, nonceLength);
  const decipher = createDecipheriv('aes-256-gcm', secretKey(key), nonce, { authTagLength: tagLength });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceLength, sealed.length - tagLength)), decipher.final()]);
  } catch {
    throw new FieldUnreadable('the value or its key was altered, or stands in another place');
  }
};

const kekOf = (keys: FieldKeys, keyId: string): Uint8Array => {
  const key = Object.hasOwn(keys.kek, keyId) ? keys.kek[keyId] : undefined;
  if (key === undefined) throw new FieldUnreadable('the key that the value is under is not at hand');
  return key;
};

const pack = ({ keyId, wrapped, sealed }: Envelope): Buffer => {
  const id = Buffer.from(keyId);
  if (id.length === 0 || id.length > 255) throw new Error('a key id has 1 to 255 bytes');
  return Buffer.concat([Buffer.from([version, id.length]), id, wrapped, sealed]);
};

const unpack = (stored: Uint8Array): Envelope => {
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  const idEnd = 2 + (bytes[1] ?? 0);
  const shortest = idEnd + wrappedLength + nonceLength + tagLength;
  if (bytes[0] !== version || bytes.length < shortest)
    throw new FieldUnreadable('not an encrypted value of a known version');
  return {
    keyId: bytes.toString('utf8', 2, idEnd),
    wrapped: bytes.subarray(idEnd, idEnd + wrappedLength),
    sealed: bytes.subarray(idEnd + wrappedLength),
  };
};

/** Encrypts one value of one row under a data key of its own, which is wrapped by the active key encryption key. */
export const encryptField = (keys: FieldKeys, plaintext: string, place: FieldPlace): Buffer => {
  const dataKey = randomBytes(keyLength);
  const wrapped = seal(kekOf(keys, keys.activeKek), dataKey, aadOf('key', place, keys.activeKek));
  // The value isn't bound to the key encryption key's id, so that rotation need not touch the value.
  const sealed = seal(dataKey, Buffer.from(plaintext), aadOf('value', place, ''));
  return pack({ keyId: keys.activeKek, wrapped, sealed });
};

/** The value in clear. Throws FieldUnreadable where a byte was altered, the place is another, or the key is missing. */
export const decryptField = (keys: FieldKeys, stored: Uint8Array, place: FieldPlace): string => {
  const { keyId, wrapped, sealed } = unpack(stored);
  const dataKey = unseal(kekOf(keys, keyId), wrapped, aadOf('key', place, keyId));
  return unseal(dataKey, sealed, aadOf('value', place, '')).toString('utf8');
};

/** The same value with its data key wrapped anew by the active key; the value itself is neither read nor changed. */
export const rewrapField = (keys: FieldKeys, stored: Uint8Array, place: FieldPlace): Buffer => {
  const { keyId, wrapped, sealed } = unpack(stored);
  if (keyId === keys.activeKek) return Buffer.from(stored);
  const dataKey = unseal(kekOf(keys, keyId), wrapped, aadOf('key', place, keyId));
  const anew = seal(kekOf(keys, keys.activeKek), dataKey, aadOf('key', place, keys.activeKek));
  return pack({ keyId: keys.activeKek, wrapped: anew, sealed });
};
