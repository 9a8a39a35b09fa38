import { z } from 'zod';
import { seenVersion, staffIdText } from './meeting-schemas.ts';
import {
  consultationFindings,
  multiSectorExitReasons,
  multiSectorGrounds,
  multiSectorServices,
  multiSectorSigners,
  multiSectorTaskOwners,
  otherParties,
  parties,
} from './multi-sector-codes.ts';
import { dateText, idText } from './schemas.ts';

/** Shapes of a client's multi-sector case. What the caller's party may not know is absent. */

const onVersion = { expectedVersion: seenVersion };

export const referBody = z.strictObject({
  grounds: z.array(z.enum(multiSectorGrounds)).min(1),
  consultation: z.enum(consultationFindings),
  internalNote: z.string().trim().max(500).optional().describe('No identity codes, no diagnoses'),
});
export const consultationBody = z.strictObject({
  ...onVersion,
  parties: z.array(z.enum(otherParties)).min(1),
  startedDate: dateText,
});
export const assessmentBody = z.strictObject({
  ...onVersion,
  startedDate: dateText,
  clientInformedDate: dateText,
  clientPresent: z.boolean(),
});
export const acceptBody = z.strictObject({ ...onVersion, acceptedDate: dateText });
export const makePlanBody = z.strictObject({
  ...onVersion,
  tasks: z
    .array(
      z.strictObject({
        owner: z.enum(multiSectorTaskOwners),
        service: z.enum(multiSectorServices),
        description: z.string().trim().min(1).max(200).describe('No identity codes, no diagnoses'),
        dueDate: dateText,
      }),
    )
    .min(1)
    .max(40),
});
export const signBody = z.strictObject({ ...onVersion, signer: z.enum(multiSectorSigners), signedDate: dateText });
export const reviewBody = z.strictObject({
  ...onVersion,
  reviewedDate: dateText,
  doneTaskIds: z.array(idText).max(40),
});
export const agreeMeetingBody = z.strictObject({
  ...onVersion,
  meetingDate: dateText,
  officeId: z.string().max(40).optional(),
  parties: z.array(z.enum(parties)).min(1),
});
export const exitBody = z.strictObject({
  ...onVersion,
  reason: z.enum(multiSectorExitReasons),
  exitedDate: dateText,
});
export const memberBody = z.strictObject({ ...onVersion, staffId: staffIdText, party: z.enum(parties) });
export const endMemberBody = z.strictObject({ ...onVersion, staffId: staffIdText });

const version = z.int().default(0);

export const referred = z.object({ multiSectorCaseId: z.string(), version });
export const changedCase = z.object({ version });
export const startedAssessment = z.object({ version, assessmentDueDate: z.string() });
export const madePlan = z.object({ version, planId: z.string() });
export const signedPlan = z.object({ version, inForce: z.boolean().default(false) });
export const reviewedPlan = z.object({ version, reviewDueDate: z.string() });
export const agreedMeeting = z.object({ version, meetingId: z.string() });

const task = z.object({
  taskId: z.string(),
  owner: z.string().default(''),
  service: z.string().default(''),
  description: z.string().default(''),
  dueDate: z.string(),
  doneDate: z.string().optional(),
});

const plan = z.object({
  planId: z.string(),
  state: z.string().default(''),
  madeDate: z.string(),
  inForceDate: z.string().optional(),
  endedDate: z.string().optional(),
  reviewDueDate: z.string().optional(),
  reviewDates: z.array(z.string()).default([]),
  tasks: z.array(task).default([]),
  signatures: z
    .array(z.object({ signer: z.string(), signedDate: z.string(), recordedBy: z.string().optional() }))
    .default([]),
  awaitedSigners: z.array(z.string()).default([]),
});
export type MultiSectorPlanView = z.infer<typeof plan>;

const namedClient = z
  .object({
    givenNames: z.string(),
    familyName: z.string(),
    serviceLanguage: z.string().default(''),
    interpreterLanguage: z.string().optional(),
  })
  .describe('The client as members of the network speak with them; absent where the registry does not tell it');
const registryAway = z.boolean().default(false).describe('The client registry could not be asked for the name');

const multiSectorCase = z.object({
  multiSectorCaseId: z.string(),
  clientId: z.string(),
  version,
  seenAs: z.string().default(''),
  state: z.string().default(''),
  parties: z.array(z.string()).default([]).describe('Other parties that are involved'),
  referredDate: z.string(),
  consultationStartedDate: z.string().optional(),
  assessmentStartedDate: z.string().optional(),
  assessmentDueDate: z.string().optional(),
  clientInformedDate: z.string().optional(),
  acceptedDate: z.string().optional(),
  exitedDate: z.string().optional(),
  exitReason: z.string().optional(),
  meetings: z
    .array(
      z.object({
        meetingId: z.string(),
        meetingDate: z.string(),
        officeId: z.string().optional(),
        parties: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  plans: z.array(plan).default([]).describe('The newest first'),
  grounds: z.array(z.string()).default([]).describe('To the employment authority alone'),
  internalNote: z.string().optional().describe('To the employment authority alone'),
  members: z
    .array(
      z.object({
        staffId: z.string(),
        party: z.string(),
        fromDate: z.string(),
        endedDate: z.string().optional(),
        appointedBy: z.string().default(''),
      }),
    )
    .default([])
    .describe('To the employment authority alone'),
  client: namedClient.optional(),
  registryAway,
});
export type MultiSectorCaseView = z.infer<typeof multiSectorCase>;

export const multiSectorCaseAnswer = z.object({ multiSectorCase });

export const myCases = z.object({
  cases: z
    .array(
      z.object({
        multiSectorCaseId: z.string(),
        clientId: z.string(),
        seenAs: z.string().default(''),
        state: z.string().default(''),
        assessmentDueDate: z.string().optional(),
        reviewDueDate: z.string().optional(),
        signatureAwaited: z.boolean().default(false),
        nextMeetingDate: z.string().optional(),
        client: namedClient.optional(),
        reasonAsked: z
          .boolean()
          .default(false)
          .describe('Under protection: the row is a case and no more until it is opened with a reason'),
      }),
    )
    .default([]),
  nextPageToken: z.string().optional(),
  registryAway,
});
export type MyCasesView = z.infer<typeof myCases>;

export const promptList = z.object({
  prompts: z
    .array(
      z.object({
        clientId: z.string(),
        reasons: z.array(z.string()).default([]),
        unemployedSinceDate: z.string().optional(),
      }),
    )
    .default([]),
  nextPageToken: z.string().optional(),
});
export type PromptListView = z.infer<typeof promptList>;
