import type { Clock } from '@tyovayla/kernel/clock';
import type { ClientsCatalogue } from '../../application/catalogue.ts';
import { consentMethods } from './consent-methods.ts';
import { correctionMethods } from './correction-methods.ts';
import { informationMethods } from './information-methods.ts';
import { profileMethods } from './profile-methods.ts';
import { workAbilityMethods } from './work-ability-methods.ts';

/** Methods on the parts of a client's record. */
export const partMethods = (catalogue: ClientsCatalogue, clock: Clock) => ({
  ...profileMethods(catalogue, clock),
  ...workAbilityMethods(catalogue, clock),
  ...consentMethods(catalogue, clock),
  ...informationMethods(catalogue, clock),
  ...correctionMethods(catalogue),
});
