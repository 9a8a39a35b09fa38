import { readFileSync } from 'node:fs';
import { type LocalDate, parseLocalDate } from '@tyovayla/kernel/local-date';
import { z } from 'zod';
import type { ObligationArea } from '../../domain/obligation/planned-obligation.ts';
import { layoffDiscussions } from '../../domain/rules/job-search-obligation.ts';

const date = z.string().transform((text, context): LocalDate => {
  const read = parseLocalDate(text);
  if (read !== undefined) return read;
  context.addIssue('names no day of the calendar');
  return z.NEVER;
});

const quota = z.object({ count: z.int().min(0).max(20), perMonths: z.int().min(1).max(12) });

const areaFile = z.object({
  area: z.string(),
  source: z.string(),
  settings: z.object({ partlyLaidOff: quota, student: quota, layoffDiscussion: z.enum(layoffDiscussions) }),
  adaptations: z.array(
    z.object({
      adaptationId: z.string().min(1),
      municipalityCode: z.string().regex(/^\d{3}$/),
      occupationPrefix: z.string().regex(/^\d{1,4}$/),
      maxPerMonth: z.int().min(0).max(3),
      reason: z.string().min(1),
      validFrom: date,
      validTo: date.optional(),
      decidedBy: z.string().min(1),
    }),
  ),
});

/**
 * Reads what the area has set for the job-search obligation. Throws where the service has none for this area, and where
 * two adaptations have one id or one ends before it begins.
 */
export const readObligationArea = (file: URL): ObligationArea => {
  const { settings, adaptations } = areaFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const ids = adaptations.map(({ adaptationId }) => adaptationId);
  if (new Set(ids).size < ids.length) throw new Error('obligation adaptations: one id stands twice');
  const backwards = adaptations.find(({ validFrom, validTo }) => validTo !== undefined && validTo <= validFrom);
  if (backwards !== undefined)
    throw new Error(`obligation adaptations: ${backwards.adaptationId} ends before it begins`);
  return {
    settings,
    adaptations: adaptations.map(({ validTo, ...rest }) => ({ ...rest, ...(validTo !== undefined && { validTo }) })),
  };
};
