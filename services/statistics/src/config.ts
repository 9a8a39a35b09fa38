import { addressOf, commonConfig } from '@tyovayla/runtime/common-config';

/** Every setting of the service, as the README and `main.ts config` show them. */
export const statisticsSettings = { ...commonConfig, CLIENTS_ADDRESS: addressOf('clients') };
