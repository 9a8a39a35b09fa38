/** Code lists of the contracts, without the contracts' prefixes: shared by the API and its pages. */

/** Rows of table 1, in the order of the contract. */
export const pictureRows = [
  'ALL_JOBSEEKERS',
  'UNEMPLOYED_JOBSEEKERS',
  'BROAD_UNEMPLOYMENT',
  'STRUCTURAL_UNEMPLOYMENT',
  'LONG_TERM_UNEMPLOYED',
  'LTU_EQUIVALENT',
  'FROM_SERVICE_UNEMPLOYED',
  'SERVICE_TO_SERVICE',
  'UNDER_25',
  'FOREIGN',
  'LTU_UNDER_60',
  'LABOUR_MARKET_SUBSIDY_300',
] as const;

export const serviceLanguages = ['FI', 'SV', 'SE', 'SMN', 'SMS', 'EN', 'OTHER'] as const;

/** National reasons for the end of a job search (act 380/2023 28 §). */
export const endReasons = [
  'CLIENT_REQUEST',
  'EMPLOYED',
  'NO_CONTACT_BY_DEADLINE',
  'MISSED_SELF_BOOKED_MEETING',
  'MOVED_ABROAD',
  'PENSION',
  'DEATH',
  'OTHER',
] as const;

/** National employment status codes; 06 is not in use. */
export const statusCodes = ['00', '01', '02', '03', '04', '05', '07', '08', '09'] as const;
