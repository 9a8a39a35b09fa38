/** Code lists of the client process, without the contracts' prefixes: shared by the API and its pages. */

export const meetingKinds = [
  'INITIAL_INTERVIEW',
  'SUPPLEMENTARY',
  'DISCUSSION',
  'INTENSIVE',
  'ACTIVATION',
  'CONTACT',
] as const;

/** Kinds that are planned by need; the clock of the law plans the others. */
export const plannedByNeed = ['SUPPLEMENTARY', 'ACTIVATION'] as const;

export const meetingChannels = ['OFFICE', 'VIDEO', 'PHONE', 'SERVICE_PROVIDER', 'E_SERVICE'] as const;
export const meetingBookers = ['AUTHORITY', 'SELF'] as const;
export const remoteReasons = ['LONG_JOURNEY', 'WEIGHTY'] as const;

/** Reasons that people give; the service sets others of its own. */
export const meetingCancelReasons = ['CLIENT_ASKED', 'AUTHORITY', 'WAIVED'] as const;

/** National codes of the way a meeting was held (yhteydenottotapa). */
export const channelCodes = [
  '21',
  '22',
  '23',
  '24',
  '25',
  '26',
  '27',
  '28',
  '29',
  '30',
  '31',
  '32',
  '33',
  '34',
  '35',
  '36',
  '97',
] as const;

/** National service-need segments. */
export const segments = ['00', '01', '02', '03', '04', '05'] as const;
export const stated = ['YES', 'NO'] as const;

/** National kinds of plans (toimsuunlaji). */
export const planKinds = ['01', '02', '03', '04', '05', '06', '07'] as const;
export const planGoals = [
  'OPEN_MARKET_WORK',
  'SUBSIDISED_WORK',
  'ENTREPRENEURSHIP',
  'EDUCATION',
  'ABILITY_TO_WORK',
  'INTEGRATION',
  'OTHER',
] as const;
export const planLanguages = ['fi', 'sv', 'se', 'smn', 'sms', 'en', 'other'] as const;
export const acceptanceChannels = ['VISIT', 'PHONE', 'E_SERVICE'] as const;
export const planEndReasons = ['WITHDRAWN', 'AGREED', 'JOB_SEARCH_ENDED'] as const;
export const obligationSituations = ['STUDENT_ON_BENEFIT', 'WORK_ABILITY_BEING_CLARIFIED'] as const;
export const reductionGrounds = ['LABOUR_MARKET', 'WORK_ABILITY', 'OTHER'] as const;

export const applicationKinds = [
  'VACANCY',
  'OPEN_APPLICATION',
  'EMPLOYER_CONTACT',
  'OFFERED_JOB',
  'PROFILE_PUBLISHED',
  'OTHER_ACT',
] as const;
export const jobOfferOutcomes = ['APPLIED', 'NOT_APPLIED', 'NOT_SUITABLE'] as const;
export const unsuitableGrounds = [
  'LABOUR_DISPUTE',
  'DISCRIMINATION',
  'UNLAWFUL_PAY',
  'WORK_ABILITY',
  'COMMUTE',
  'SKILL_PROTECTION',
  'OTHER',
] as const;

export const neglectKinds = [
  'MISSED_MEETING',
  'PLAN_REFUSED',
  'OBLIGATION_NOT_MET',
  'OFFER_NOT_APPLIED',
  'SERVICE_REFUSED',
  'SERVICE_STOPPED',
  'JOB_LEFT',
  'SHORT_JOB_LEFT',
  'CHOSEN_JOB_REFUSED',
  'NO_CONTACT_BY_DEADLINE',
  'SELF_BOOKED_MEETING_MISSED',
  'STUDIES_NOT_APPLIED_FOR',
] as const;
export const dismissGrounds = ['RECORD_WRONG', 'DONE_IN_TIME', 'NO_DUTY', 'RECORDED_ALREADY'] as const;
export const hearingManners = ['E_SERVICE', 'LETTER', 'PHONE', 'MEETING'] as const;
export const matterLanguages = ['FI', 'SV', 'SE', 'SMN', 'SMS', 'EN'] as const;
export const explanationCodes = [
  'ILLNESS',
  'ACCIDENT',
  'WORK_INTERVIEW',
  'CARE_OF_NEAR_PERSON',
  'TRAVEL',
  'NOT_INFORMED',
  'DONE',
  'OTHER',
  'NONE_GIVEN',
] as const;
export const reasonGrounds = [
  'ILLNESS',
  'ACCIDENT',
  'WORK_INTERVIEW',
  'BEYOND_CONTROL',
  'AUTHORITYS_MISTAKE',
  'NO_EXPLANATION',
  'WITHIN_CONTROL',
  'NOT_SHOWN',
] as const;

export const statementKinds = [
  'JOB_SEARCH_VALID',
  'WAITING_PERIOD',
  'WORK_OBLIGATION',
  'OBLIGATION_MET',
  'NOT_UNEMPLOYED_ENTREPRENEUR',
  'NOT_UNEMPLOYED_STUDENT',
  'SERVICE_PARTICIPATION',
  'SERVICE_INTERRUPTED',
  'YOUTH_EDUCATION_DUTY',
  'CHANGE_SECURITY',
  'NO_OBSTACLE',
  'OBSTACLE',
  'EU_JOB_SEARCH',
] as const;
export const expenseAllowances = ['NONE', 'BASIC', 'RAISED'] as const;
export const conditionFindings = ['MET', 'NOT_MET'] as const;
export const obligationActivities = ['WORK', 'SERVICE'] as const;

export const handOverReasons = [
  'CLIENT_MOVED',
  'NEED_CHANGED',
  'SPECIALIST_LEAVES',
  'LOAD',
  'CLIENT_ASKED',
  'DISQUALIFIED',
] as const;
