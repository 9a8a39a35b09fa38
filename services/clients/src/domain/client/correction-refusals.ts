import { type ClientRefusal, no } from './client-refusals.ts';

/** What was to be corrected is so already. */
export const nothingCorrected = (): ClientRefusal => no('conflict', 'NOTHING_CORRECTED');
