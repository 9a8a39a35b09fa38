import { z } from 'zod';
import { benefitKinds, benefitTellers } from './benefit-codes.ts';
import { dateText } from './schemas.ts';

/** Shapes of a client's unemployment benefits. Codes in answers are texts: a newer service may know more. */

export const benefitBody = z.strictObject({
  kind: z.enum(benefitKinds),
  fromDate: dateText,
  lastDate: dateText.optional().describe('Last day; left out where no end is known'),
  toldBy: z.enum(benefitTellers),
});

export const recordedBenefit = z.object({
  benefitRecordId: z.string(),
  meetingsPlanned: z.int().default(0),
  meetingsCancelled: z.int().default(0),
});
export type RecordedBenefitView = z.infer<typeof recordedBenefit>;

export const benefitList = z.object({
  benefits: z
    .array(
      z.object({
        benefitRecordId: z.string(),
        kind: z.string(),
        fromDate: z.string(),
        lastDate: z.string().optional(),
        toldBy: z.string(),
        recordedDate: z.string(),
        recordedBy: z.string().default(''),
      }),
    )
    .default([])
    .describe('The latest first'),
  benefitToday: z.string().optional().describe('By the law of today; absent where nobody told'),
  generalSupportFromDate: z.string().optional().describe('From when the activation period counts'),
});
export type BenefitListView = z.infer<typeof benefitList>;
