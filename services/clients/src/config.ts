import { addressOf, commonConfig, fileOf } from '@tyovayla/runtime/common-config';
import { type ConfigOf, readConfig } from '@tyovayla/runtime/config';

/** Every setting of the service, as the README and `main.ts config` show them. */
export const clientsSettings = {
  ...commonConfig,
  GUIDANCE_ADDRESS: addressOf('guidance'),
  KEYS_FILE: fileOf(
    'Keys that identity codes are encrypted under and found by, JSON: kek, activeKek, blindIndex, activeBlindIndex.',
  ),
};

export type ClientsConfig = ConfigOf<typeof clientsSettings>;

const { DATABASE_URL, KEYS_FILE } = clientsSettings;

/** Reads what `rotate-keys.ts` needs of the same settings. */
export const readRotateKeysConfig = () => readConfig({ DATABASE_URL, KEYS_FILE });
