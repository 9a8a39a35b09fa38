import { commonConfig, fileOf, migrateConfig } from '@tyovayla/runtime/common-config';
import { type ConfigOf, readConfig } from '@tyovayla/runtime/config';

/** Every setting of the service, as the README and `main.ts config` show them. */
export const clientsSettings = {
  ...commonConfig,
  KEYS_FILE: fileOf(
    'Keys that identity codes are encrypted under and found by, JSON: kek, activeKek, blindIndex, activeBlindIndex.',
  ),
};

export type ClientsConfig = ConfigOf<typeof clientsSettings>;

/** Reads the environment of `main.ts`. This file is the only one of the service that does. */
export const readClientsConfig = (): ClientsConfig => readConfig(clientsSettings);

/** Reads the environment of `main.ts migrate`. */
export const readMigrateConfig = (): ConfigOf<typeof migrateConfig> => readConfig(migrateConfig);
