/** Code lists of the multi-sector support, without the contracts' prefixes: shared by the API and its pages. */

export const parties = ['EMPLOYMENT_AUTHORITY', 'WELLBEING_COUNTY', 'KELA'] as const;

/** Parties that the employment authority asks in. */
export const otherParties = ['WELLBEING_COUNTY', 'KELA'] as const;

export const multiSectorGrounds = ['WORK_ABILITY', 'FUNCTIONAL_CAPACITY', 'LIFE_MANAGEMENT'] as const;
export const consultationFindings = ['NOT_ENOUGH', 'ENOUGH'] as const;
export const multiSectorStates = ['REFERRED', 'CONSULTATION', 'ASSESSMENT', 'CLIENT', 'EXITED'] as const;
export const multiSectorExitReasons = [
  'EMPLOYED',
  'EDUCATION',
  'NEED_ENDED',
  'WELLBEING_COUNTY_ONLY',
  'KELA_ONLY',
  'MOVED_AWAY',
] as const;
export const multiSectorTaskOwners = ['CLIENT', 'EMPLOYMENT_AUTHORITY', 'WELLBEING_COUNTY', 'KELA', 'JOINT'] as const;
export const multiSectorServices = ['EMPLOYMENT', 'SOCIAL', 'HEALTH', 'REHABILITATION'] as const;
export const multiSectorPlanStates = ['DRAFT', 'IN_FORCE', 'ENDED'] as const;
export const multiSectorSigners = ['CLIENT', 'OWN_PARTY'] as const;
export const multiSectorPromptReasons = [
  'SUBSIDY_300_DAYS',
  'UNEMPLOYED_12_MONTHS',
  'YOUNG_UNEMPLOYED_6_MONTHS',
] as const;

export const groupVotes = ['APPROVE', 'REJECT'] as const;
export const groupLeaderStates = ['PROPOSED', 'APPROVED', 'REJECTED', 'NAMED'] as const;
export const ledAreas = ['NORTH', 'SOUTH'] as const;
