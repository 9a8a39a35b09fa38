import type { FieldKeys } from './field-encryption.ts';

type KeysFile = {
  readonly kek?: Record<string, string>;
  readonly activeKek?: string;
  readonly blindIndex?: Record<string, string>;
  readonly activeBlindIndex?: string;
};

const keyBytes = 32;

const decode = (group: Record<string, string> | undefined, active: string | undefined): Record<string, Uint8Array> => {
  const keys = Object.fromEntries(Object.entries(group ?? {}).map(([id, text]) => [id, Buffer.from(text, 'base64')]));
  if (Object.values(keys).some((key) => key.length !== keyBytes))
    throw new Error('a key in the keys file is not 32 bytes in base64');
  if (active === undefined || !Object.hasOwn(keys, active)) throw new Error('the active key is not in the keys file');
  return keys;
};

/**
 * Reads the keys file: {"kek":{"<id>":"<base64>"},"activeKek":"<id>","blindIndex":{…},"activeBlindIndex":"<id>"}.
 * Throws where a key is missing or short, without repeating it.
 */
export const parseFieldKeys = (text: string): FieldKeys => {
  const file = JSON.parse(text) as KeysFile;
  return {
    kek: decode(file.kek, file.activeKek),
    activeKek: file.activeKek ?? '',
    blindIndex: decode(file.blindIndex, file.activeBlindIndex),
    activeBlindIndex: file.activeBlindIndex ?? '',
  };
};
