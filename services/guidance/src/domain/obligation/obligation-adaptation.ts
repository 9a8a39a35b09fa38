import type { LocalDate } from '@tyovayla/kernel/local-date';

/**
 * The area's decision that fewer applications can be asked of those who look for an occupation in a municipality,
 * because there is not enough work of that kind in reach. Source: handbook 2.4, regional adaptation.
 */
export type ObligationAdaptation = {
  readonly adaptationId: string;
  readonly municipalityCode: string;
  /** One to four digits of ISCO-08: a whole group or one unit group. */
  readonly occupationPrefix: string;
  readonly maxPerMonth: number;
  readonly reason: string;
  readonly validFrom: LocalDate;
  /** First day on which it no longer holds. */
  readonly validTo?: LocalDate;
  /** Who decided, as the area wrote it down. */
  readonly decidedBy: string;
};

export type AdaptationQuestion = {
  /** Absent where a protection order withholds it: then no adaptation is found. */
  readonly municipalityCode?: string;
  readonly occupationCode?: string;
  readonly on: LocalDate;
};

const holdsOn = ({ validFrom, validTo }: ObligationAdaptation, day: LocalDate): boolean =>
  validFrom <= day && (validTo === undefined || day < validTo);

/** The adaptation for a client: the one for the narrowest occupation; of two alike, the one that asks for less. */
export const adaptationFor = (
  adaptations: readonly ObligationAdaptation[],
  { municipalityCode, occupationCode, on }: AdaptationQuestion,
): ObligationAdaptation | undefined => {
  if (municipalityCode === undefined || occupationCode === undefined) return undefined;
  return adaptations
    .filter((each) => each.municipalityCode === municipalityCode && holdsOn(each, on))
    .filter(({ occupationPrefix }) => occupationCode.startsWith(occupationPrefix))
    .toSorted(
      (one, other) =>
        other.occupationPrefix.length - one.occupationPrefix.length || one.maxPerMonth - other.maxPerMonth,
    )
    .at(0);
};
