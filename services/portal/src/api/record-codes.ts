/** Code lists of the parts of a client's record, without the contracts' prefixes: shared by the API and its pages. */

export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export const workPermits = [
  'HYGIENE_PASSPORT',
  'HOT_WORK_CARD',
  'OCCUPATIONAL_SAFETY_CARD',
  'ROAD_SAFETY_CARD',
  'ALCOHOL_PASSPORT',
  'ELECTRICAL_SAFETY',
  'FIRST_AID',
  'SECURITY_GUARD',
  'PROFESSIONAL_DRIVER',
  'DANGEROUS_GOODS',
  'TAXI_DRIVER',
] as const;
export const employerKinds = ['COMPANY', 'MUNICIPAL', 'STATE', 'ASSOCIATION', 'HOUSEHOLD', 'OWN_BUSINESS'] as const;
export const workingTimes = ['FULL_TIME', 'PART_TIME', 'SHIFT'] as const;
export const profileParts = [
  'OCCUPATIONS_SOUGHT',
  'OCCUPATIONS_HELD',
  'SKILLS',
  'LANGUAGES',
  'PERMITS',
  'WORK_HISTORY',
  'EDUCATION',
  'WISHES',
] as const;

export const workAbilityPurposes = [
  'NEEDS_ASSESSMENT',
  'SERVICE_CHOICE',
  'JOB_SEARCH_OBLIGATION',
  'SUPPORT_FOR_WORK',
  'MULTI_SECTOR_ASSESSMENT',
] as const;
export const functionalLimitKinds = [
  'LIFTING',
  'STANDING',
  'SITTING',
  'MOVING',
  'USE_OF_HANDS',
  'SEEING',
  'HEARING',
  'SPEAKING',
  'CONCENTRATING',
  'LEARNING',
  'PRESSURE',
  'CONTACT_WITH_PEOPLE',
  'WORKING_HOURS',
  'SHIFTS',
  'SURROUNDINGS',
  'COMMUTING',
] as const;
export const limitExtents = ['WITH_ARRANGEMENTS', 'IN_PART', 'NOT_POSSIBLE'] as const;
export const workAbilitySources = ['CLIENT', 'HEALTH_CARE', 'EXPERT_ASSESSMENT'] as const;

export const consentRecipientKinds = [
  'EMPLOYER',
  'SERVICE_PROVIDER',
  'WELLBEING_COUNTY',
  'KELA',
  'OTHER_AUTHORITY',
] as const;
export const consentDataGroups = ['NAME', 'CONTACT', 'PROFILE', 'PLAN', 'WORK_ABILITY'] as const;
export const consentPurposes = ['CANDIDATE_INTRODUCTION', 'SERVICE_ORDER', 'WORK_TRIAL', 'JOINT_PLANNING'] as const;
export const contactChannels = ['IN_PERSON', 'PHONE', 'VIDEO', 'E_SERVICE', 'LETTER'] as const;

export const informationTopics = [
  'RIGHTS_AND_DUTIES',
  'JOB_SEARCH_OBLIGATION',
  'CONSEQUENCES_OF_NEGLECT',
  'END_OF_JOB_SEARCH',
  'PROFILE',
  'DATA_PROTECTION',
  'SERVICES',
] as const;

export const identityCodeChangeGrounds = [
  'REGISTER_CORRECTION',
  'GENDER_CONFIRMED',
  'PROTECTION',
  'ARTIFICIAL_REPLACED',
  'WRITTEN_WRONGLY',
] as const;

/** Employment areas that a case can be handed over to, as in the registry's reference data. */
export const neighbourAreas = ['rovaniemi', 'tunturi-lappi', 'oulu'] as const;
