import { isBefore, type LocalDate } from '@tyovayla/kernel/local-date';

/** Days from `from` up to and without `to`; without `to` it runs on. */
export type DayRange = { readonly from: LocalDate; readonly to?: LocalDate };

/** The range from `from` to `to`; an undefined `to` runs on. */
export const dayRange = (from: LocalDate, to: LocalDate | undefined): DayRange =>
  to === undefined ? { from } : { from, to };

/** True where the day is in the range. */
export const covers = (range: DayRange, day: LocalDate): boolean =>
  range.from <= day && (range.to === undefined || day < range.to);

const earlier = (a: LocalDate | undefined, b: LocalDate | undefined): LocalDate | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  return isBefore(a, b) ? a : b;
};

/** Days that are in both ranges, or undefined where there is none. */
export const overlap = (a: DayRange, b: DayRange): DayRange | undefined => {
  const from = isBefore(a.from, b.from) ? b.from : a.from;
  const to = earlier(a.to, b.to);
  return to !== undefined && to <= from ? undefined : dayRange(from, to);
};

/** Days that are in a range of each list. Ranges within a list don't overlap, so neither do those of the answer. */
export const intersect = (a: readonly DayRange[], b: readonly DayRange[]): readonly DayRange[] =>
  a.flatMap((left) => b.map((right) => overlap(left, right)).filter((range) => range !== undefined));

/** From a list of changes in order of time to the stretches between them; the last runs on. */
export const stretches = <Change extends { readonly from: LocalDate }>(
  changes: readonly Change[],
): readonly (DayRange & { readonly change: Change })[] =>
  changes.map((change, index) => ({ ...dayRange(change.from, changes[index + 1]?.from), change }));
