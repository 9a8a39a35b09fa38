import { z } from 'zod';
import { accessQuery, dateText } from './schemas.ts';

export const profilePublication = z.object({ recorded: z.boolean(), publishedDate: z.string().optional() });
export type ProfilePublicationView = z.infer<typeof profilePublication>;

export const profileDutyQuery = z.strictObject({
  ...accessQuery.shape,
  jobSearchStartedDate: dateText,
  nextDiscussionDate: dateText.optional().describe('The next job-search discussion, as far as it is known'),
});

export const profileDuty = z.object({
  ...profilePublication.shape,
  required: z.boolean(),
  dueDate: z.string().optional().describe('Absent where the time has not begun to run'),
  ruleValidFromDate: z.string().optional(),
});
export type ProfileDutyView = z.infer<typeof profileDuty>;

/** What the rule `profile-due` answers, as far as it is shown. */
export const profileDueAnswer = z.object({
  version: z.object({ validFrom: z.string() }),
  because: z.array(
    z.object({ code: z.string(), data: z.object({ discussionFrom: z.string().optional() }).optional() }),
  ),
  outcome: z.object({ required: z.boolean(), dueOn: z.string().optional() }),
});
