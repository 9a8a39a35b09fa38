import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { CellSum } from '../domain/picture/count-table.ts';
import type { PictureRow } from '../domain/picture/picture-row.ts';
import { classesOn } from '../domain/statistical-class/classes-on.ts';
import { columnOn, type Truth, truthfulBand } from './life-story.ts';

const rowsOn = (truth: Truth, day: LocalDate): readonly PictureRow[] => {
  const search = truth.searches.find(({ from, to }) => from <= day && (to === undefined || day < to));
  if (search === undefined) return [];
  const classes = classesOn(truth.spells, day);
  const band = truthfulBand(truth, day);
  const belongs: Readonly<Record<PictureRow, boolean>> = {
    allJobseekers: true,
    unemployedJobseekers: classes.unemployed,
    broadUnemployment: classes.broad,
    structuralUnemployment: classes.structural,
    longTermUnemployed: classes.longTerm,
    ltuEquivalent: classes.ltuEquivalent,
    fromServiceUnemployed: classes.fromServiceUnemployed,
    serviceToService: classes.serviceToService,
    under25: classes.unemployed && band === 'UNDER_25',
    foreign: classes.unemployed && search.citizenship === 'FOREIGN',
    ltuUnder60: classes.longTerm && band !== '60_OR_OVER',
    labourMarketSubsidy300: truth.subsidy300From !== undefined && truth.subsidy300From <= day,
  };
  return (Object.keys(belongs) as PictureRow[]).filter((row) => belongs[row]);
};

/** Table 1 counted person by person on one day, as the definitions read: the measure for the projection. */
export const countByHand = (people: readonly Truth[], day: LocalDate): readonly CellSum[] => {
  const counts = new Map<string, CellSum>();
  for (const truth of people) {
    const column = columnOn(truth, day);
    for (const row of rowsOn(truth, day)) {
      const key = `${row}|${column}`;
      counts.set(key, { row, column, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return inOrder([...counts.values()]);
};

/** Cells without people left out, in order: so that two counts can be compared. */
export const inOrder = (sums: readonly CellSum[]): readonly CellSum[] =>
  sums.filter((sum) => sum.count !== 0).sort((a, b) => (`${a.row}|${a.column}` < `${b.row}|${b.column}` ? -1 : 1));
