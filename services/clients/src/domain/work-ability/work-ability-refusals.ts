import { type ClientRefusal, no } from '../client/client-refusals.ts';

export const workAbilityChangedMeanwhile = (version: number): ClientRefusal =>
  no('stale', 'WORK_ABILITY_CHANGED_MEANWHILE', { workAbilityVersion: String(version) });
