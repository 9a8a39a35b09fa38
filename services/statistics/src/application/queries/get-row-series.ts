import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import { countTable } from '../../domain/picture/count-table.ts';
import { countingDays, type Months } from '../../domain/picture/counting-days.ts';
import type { PictureRow } from '../../domain/picture/picture-row.ts';
import { cellsOf, hiddenOnDay, type PictureCell } from '../../domain/picture/situation-picture.ts';
import { audienceOf } from '../audience.ts';
import { figuresAccess } from '../statistics-access.ts';
import type { PictureSources } from './get-situation-picture.ts';

export type RowSeriesInput = { readonly row: PictureRow; readonly months: Months };

/** One row on the counting day of one month. */
export type MonthCells = { readonly day: LocalDate; readonly cells: readonly PictureCell[] };

/** One row's course over months, for a chart. What is hidden in a day's picture is hidden here too. */
export const getRowSeries = (sources: PictureSources): Query<RowSeriesInput, readonly MonthCells[]> => ({
  name: 'GetRowSeries',
  access: figuresAccess,
  load: async (sql, { row, months }, { actor }) => {
    const days = countingDays(months);
    if (!days.ok) return days;
    const audience = audienceOf(actor);
    const { figures, smallCells } = sources;
    const counts = await sources.reader.countsOn(sql, days.value);
    return accepted(
      counts.days.map(({ day, sums }) => {
        const table = countTable(figures.municipalities, sums);
        const isHidden = hiddenOnDay({ day, table }, { figures, smallCells, audience });
        return { day, cells: cellsOf({ row, table, isHidden }, figures.municipalities) };
      }),
    );
  },
});
