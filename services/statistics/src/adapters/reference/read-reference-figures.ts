import { readFileSync } from 'node:fs';
import { type LocalDate, parseLocalDate } from '@tyovayla/kernel/local-date';
import { z } from 'zod';
import { pictureRows } from '../../domain/picture/picture-row.ts';
import type { ReferenceFigures } from '../../domain/reference/reference-figures.ts';

const date = z.string().transform((text, context): LocalDate => {
  const parsed = parseLocalDate(text);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', message: 'must be a date, YYYY-MM-DD' });
  return z.NEVER;
});

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const persons = z.record(z.string().regex(/^\d{3}$/), z.number().int().positive());
const byColumn = z.record(z.string().regex(/^(\d{3}|total)$/), z.number().nonnegative());

const shape = z.object({
  area: z.string().min(1),
  sourceCode: z.string().min(1),
  fromMonth: month,
  toMonth: month,
  municipalities: z.array(z.object({ code: z.string().regex(/^\d{3}$/), name: z.string().min(1) })).min(1),
  labourForce: z.array(z.object({ validFrom: date, source: z.string().min(1), persons })).min(1),
  rows: z.record(z.enum(pictureRows), byColumn),
  activationRatePercent: byColumn,
});

/**
 * Reads an area's figures of reference from a JSON file: municipalities, labour force by date, table 1 as stated.
 * Throws where the file has another shape, or the labour force misses a municipality.
 */
export const readReferenceFigures = (file: string): ReferenceFigures => {
  const { area, sourceCode, fromMonth, toMonth, municipalities, ...figures } = shape.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  const codes = municipalities.map(({ code }) => code).toSorted();
  const missing = figures.labourForce.flatMap(({ validFrom, persons: known }) =>
    codes.filter((code) => known[code] === undefined).map((code) => `${code} from ${validFrom}`),
  );
  if (missing.length > 0) throw new Error(`no labour force for ${missing.join(', ')}`);
  return {
    area,
    municipalities: codes,
    labourForce: figures.labourForce.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
    stated: {
      sourceCode,
      fromMonth,
      toMonth,
      rows: figures.rows,
      activationRatePercent: figures.activationRatePercent,
    },
  };
};
