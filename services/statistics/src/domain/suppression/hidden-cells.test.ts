import { seededRandom } from '@tyovayla/testing/seeded-random';
import fc from 'fast-check';
import { type CountTable, totalOf } from '../picture/count-table.ts';
import { type PictureRow, pictureRows } from '../picture/picture-row.ts';
import { hiddenCells, hiddenOnAny, type IsHidden } from './hidden-cells.ts';
import { relationTable } from './picture-relations.ts';

const minimum = 5;
const prime = 2_147_483_647n;

/** A table of people that could exist: every subgroup is part of its group. */
const possibleTable = (random: () => number, size: number): CountTable => {
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const column = (): Record<PictureRow, number> => {
    const longTermUnemployed = upTo(size);
    const ltuEquivalent = upTo(size / 2);
    const fromServiceUnemployed = upTo(size / 2);
    const serviceToService = upTo(size / 4);
    const unemployedJobseekers = longTermUnemployed + ltuEquivalent + fromServiceUnemployed + upTo(size);
    const broadUnemployment = unemployedJobseekers + serviceToService + upTo(size);
    const allJobseekers = broadUnemployment + upTo(size);
    return {
      allJobseekers,
      unemployedJobseekers,
      broadUnemployment,
      structuralUnemployment: longTermUnemployed + ltuEquivalent + fromServiceUnemployed + serviceToService,
      longTermUnemployed,
      ltuEquivalent,
      fromServiceUnemployed,
      serviceToService,
      under25: upTo(unemployedJobseekers),
      foreign: upTo(unemployedJobseekers / 3),
      ltuUnder60: upTo(longTermUnemployed),
      labourMarketSubsidy300: upTo(allJobseekers),
    };
  };
  const municipalities = Array.from({ length: 6 }, column);
  const few = upTo(2) === 0 ? column() : undefined;
  const rows = pictureRows.map((row) => [
    row,
    {
      byMunicipality: municipalities.map((each) => each[row]),
      totalOnly: few === undefined ? 0 : Math.min(few[row], 6),
    },
  ]);
  return Object.fromEntries(rows) as CountTable;
};

const inverse = (value: bigint): bigint => {
  let [result, base, power] = [1n, value, prime - 2n];
  for (; power > 0n; power /= 2n) {
    if (power % 2n === 1n) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
};

/** Rank over a prime field: another method than the one under test. */
const rankOf = (lines: readonly (readonly bigint[])[]): number => {
  let rows = lines.map((line) => [...line]);
  let rank = 0;
  for (let column = 0; column < (lines[0]?.length ?? 0); column += 1) {
    const pivot = rows.find((row) => row[column] !== 0n);
    if (pivot === undefined) continue;
    rank += 1;
    const factor = inverse(((pivot[column] ?? 0n) + prime) % prime);
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) => {
        const times = ((row[column] ?? 0n) * factor) % prime;
        return times === 0n
          ? row
          : row.map((value, at) => (((value - times * (pivot[at] ?? 0n)) % prime) + prime) % prime);
      });
  }
  return rank;
};

/** What a reader with pencil and paper can work out: a cell whose value no other table with the same print has. */
const recovered = (table: CountTable, isHidden: IsHidden, knowsTotalOnly: boolean): readonly number[] => {
  const { cells, relations } = relationTable(table);
  const printed = cells.map((cell) => {
    if (cell.kind === 'TOTAL_ONLY') return knowsTotalOnly;
    return cell.told && !isHidden(cell.row as PictureRow, cell.kind === 'TOTAL' ? 'total' : cell.column);
  });
  const unknown = cells.flatMap((_, index) => (printed[index] === true ? [] : [index]));
  const lines = relations.map(({ whole, parts }) =>
    unknown.map((index) => (index === whole ? prime - 1n : parts.includes(index) ? 1n : 0n)),
  );
  const rank = rankOf(lines);
  return unknown.filter((index) => {
    const cell = cells[index];
    const secret = cell !== undefined && cell.value > 0 && cell.value < minimum;
    const guarded = secret && (cell.kind === 'TOTAL_ONLY') === !knowsTotalOnly;
    return guarded && rankOf([...lines, unknown.map((each) => (each === index ? 1n : 0n))]) === rank;
  });
};

const shown = (table: CountTable): number =>
  pictureRows.flatMap((row) => [...table[row].byMunicipality, totalOf(table[row])]).length;

const hiddenCount = (table: CountTable, isHidden: IsHidden): number =>
  pictureRows.flatMap((row) =>
    [...table[row].byMunicipality.keys(), 'total' as const].filter((column) => isHidden(row, column)),
  ).length;

const sameEverywhere = (people: Partial<Record<PictureRow, readonly number[]>>): CountTable =>
  Object.fromEntries(
    pictureRows.map((row) => [row, { byMunicipality: people[row] ?? [900, 900, 900, 900, 900, 900], totalOnly: 0 }]),
  ) as CountTable;

describe('small numbers of people outside the authority', () => {
  it('hides every number from 1 to 4', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(6, 20, 60), (seed, size) => {
        const table = possibleTable(seededRandom(seed), size);
        const isHidden = hiddenCells(table, { minimum });
        for (const row of pictureRows) {
          table[row].byMunicipality.forEach((value, column) => {
            if (value > 0 && value < minimum) expect(isHidden(row, column)).toBe(true);
          });
          const total = totalOf(table[row]);
          if (total > 0 && total < minimum) expect(isHidden(row, 'total')).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('lets no hidden number be worked out from those that are told, not even by who knows how many are withheld', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(8, 20, 60), (seed, size) => {
        const table = possibleTable(seededRandom(seed), size);
        expect(recovered(table, hiddenCells(table, { minimum }), true)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('does not let the number of people whose municipality is withheld be worked out', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(8, 20, 60), (seed, size) => {
        const table = possibleTable(seededRandom(seed), size);
        expect(recovered(table, hiddenCells(table, { minimum }), false)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('hides a second municipality where only one number is small', () => {
    const foreign = [141, 50, 2, 60, 47, 90];
    const isHidden = hiddenCells(sameEverywhere({ foreign }), { minimum });
    const columns = foreign.map((_, column) => isHidden('foreign', column));
    expect(columns).toEqual([false, false, true, false, true, false]);
  });

  it('hides people of 60 and over who would follow from two rows of the long-term unemployed', () => {
    const longTermUnemployed = [349, 65, 27, 35, 211, 46];
    const ltuUnder60 = [264, 42, 25, 23, 148, 31];
    const isHidden = hiddenCells(sameEverywhere({ longTermUnemployed, ltuUnder60 }), { minimum });
    expect(isHidden('ltuUnder60', 2) || isHidden('longTermUnemployed', 2)).toBe(true);
  });

  it('hides nothing where every group is large', () => {
    const table = possibleTableWithoutSmallGroups();
    expect(hiddenCount(table, hiddenCells(table, { minimum }))).toBe(0);
  });

  it('leaves most of a table like the plan’s to be read', () => {
    const table = sameEverywhere({
      allJobseekers: [2112, 518, 216, 233, 1479, 321],
      unemployedJobseekers: [1190, 286, 130, 127, 801, 174],
      broadUnemployment: [1804, 423, 184, 190, 1286, 277],
      structuralUnemployment: [686, 140, 57, 73, 441, 100],
      longTermUnemployed: [349, 65, 27, 35, 211, 46],
      ltuEquivalent: [136, 32, 14, 16, 87, 20],
      fromServiceUnemployed: [167, 38, 13, 20, 109, 27],
      serviceToService: [34, 5, 3, 2, 34, 7],
      under25: [124, 27, 10, 12, 107, 11],
      foreign: [141, 5, 2, 6, 47, 9],
      ltuUnder60: [264, 42, 16, 23, 148, 31],
      labourMarketSubsidy300: [322, 54, 19, 17, 219, 33],
    });
    const isHidden = hiddenCells(table, { minimum });
    expect(hiddenCount(table, isHidden)).toBeLessThan(shown(table) / 6);
    expect(recovered(table, isHidden, true)).toEqual([]);
  });

  it('hides in a mean of days what it hides on any of them', () => {
    const onDay =
      (hidden: number): IsHidden =>
      (_row, column) =>
        column === hidden;
    const isHidden = hiddenOnAny([onDay(1), onDay(4)]);
    expect([0, 1, 2, 3, 4, 5].map((column) => isHidden('foreign', column))).toEqual([
      false,
      true,
      false,
      false,
      true,
      false,
    ]);
  });
});

const possibleTableWithoutSmallGroups = (): CountTable =>
  sameEverywhere({
    allJobseekers: [600, 600, 600, 600, 600, 600],
    broadUnemployment: [500, 500, 500, 500, 500, 500],
    unemployedJobseekers: [400, 400, 400, 400, 400, 400],
    structuralUnemployment: [220, 220, 220, 220, 220, 220],
    longTermUnemployed: [100, 100, 100, 100, 100, 100],
    ltuEquivalent: [50, 50, 50, 50, 50, 50],
    fromServiceUnemployed: [50, 50, 50, 50, 50, 50],
    serviceToService: [20, 20, 20, 20, 20, 20],
    under25: [60, 60, 60, 60, 60, 60],
    foreign: [60, 60, 60, 60, 60, 60],
    ltuUnder60: [80, 80, 80, 80, 80, 80],
    labourMarketSubsidy300: [90, 90, 90, 90, 90, 90],
  });
