import type { MunicipalityTarget } from './groups.ts';

type StatedTable = {
  readonly municipalities: readonly { readonly code: string }[];
  readonly rows: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

/** Rows of the stated table that people's records must add up to. The structural row is the sum of its four parts. */
const countedRows = [
  'allJobseekers',
  'unemployedJobseekers',
  'broadUnemployment',
  'longTermUnemployed',
  'ltuEquivalent',
  'fromServiceUnemployed',
  'serviceToService',
  'under25',
  'foreign',
  'ltuUnder60',
  'labourMarketSubsidy300',
] as const;

/** Reads the table that the area's plan states: one target per municipality. Throws where a number is missing. */
export const readTargets = (json: string): MunicipalityTarget[] => {
  const table = JSON.parse(json) as StatedTable;
  const number = (row: string, code: string): number => {
    const value = table.rows[row]?.[code];
    if (value === undefined) throw new RangeError(`the stated table has no ${row} for ${code}`);
    return value;
  };
  return table.municipalities.map(({ code }) => ({
    code,
    ...(Object.fromEntries(countedRows.map((row) => [row, number(row, code)])) as Omit<MunicipalityTarget, 'code'>),
  }));
};
