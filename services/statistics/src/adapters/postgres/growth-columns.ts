import type { PictureRow } from '../../domain/picture/picture-row.ts';

/** Columns of picture_day and picture_month, one for each row of table 1. */
const columns: Readonly<Record<PictureRow, string>> = {
  allJobseekers: 'all_jobseekers',
  unemployedJobseekers: 'unemployed_jobseekers',
  broadUnemployment: 'broad_unemployment',
  structuralUnemployment: 'structural_unemployment',
  longTermUnemployed: 'long_term_unemployed',
  ltuEquivalent: 'ltu_equivalent',
  fromServiceUnemployed: 'from_service_unemployed',
  serviceToService: 'service_to_service',
  under25: 'under_25',
  foreign: 'foreign_unemployed',
  ltuUnder60: 'ltu_under_60',
  labourMarketSubsidy300: 'labour_market_subsidy_300',
};

/** Rows of table 1 with their columns, always in this order. */
export const growthColumns = Object.entries(columns) as readonly (readonly [PictureRow, string])[];
