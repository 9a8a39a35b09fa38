import { localDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import { totalColumn } from '../../domain/picture/column.ts';
import { pictureRows } from '../../domain/picture/picture-row.ts';
import type { ColumnRates, PictureCell, PictureRowCells } from '../../domain/picture/situation-picture.ts';
import { type ByColumn, labourForceOn, type ReferenceFigures } from '../../domain/reference/reference-figures.ts';
import { figuresAccess } from '../statistics-access.ts';

/** Table 1 as the area's plan states it: given, not counted. */
export type StatedPicture = {
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly sourceCode: string;
  readonly rows: readonly PictureRowCells[];
  readonly rates: readonly ColumnRates[];
};

const statedPicture = (figures: ReferenceFigures): StatedPicture => {
  const { municipalities, stated } = figures;
  const { fromMonth, toMonth, sourceCode } = stated;
  const cells = (values: ByColumn): readonly (PictureCell & { readonly value: number })[] =>
    [...municipalities, totalColumn].flatMap((column) => {
      const value = values[column];
      return value === undefined ? [] : [{ column, value }];
    });
  const persons = labourForceOn(figures, localDate(`${toMonth}-01`))?.persons ?? {};
  const areaPersons = Object.values(persons).reduce((sum, count) => sum + count, 0);
  return {
    fromMonth,
    toMonth,
    sourceCode,
    rows: pictureRows.map((row) => ({ row, cells: cells(stated.rows[row]) })),
    rates: cells(stated.activationRatePercent).map(({ column, value }) => ({
      column,
      labourForce: column === totalColumn ? areaPersons : (persons[column] ?? 0),
      activationPercent: value,
    })),
  };
};

/** Table 1 as the area's published plan states it, to compare with. Nothing is hidden in it: it is public. */
export const getStatedPicture = (figures: ReferenceFigures): Query<undefined, StatedPicture> => ({
  name: 'GetStatedPicture',
  access: figuresAccess,
  load: async () => accepted(statedPicture(figures)),
});
