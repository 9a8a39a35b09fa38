import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { RuleBook } from '@tyovayla/kernel/rule-book';
import { type DayRange, dayRange, intersect, overlap, stretches } from '../person-picture/day-range.ts';
import type { AgeBand, PersonPicture } from '../person-picture/person-picture.ts';
import { type ClassRow, classIntervals } from '../statistical-class/class-intervals.ts';
import type { ClassParameters } from '../statistical-class/class-parameters.ts';
import { withheldColumn } from './column.ts';
import type { PictureRow } from './picture-row.ts';

/** Days [from, to) on which one person is counted in one cell. `column`: a municipality or the withheld column. */
export type CellInterval = DayRange & { readonly row: PictureRow; readonly column: string };

/** Each version of the rule counts its own days: a picture of an old day stays as it was when the rule changes. */
const rangesByClass = (
  person: PersonPicture,
  book: RuleBook<ClassParameters>,
): ((row: ClassRow) => readonly DayRange[]) => {
  const spells = person.jobSearches.flatMap((search) => search.spells);
  const versions = stretches(book.versions.map((version) => ({ from: version.validFrom, params: version.params })));
  const intervals = versions.flatMap((version) =>
    classIntervals(spells, version.change.params).map((interval) => ({
      row: interval.row,
      days: overlap(interval, version),
    })),
  );
  return (row) =>
    intervals.filter((interval) => interval.row === row).flatMap(({ days }) => (days === undefined ? [] : [days]));
};

const inBands = (person: PersonPicture, bands: readonly AgeBand[]): readonly DayRange[] =>
  stretches(person.ageBands)
    .filter((stretch) => bands.includes(stretch.change.band))
    .map((stretch) => dayRange(stretch.from, stretch.to));

const subsidyDays = (from: LocalDate | undefined): readonly DayRange[] => (from === undefined ? [] : [{ from }]);

/** Days on which the person belongs to each row of table 1, wherever they live. Ranges of a row never overlap. */
const rowRanges = (
  person: PersonPicture,
  book: RuleBook<ClassParameters>,
): readonly (readonly [PictureRow, readonly DayRange[]])[] => {
  const searching = person.jobSearches.map((search) => dayRange(search.from, search.to));
  const ofClass = rangesByClass(person, book);
  // A history from another area makes a class what it is, and its days are counted there.
  const inClass = (row: ClassRow): readonly DayRange[] => intersect(ofClass(row), searching);
  const foreign = person.jobSearches
    .filter((search) => search.citizenship === 'FOREIGN')
    .map((search) => dayRange(search.from, search.to));
  const unemployed = inClass('unemployed');
  const longTerm = inClass('longTerm');
  return [
    ['allJobseekers', searching],
    ['unemployedJobseekers', unemployed],
    ['broadUnemployment', inClass('broad')],
    ['structuralUnemployment', inClass('structural')],
    ['longTermUnemployed', longTerm],
    ['ltuEquivalent', inClass('ltuEquivalent')],
    ['fromServiceUnemployed', inClass('fromServiceUnemployed')],
    ['serviceToService', inClass('serviceToService')],
    ['under25', intersect(unemployed, inBands(person, ['UNDER_25']))],
    ['foreign', intersect(unemployed, foreign)],
    ['ltuUnder60', intersect(longTerm, inBands(person, ['UNDER_25', '25_TO_59']))],
    ['labourMarketSubsidy300', intersect(searching, subsidyDays(person.subsidy300From))],
  ];
};

/**
 * Where and when one person is counted in table 1: definitions of the handbook 11.1. A person in no running job
 * search is counted nowhere. Where the municipality is withheld the column is `withheld`; it is in the total only.
 */
export const rowIntervals = (person: PersonPicture, book: RuleBook<ClassParameters>): readonly CellInterval[] => {
  const places = stretches(person.whereabouts);
  return rowRanges(person, book).flatMap(([row, ranges]) =>
    ranges.flatMap((range) =>
      places.flatMap((place) => {
        const days = overlap(range, place);
        return days === undefined ? [] : [{ row, column: place.change.municipality ?? withheldColumn, ...days }];
      }),
    ),
  );
};
