import type { Relation } from './picture-relations.ts';

/** A cell that can be worked out, and the known cells that are needed for it. */
export type Derivation = { readonly cell: number; readonly from: readonly number[] };

type Row = Float64Array;

const almostZero = (value: number): boolean => Math.abs(value) < 1e-9;

const divide = (row: Row, by: number): void => {
  for (let index = 0; index < row.length; index += 1) row[index] = (row[index] ?? 0) / by;
};

const subtract = (from: Row, row: Row, times: number): void => {
  for (let index = 0; index < from.length; index += 1) {
    const rest = (from[index] ?? 0) - times * (row[index] ?? 0);
    from[index] = almostZero(rest) ? 0 : rest;
  }
};

/** One line per relation over all cells: what the unknown cells add up to, and with which known cells. */
const lines = (relations: readonly Relation[], cellCount: number): Row[] =>
  relations.map(({ whole, parts }) => {
    const line = new Float64Array(cellCount);
    line[whole] = -1;
    for (const part of parts) line[part] = 1;
    return line;
  });

const eliminate = (matrix: Row[], unknown: readonly number[]): number => {
  let done = 0;
  for (const column of unknown) {
    const pivot = matrix.findIndex((line, index) => index >= done && !almostZero(line[column] ?? 0));
    const line = matrix[pivot];
    if (line === undefined) continue;
    matrix[pivot] = matrix[done] as Row;
    matrix[done] = line;
    divide(line, line[column] ?? 1);
    for (const other of matrix) {
      const times = other[column] ?? 0;
      if (other !== line && times !== 0) subtract(other, line, times);
    }
    done += 1;
  }
  return done;
};

/**
 * Every unknown cell that follows from known ones by adding and subtracting, however many sums it takes: Gaussian
 * elimination over the unknown cells; a line that is left with a single unknown cell gives it away.
 */
export const derivableCells = (
  relations: readonly Relation[],
  cellCount: number,
  isKnown: (cell: number) => boolean,
): readonly Derivation[] => {
  const cells = Array.from({ length: cellCount }, (_, cell) => cell);
  const unknown = cells.filter((cell) => !isKnown(cell));
  const known = cells.filter(isKnown);
  const matrix = lines(relations, cellCount);
  const rank = eliminate(matrix, unknown);
  return matrix.slice(0, rank).flatMap((line) => {
    const open = unknown.filter((cell) => line[cell] !== 0);
    const [cell] = open;
    return open.length !== 1 || cell === undefined ? [] : [{ cell, from: known.filter((at) => line[at] !== 0) }];
  });
};
