import { z } from 'zod';
import { pictureRows } from './codes.ts';
import { dateText, monthText } from './schemas.ts';

export const pictureRow = z.enum(pictureRows);
export type PictureRowName = z.infer<typeof pictureRow>;

const cell = z.object({
  municipalityCode: z.string().describe('Three digits; "total" for the area'),
  value: z.number().optional().describe('Absent where it is suppressed'),
  suppressed: z.boolean(),
});
export type CellView = z.infer<typeof cell>;

const rowCells = z.object({ row: z.string(), cells: z.array(cell) });
export type RowCellsView = z.infer<typeof rowCells>;

const rates = z.object({
  municipalityCode: z.string(),
  labourForce: z.int(),
  unemploymentRatePercent: z.number().optional(),
  broadUnemploymentRatePercent: z.number().optional(),
  activationRatePercent: z.number().optional(),
});
export type RatesView = z.infer<typeof rates>;

export const picture = z.object({
  dayDate: z.string(),
  countingDays: z.int(),
  rows: z.array(rowCells),
  rates: z.array(rates),
  position: z.string().describe('Position of the last fact counted, a whole number'),
  withheldInTotalOnly: z.boolean(),
});
export type PictureView = z.infer<typeof picture>;

export const statedPicture = z.object({
  fromMonth: z.string(),
  toMonth: z.string(),
  sourceCode: z.string(),
  rows: z.array(rowCells),
  rates: z.array(rates),
});
export type StatedPictureView = z.infer<typeof statedPicture>;

export const pictureQuery = z
  .strictObject({ day: dateText.optional(), from: monthText.optional(), to: monthText.optional() })
  .superRefine((query, context) => {
    const months = query.from !== undefined && query.to !== undefined;
    const half = (query.from !== undefined) !== (query.to !== undefined);
    if (half) context.addIssue({ code: 'custom', path: [query.from ? 'to' : 'from'], params: { code: 'required' } });
    else if ((query.day !== undefined) === months)
      context.addIssue({ code: 'custom', path: ['day'], params: { code: 'DAY_OR_MONTHS' } });
  })
  .describe('Either a day, or months from–to whose counting days are averaged');
export type PictureQuery = z.infer<typeof pictureQuery>;

export const seriesQuery = z.strictObject({ row: pictureRow, from: monthText, to: monthText });
export type SeriesQuery = z.infer<typeof seriesQuery>;

export const series = z.object({ months: z.array(z.object({ dayDate: z.string(), cells: z.array(cell) })) });
export type SeriesView = z.infer<typeof series>;

export const liveQuery = z.strictObject({ day: dateText.optional().describe('Absent for today, whichever it is') });
