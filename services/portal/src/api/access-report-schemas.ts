import { z } from 'zod';

/** Shapes of what a client is told of the use of their data, and of everything that is kept of them. */

const access = z.object({
  accessTime: z.string(),
  actorId: z.string(),
  actorRole: z.string(),
  action: z.string(),
  dataGroup: z.string(),
  purpose: z.string(),
  result: z.string(),
  accessReason: z.string().optional(),
});
export type AccessView = z.infer<typeof access>;

/** "SHOWN"; "NONE": the service knows no such client; "NOT_SERVED": the caller states a need first; "UNAVAILABLE". */
const partState = z.enum(['SHOWN', 'NONE', 'NOT_SERVED', 'UNAVAILABLE']);
export type PartState = z.infer<typeof partState>;

export const accessReport = z.object({
  accesses: z
    .array(z.object({ ...access.shape, service: z.enum(['clients', 'guidance']) }))
    .describe('Of all services, the newest first'),
  parts: z.object({ clients: partState, guidance: partState }),
  /** Entries before this instant are left off; absent where none are. */
  leftOffBefore: z.string().optional(),
});
export type AccessReportView = z.infer<typeof accessReport>;

const extractPart = z.object({
  extractedDate: z.string(),
  groups: z.array(
    z.object({
      code: z.string(),
      purpose: z.string(),
      legalBases: z.array(z.object({ act: z.string(), section: z.string().optional() })),
      specialCategory: z.boolean(),
      records: z.array(
        z.object({
          kind: z.string(),
          fields: z.array(
            z.object({ name: z.string(), value: z.unknown().describe('As the contract has it, in JSON') }),
          ),
        }),
      ),
    }),
  ),
});
/** What one service keeps. */
export type ExtractPart = z.infer<typeof extractPart>;

export const extract = z.object({
  ...extractPart.shape,
  parts: z.object({ clients: partState, guidance: partState }),
});
export type ExtractView = z.infer<typeof extract>;
