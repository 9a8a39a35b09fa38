import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { PictureRow } from '../picture/picture-row.ts';

/** A number for each municipality by code; where stated, "total" for the area. */
export type ByColumn = Readonly<Record<string, number>>;

/** Labour force of the area's municipalities from a day on, persons. */
export type LabourForce = { readonly validFrom: LocalDate; readonly source: string; readonly persons: ByColumn };

/** Figures that the service is given, not ones that it counts. */
export type ReferenceFigures = {
  readonly area: string;
  /** Codes in order. */
  readonly municipalities: readonly string[];
  /** In order of time. */
  readonly labourForce: readonly LabourForce[];
  /** Table 1 as the area's plan states it. */
  readonly stated: {
    readonly fromMonth: string;
    readonly toMonth: string;
    readonly sourceCode: string;
    readonly rows: Readonly<Record<PictureRow, ByColumn>>;
    readonly activationRatePercent: ByColumn;
  };
};

/** The labour force in force on a day; undefined before the first figure. */
export const labourForceOn = (figures: ReferenceFigures, day: LocalDate): LabourForce | undefined =>
  figures.labourForce.findLast((labourForce) => labourForce.validFrom <= day);
