import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import type { RuleBook } from '@tyovayla/kernel/rule-book';
import type { Query } from '@tyovayla/runtime/query';
import { countTable } from '../../domain/picture/count-table.ts';
import { countingDays, type Months } from '../../domain/picture/counting-days.ts';
import { type Audience, type SituationPicture, situationPicture } from '../../domain/picture/situation-picture.ts';
import type { ReferenceFigures } from '../../domain/reference/reference-figures.ts';
import type { SmallCellParameters } from '../../domain/suppression/rules/small-cell-rule.ts';
import { audienceOf } from '../audience.ts';
import type { DayCounts, PictureReader } from '../ports.ts';
import { figuresAccess } from '../statistics-access.ts';

/** One day, or the mean of the months' counting days. */
export type PicturePeriod =
  | { readonly kind: 'DAY'; readonly day: LocalDate }
  | { readonly kind: 'MONTHS'; readonly months: Months };

/** A picture and the position of the last fact in it. */
export type PositionedPicture = { readonly picture: SituationPicture; readonly position: bigint };

/** What pictures are made of. */
export type PictureSources = {
  readonly reader: PictureReader;
  readonly figures: ReferenceFigures;
  readonly smallCells: RuleBook<SmallCellParameters>;
};

const daysOf = (period: PicturePeriod): Result<readonly LocalDate[], Refusal> =>
  period.kind === 'DAY' ? accepted([period.day]) : countingDays(period.months);

/** Counts as a picture for an audience. */
export const pictureOf = (counts: DayCounts, sources: PictureSources, audience: Audience): PositionedPicture => {
  const { figures, smallCells } = sources;
  const days = counts.days.map(({ day, sums }) => ({ day, table: countTable(figures.municipalities, sums) }));
  return { picture: situationPicture(days, { figures, smallCells, audience }), position: counts.position };
};

/**
 * Table 1 and the rates for a day or for months, for everybody in the portal; outside the authority without small
 * numbers. Refuses months that don't exist, are in the wrong order or too many.
 */
export const getSituationPicture = (sources: PictureSources): Query<PicturePeriod, PositionedPicture> => ({
  name: 'GetSituationPicture',
  access: figuresAccess,
  load: async (sql, period, { actor }) => {
    const days = daysOf(period);
    if (!days.ok) return days;
    return accepted(pictureOf(await sources.reader.countsOn(sql, days.value), sources, audienceOf(actor)));
  },
});
