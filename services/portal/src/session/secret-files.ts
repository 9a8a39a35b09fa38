import { readFileSync } from 'node:fs';

/** A secret from its file. */
export const readSecret = (path: string): string => readFileSync(path, 'utf8').trim();

/** The key that encrypts cookies. Throws where the file does not hold 32 bytes: no start with a weak key. */
export const readSessionKey = (path: string): Uint8Array => {
  const key = Buffer.from(readSecret(path), 'base64');
  if (key.length !== 32) throw new Error('SESSION_KEY_FILE must hold 32 bytes in base64');
  return key;
};
