import type { CountTable } from '../picture/count-table.ts';
import type { PictureRow } from '../picture/picture-row.ts';
import { type Derivation, derivableCells } from './derivable-cells.ts';
import { type Relation, type RelationCell, type RelationTable, relationTable } from './picture-relations.ts';
import type { SmallCellParameters } from './rules/small-cell-rule.ts';

/** Asks whether a cell is hidden. `column`: index of a municipality, or "total". */
export type IsHidden = (row: PictureRow, column: number | 'total') => boolean;

/** How much the reader is assumed to know besides the picture. */
type Knowledge = 'TOTAL_ONLY_KNOWN' | 'TOTAL_ONLY_UNKNOWN';

type Search = RelationTable & { readonly minimum: number; readonly hidden: Set<number> };

const isSmall = (value: number, minimum: number): boolean => value > 0 && value < minimum;

const isTold = (search: Search, index: number): boolean =>
  search.cells[index]?.told === true && !search.hidden.has(index);

const isKnown = (search: Search, knowledge: Knowledge, index: number): boolean =>
  isTold(search, index) || (knowledge === 'TOTAL_ONLY_KNOWN' && search.cells[index]?.kind === 'TOTAL_ONLY');

/** Municipalities before the total, numbers before zeros, small before large: as little as possible is lost. */
const cost = (cell: RelationCell): number =>
  (cell.kind === 'TOTAL' ? 2e9 : 0) + (cell.value === 0 ? 1e9 : Math.min(cell.value, 1e8));

const hideCheapest = (search: Search, candidates: readonly number[]): boolean => {
  const costOf = (index: number): number => {
    const cell = search.cells[index];
    return cell === undefined ? Number.POSITIVE_INFINITY : cost(cell);
  };
  const [cheapest] = candidates.filter((index) => isTold(search, index)).sort((a, b) => costOf(a) - costOf(b));
  if (cheapest === undefined) return false;
  search.hidden.add(cheapest);
  return true;
};

/** What is left of a told sum after its told parts is itself a number of people. */
const leavesSmallRest = (search: Search, knowledge: Knowledge, relation: Relation): boolean => {
  if (!isKnown(search, knowledge, relation.whole)) return false;
  const valueAt = (index: number): number => search.cells[index]?.value ?? 0;
  const open = relation.parts.filter((part) => !isKnown(search, knowledge, part));
  return isSmall(
    open.reduce((sum, part) => sum + valueAt(part), 0),
    search.minimum,
  );
};

const hideUntilNoSmallRest = (search: Search, knowledge: Knowledge): boolean =>
  search.relations
    .filter((relation) => leavesSmallRest(search, knowledge, relation))
    .map((relation) => hideCheapest(search, [relation.whole, ...relation.parts]))
    .includes(true);

/** Who is in the total only is guarded from readers who don't know it; the rest even from those who do. */
const isGuarded = (search: Search, knowledge: Knowledge, index: number): boolean => {
  const cell = search.cells[index];
  if (cell === undefined || !isSmall(cell.value, search.minimum)) return false;
  return (cell.kind === 'TOTAL_ONLY') === (knowledge === 'TOTAL_ONLY_UNKNOWN');
};

const hideUntilNothingFollows = (search: Search, knowledge: Knowledge): boolean => {
  const known = (index: number): boolean => isKnown(search, knowledge, index);
  const stillFollows = ({ from }: Derivation): boolean => from.every(known);
  return derivableCells(search.relations, search.cells.length, known)
    .filter(({ cell }) => isGuarded(search, knowledge, cell))
    .map((derivation) => stillFollows(derivation) && hideCheapest(search, derivation.from))
    .includes(true);
};

const knowledges: readonly Knowledge[] = ['TOTAL_ONLY_KNOWN', 'TOTAL_ONLY_UNKNOWN'];

/**
 * Which cells of a day's table are hidden from callers outside the authority: numbers from 1 up to `minimum` − 1,
 * and as many more as it takes that none of them follows by adding and subtracting what is told: over
 * municipalities, over rows (structural unemployment and its parts, broad and unemployed …), or both. The number of
 * people whose municipality is withheld is such a number too, though no cell shows it. Source: handbook 11.1, 1.6 (4).
 */
export const hiddenCells = (table: CountTable, { minimum }: SmallCellParameters): IsHidden => {
  const relations = relationTable(table);
  const primary = relations.cells.flatMap((cell, index) => (cell.told && isSmall(cell.value, minimum) ? [index] : []));
  const search: Search = { ...relations, minimum, hidden: new Set(primary) };
  const hideMore = (): boolean =>
    knowledges.map((knowledge) => hideUntilNoSmallRest(search, knowledge)).includes(true) ||
    knowledges.map((knowledge) => hideUntilNothingFollows(search, knowledge)).includes(true);
  while (hideMore());
  const places = new Set(
    [...search.hidden].map((index) => {
      const cell = search.cells[index];
      return `${cell?.row}|${cell?.kind === 'TOTAL' ? 'total' : cell?.column}`;
    }),
  );
  return (row, column) => places.has(`${row}|${column}`);
};

/** For a mean of days: hidden where it is hidden on any of the days, or the days could be had from means. */
export const hiddenOnAny =
  (days: readonly IsHidden[]): IsHidden =>
  (row, column) =>
    days.some((isHidden) => isHidden(row, column));
