import { z } from 'zod';
import { idText } from './schemas.ts';

/** Shapes of the API on statements that have not reached their payer. */

export const undeliveredList = z.object({
  statements: z
    .array(
      z.object({
        statementId: z.string(),
        clientId: z.string(),
        kind: z.string().describe('Kind of statement, as in the contract'),
        recipientCode: z.string(),
        issuedDate: z.string(),
        attempts: z.int(),
        sentTime: z.string().optional().describe('When it was last sent; absent before the first time'),
        failureCode: z.string().optional().describe('Why the last attempt failed'),
        nextAttemptTime: z.string().optional().describe('Absent where it is not tried again by itself'),
      }),
    )
    .describe('The oldest first'),
  nextPageToken: z.string().optional(),
});
export type UndeliveredListView = z.infer<typeof undeliveredList>;

export const statementParams = z.strictObject({ clientId: idText, statementId: idText });
export type StatementParams = z.infer<typeof statementParams>;

export const resent = z.object({});
export type Resent = z.infer<typeof resent>;
