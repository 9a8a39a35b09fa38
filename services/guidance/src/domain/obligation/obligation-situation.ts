import type { ObligationStatus } from '../rules/job-search-obligation.ts';

/** What an employment status code can't tell, and a specialist says instead. Source: handbook 2.4. */
export const obligationSituations = ['STUDENT_ON_BENEFIT', 'WORK_ABILITY_BEING_CLARIFIED'] as const;

export type ObligationSituation = (typeof obligationSituations)[number];

/** Rows of the rule by national employment status code (handbook 1.2). The other codes are not asked to apply. */
const rowOfCode: Readonly<Record<string, ObligationStatus>> = {
  '02': 'UNEMPLOYED',
  '03': 'LAID_OFF_FULL',
  '04': 'LAID_OFF_PART',
  '07': 'IN_SERVICE',
  '09': 'PART_TIME',
};

/** Which row of the obligation rule a client is under; none where the rule has none for their status code. */
export const obligationStatusOf = (
  statusCode: string,
  situation: ObligationSituation | undefined,
): ObligationStatus | undefined => situation ?? rowOfCode[statusCode];
