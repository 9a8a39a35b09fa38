/** Rows of table 1, in the order of the contract's PictureRow. */
export const pictureRows = [
  'allJobseekers',
  'unemployedJobseekers',
  'broadUnemployment',
  'structuralUnemployment',
  'longTermUnemployed',
  'ltuEquivalent',
  'fromServiceUnemployed',
  'serviceToService',
  'under25',
  'foreign',
  'ltuUnder60',
  'labourMarketSubsidy300',
] as const;

/** A row of table 1. Finnish names and definitions: the service's README, glossary. */
export type PictureRow = (typeof pictureRows)[number];
