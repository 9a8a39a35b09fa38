import { addressOf, commonConfig } from '@tyovayla/runtime/common-config';
import { type ConfigOf, setting } from '@tyovayla/runtime/config';
import { z } from 'zod';
import { simulatedMoods } from './adapters/gateways/benefit-payer-simulator.ts';

/** Every setting of the service, as the README and `main.ts config` show them. */
export const guidanceSettings = {
  ...commonConfig,
  CLIENTS_ADDRESS: addressOf('clients'),
  SIMULATED_PAYER: setting(
    z.enum(simulatedMoods).default('RECEIVES'),
    'How the simulated benefit payer behaves: RECEIVES, AWAY or REFUSES.',
  ),
};

export type GuidanceConfig = ConfigOf<typeof guidanceSettings>;
