import { localDate } from '@tyovayla/kernel/local-date';
import type { RuleBook } from '@tyovayla/kernel/rule-book';

/** The numbers of the statistical classes. Months go by the same day of the month, clamped to the month's end. */
export type ClassParameters = {
  /** Unemployed without interruption for so long: long-term unemployed. */
  readonly longTermMonths: number;
  /** Unemployed for as many days as these months have … */
  readonly equivalentMonths: number;
  /** … within so many months before the day: equivalent to long-term unemployed. */
  readonly equivalentWithinMonths: number;
  /** Breaks of at most so many days don't interrupt unemployment. Parameter `statistics.shortBreakDays`. */
  readonly shortBreakDays: number;
  /** A placement counts once it ended so many months ago … Parameter `statistics.serviceEndedMonths`. */
  readonly serviceEndedMonths: number;
  /** … and no longer than so many months ago. Parameter `statistics.serviceWithinMonths`. */
  readonly serviceWithinMonths: number;
};

/** The classes' numbers as the handbook gives them. */
export const defaultClassParameters: ClassParameters = {
  longTermMonths: 12,
  equivalentMonths: 12,
  equivalentWithinMonths: 16,
  shortBreakDays: 0,
  serviceEndedMonths: 3,
  serviceWithinMonths: 12,
};

/**
 * Structural unemployment by Statistics Finland's definitions (handbook 11.1). The twelve and sixteen months are read in
 * the source. "Placement ended three months before the counting day" is read as: at least three and at most twelve
 * months before it; the source's footnote is cut short, so this is a guess that the area can set.
 */
export const statisticalClassBook: RuleBook<ClassParameters> = {
  id: 'statistical-class',
  versions: [
    {
      validFrom: localDate('2006-01-01'),
      basis: {
        act: 'Statistics Finland, Employment service statistics',
        section: 'tables 12ub and 902, footnotes on structural unemployment',
        source: 'https://pxnet2.stat.fi/PXWeb/pxweb/fi/StatFin/StatFin__tym__tyonv__kk/statfin_tyonv_pxt_12ub.px',
      },
      confidence: 'L',
      params: defaultClassParameters,
    },
  ],
};
