import { z } from 'zod';
import { expertOrderKinds, expertProviders } from './expert-order-codes.ts';
import { seenVersion } from './meeting-schemas.ts';
import { dateText } from './schemas.ts';

/** Shapes of orders of experts' hours for a client. Codes in answers are texts: a newer service may know more. */

const mostMinutes = 6000;

export const orderBody = z.strictObject({
  kind: z.enum(expertOrderKinds),
  provider: z.enum(expertProviders),
  neighbourArea: z
    .string()
    .regex(/^[a-z][a-z-]{0,38}[a-z]$/)
    .optional()
    .describe('Short name of the neighbouring area, e.g. "rovaniemi"; only for a neighbour’s experts'),
  orderedMinutes: z.int().min(15).max(mostMinutes).multipleOf(15).describe('In quarters of an hour'),
});
export const resultBody = z.strictObject({
  expectedVersion: seenVersion,
  doneDate: dateText,
  deliveredMinutes: z.int().min(1).max(mostMinutes).describe('No more than were ordered'),
  resultText: z.string().trim().min(1).max(2000).describe('No identity codes, no diagnoses'),
});

export const ordered = z.object({ expertOrderId: z.string() });
export const changedOrder = z.object({ version: z.int() });

export const expertOrderList = z.object({
  orders: z
    .array(
      z.object({
        expertOrderId: z.string(),
        version: z.int(),
        kind: z.string(),
        provider: z.string(),
        neighbourArea: z.string().optional(),
        orderedMinutes: z.int(),
        orderedDate: z.string(),
        orderedBy: z.string().describe('Opaque staff id'),
        result: z
          .object({ doneDate: z.string(), deliveredMinutes: z.int(), resultText: z.string().default('') })
          .optional()
          .describe('Absent until recorded'),
      }),
    )
    .default([])
    .describe('The newest first'),
});
export type ExpertOrderListView = z.infer<typeof expertOrderList>;
