/** Code lists of guidance's contracts on the day's work, without the contracts' prefixes. */

/** What stands on a day list, in the order of the contract. */
export const dayTaskKinds = [
  'MEETING_BOOKED',
  'MEETING_DUE',
  'ASSESSMENT_DUE',
  'PROFILE_DUE',
  'PLAN_REVIEW',
  'OBLIGATION_PERIOD_ENDED',
  'NEGLECT_CANDIDATE',
  'HEARING_RUNS_OUT',
  'STATEMENT_UNDELIVERED',
  'MULTI_SECTOR_REVIEW',
  'ORDER_DUE',
  'HAND_OVER_PROPOSED',
  'STUDY_APPLICATION',
  'PLAN_TEXT_OUTDATED',
] as const;

/** Why somebody who does not serve a client needs the client's data. */
export const needReasons = ['CLIENT_CONTACT', 'CONSULTATION', 'URGENT', 'SERVICE_MATTER', 'CHECK'] as const;
