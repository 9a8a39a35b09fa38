import { readFileSync } from 'node:fs';
import { type LocalDate, parseLocalDate } from '@tyovayla/kernel/local-date';
import { z } from 'zod';
import type { JointApplication } from '../../domain/study-duty/study-duty.ts';

const date = z.string().transform((text, context): LocalDate => {
  const read = parseLocalDate(text);
  if (read !== undefined) return read;
  context.addIssue('names no day of the calendar');
  return z.NEVER;
});

const file = z.object({
  source: z.string().min(1),
  jointApplications: z.array(z.object({ from: date, last: date })),
});

/**
 * Reads on which days study places are applied for together each spring, the earliest first. Throws where one ends
 * before it begins or before the one before it is over.
 */
export const readJointApplications = (url: URL): readonly JointApplication[] => {
  const { jointApplications } = file.parse(JSON.parse(readFileSync(url, 'utf8')));
  jointApplications.forEach(({ from, last }, index) => {
    const before = jointApplications[index - 1];
    if (last < from || (before !== undefined && from <= before.last))
      throw new Error(`joint applications: the one from ${from} is out of order`);
  });
  return jointApplications;
};
