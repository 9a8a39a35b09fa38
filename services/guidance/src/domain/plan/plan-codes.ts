/**
 * National kinds of plan (toimsuunlaji): 01 employment plan, 02 employment programme, 03 activation plan, 04 integration
 * plan, 05 and 06 individual job-search plan, 07 multi-sector employment plan. Source: handbook 2.3 (KEHA_URA).
 */
export const planKinds = ['01', '02', '03', '04', '05', '06', '07'] as const;

export type PlanKind = (typeof planKinds)[number];

/** Kinds that substitute for an employment plan (korvaava suunnitelma): while one binds, no other does. */
export const substitutingKinds: readonly PlanKind[] = ['03', '04', '07'];

export const isSubstituting = (kind: PlanKind): boolean => substitutingKinds.includes(kind);

export const planGoals = [
  'OPEN_MARKET_WORK',
  'SUBSIDISED_WORK',
  'ENTREPRENEURSHIP',
  'EDUCATION',
  'ABILITY_TO_WORK',
  'INTEGRATION',
  'OTHER',
] as const;

export type PlanGoal = (typeof planGoals)[number];

/** Languages in which a plan is written and explained; `other` with an interpreter. */
export const planLanguages = ['fi', 'sv', 'se', 'smn', 'sms', 'en', 'other'] as const;

export type PlanLanguage = (typeof planLanguages)[number];

/** How a client accepts a plan. Source: handbook 2.3. */
export const acceptanceChannels = ['VISIT', 'PHONE', 'E_SERVICE'] as const;

export type AcceptanceChannel = (typeof acceptanceChannels)[number];

/**
 * Why a plan ends. People say the first three; `REPLACED` follows from accepting another one, the last two from what
 * the client registry tells.
 */
export const planEndReasons = [
  'WITHDRAWN',
  'AGREED',
  'JOB_SEARCH_ENDED',
  'REPLACED',
  'TRANSFERRED_TO_OTHER_AREA',
  'RECORDS_MERGED',
] as const;

export type PlanEndReason = (typeof planEndReasons)[number];

/**
 * National task codes run from 000 to 090; the handbook names 063 work trial, 064 labour-market training, 071 and 074
 * multi-sector tasks, 079 job-search obligation and 090 change-security training.
 */
export const isTaskCode = (code: string): boolean => /^0(?:[0-8]\d|90)$/.test(code);
