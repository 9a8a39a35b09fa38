import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDate } from '@tyovayla/kernel/local-date';
import { projectRoot } from '@tyovayla/testing/project-root';
import { pictureRows } from '../../domain/picture/picture-row.ts';
import { labourForceOn } from '../../domain/reference/reference-figures.ts';
import { readReferenceFigures } from './read-reference-figures.ts';

const file = join(projectRoot, 'services/statistics/reference/meri-lappi-table-1.json');
const source = join(projectRoot, '../shared/reference/seed-tables.json');

type SourceTable = {
  readonly columns: readonly string[];
  readonly rows: Readonly<Record<string, readonly number[]>>;
};

describe('the figures of reference of Meri-Lappi', () => {
  const figures = readReferenceFigures(file);

  it('add up to the stated totals in every row (handbook 11.2)', () => {
    for (const row of pictureRows) {
      const { total, ...municipalities } = figures.stated.rows[row];
      expect(Object.values(municipalities).reduce((sum, value) => sum + value, 0)).toBe(total);
    }
  });

  it('know the labour force from 2023 on and not before', () => {
    const persons = labourForceOn(figures, localDate('2026-11-24'))?.persons ?? {};
    expect(Object.values(persons).reduce((sum, value) => sum + value, 0)).toBe(25_153);
    expect(labourForceOn(figures, localDate('2022-12-31'))).toBeUndefined();
  });

  // The source lies beside the repository where the product is developed, and nowhere else.
  (existsSync(source) ? it : it.skip)('are those of the source, cell by cell', () => {
    const { table1 } = JSON.parse(readFileSync(source, 'utf8')) as { readonly table1: SourceTable };
    const columnsOf = (row: string) =>
      Object.fromEntries(table1.columns.map((code, at) => [code, table1.rows[row]?.[at]]));
    for (const row of pictureRows) expect(figures.stated.rows[row]).toEqual(columnsOf(row));
    expect(figures.stated.activationRatePercent).toEqual(columnsOf('activationRatePercent'));
    const { total: _, ...labourForce } = columnsOf('labourForce');
    expect(figures.labourForce[0]?.persons).toEqual(labourForce);
  });

  it('are refused where a municipality has no labour force', () => {
    const dir = mkdtempSync(join(tmpdir(), 'tyovayla-reference-'));
    const broken = join(dir, 'broken.json');
    const text = readFileSync(file, 'utf8');
    try {
      writeFileSync(broken, text.replace('"240": 8200,', ''));
      expect(() => readReferenceFigures(broken)).toThrow('no labour force for 240 from 2023-01-01');
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
