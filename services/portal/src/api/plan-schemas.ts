import { z } from 'zod';
import {
  acceptanceChannels,
  applicationKinds,
  jobOfferOutcomes,
  obligationSituations,
  planEndReasons,
  planGoals,
  planKinds,
  planLanguages,
  reductionGrounds,
  unsuitableGrounds,
} from './process-codes.ts';
import { dateText, idText } from './schemas.ts';

/** Shapes of plans and of the job-search obligation. */

const planVersion = z.int().min(1).max(4_294_967_295).describe('Version seen');

export const planDraft = z.strictObject({
  goal: z.enum(planGoals),
  goalText: z.string().max(200).optional().describe('No identity codes, no diagnoses'),
  language: z.enum(planLanguages),
  tasks: z
    .array(
      z.strictObject({
        taskId: idText.optional().describe('The known one keeps a task; absent for a new task'),
        taskCode: z.string().regex(/^0([0-8]\d|90)$/),
        dueDate: dateText,
        note: z.string().max(200).optional(),
      }),
    )
    .max(30),
  followUpDate: dateText,
  situation: z.enum(obligationSituations).optional(),
  occupationCode: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .describe('Four digits of ISCO-08'),
  reduction: z
    .strictObject({
      count: z.int().min(0).max(20),
      ground: z.enum(reductionGrounds),
      groundText: z.string().trim().min(1).max(300),
    })
    .optional(),
});
export type PlanDraftBody = z.infer<typeof planDraft>;

export const draftPlanBody = z.strictObject({ kindCode: z.enum(planKinds), draft: planDraft });
export const revisePlanBody = z.strictObject({ expectedVersion: planVersion, draft: planDraft });
export const acceptPlanBody = z.strictObject({
  expectedVersion: planVersion,
  how: z.enum(acceptanceChannels),
  acceptedDate: dateText,
});
export const taskDoneBody = z.strictObject({ expectedVersion: planVersion, doneDate: dateText });
export const endPlanBody = z.strictObject({ expectedVersion: planVersion, reason: z.enum(planEndReasons) });

const planTask = z.object({
  taskId: z.string(),
  taskCode: z.string(),
  dueDate: z.string(),
  note: z.string().optional(),
  doneDate: z.string().optional(),
});

const planObligation = z.object({
  numbered: z.boolean().default(false),
  count: z.int().default(0),
  perMonths: z.int().default(0),
  fromDate: z.string().optional(),
  lastDate: z.string().optional(),
  ruleCount: z.int().default(0),
  ruleValidFromDate: z.string().optional(),
  because: z.array(z.string()).default([]),
  reductionGround: z.string().optional(),
  reductionText: z.string().optional(),
  adaptationId: z.string().optional(),
});
export type PlanObligationView = z.infer<typeof planObligation>;

const studyDuty = z.object({
  places: z.int().default(0),
  windowFromDate: z.string().optional().describe('First day of the joint application; absent while it is not known'),
  windowLastDate: z.string().optional().describe('Last day of the joint application; absent while it is not known'),
});
export type StudyDutyView = z.infer<typeof studyDuty>;

const studyStanding = z.object({
  duty: studyDuty.optional(),
  applied: z.int().default(0),
  applications: z
    .array(
      z.object({
        applicationId: z.string(),
        appliedDate: z.string(),
        places: z.int().default(0),
        recordedDate: z.string().default(''),
      }),
    )
    .default([]),
});
export type StudyStandingView = z.infer<typeof studyStanding>;

const planContent = z.object({
  version: z.int().default(0),
  goal: z.string().default(''),
  goalText: z.string().optional(),
  language: z.string().default(''),
  tasks: z.array(planTask).default([]),
  followUpDate: z.string().default(''),
  obligation: planObligation.optional(),
  studyApplicationDuty: studyDuty.optional(),
  consequencesCode: z.string().optional(),
  consequencesFromDate: z.string().optional(),
  consequencesUntilDate: z.string().optional(),
  acceptedDate: z.string().optional(),
  acceptedHow: z.string().optional(),
});
export type PlanContentView = z.infer<typeof planContent>;

const plan = z.object({
  planId: z.string(),
  kindCode: z.string(),
  status: z.string().default(''),
  version: z.int().default(0),
  binding: planContent.optional(),
  proposed: planContent.optional(),
  contents: z.array(planContent).default([]),
  edits: z
    .array(
      z.object({
        version: z.int().default(0),
        kind: z.string().default(''),
        editorId: z.string().default(''),
        editTime: z.string().optional(),
        onDate: z.string().default(''),
      }),
    )
    .default([]),
  endedDate: z.string().optional(),
  endReason: z.string().optional(),
  replacedByPlanId: z.string().optional(),
  substituting: z.boolean().default(false),
  consequencesOutdated: z.boolean().default(false),
});
export type PlanView = z.infer<typeof plan>;

export const planList = z.object({ plans: z.array(plan).default([]).describe('The newest first') });
export type PlanListView = z.infer<typeof planList>;

const obligationPeriod = z.object({
  periodId: z.string(),
  planId: z.string().default(''),
  fromDate: z.string(),
  lastDate: z.string(),
  required: z.int().default(0),
  reported: z.int().default(0),
  state: z.string().default(''),
});
export type ObligationPeriodView = z.infer<typeof obligationPeriod>;

export const draftedPlan = z.object({
  planId: z.string(),
  version: z.int().default(0),
  obligation: planObligation.optional(),
});
export const revisedPlan = z.object({ version: z.int().default(0), obligation: planObligation.optional() });
export const acceptedPlan = z.object({
  version: z.int().default(0),
  replacedPlanId: z.string().optional(),
  period: obligationPeriod.optional(),
});
export const changedPlan = z.object({ version: z.int().default(0) });

export const applicationsBody = z.strictObject({
  periodId: idText,
  applications: z
    .array(
      z.strictObject({
        kind: z.enum(applicationKinds),
        appliedDate: dateText,
        note: z.string().max(200).optional(),
      }),
    )
    .min(1)
    .max(50),
});
export const reportedApplications = z.object({ period: obligationPeriod.optional() });

export const studyApplicationsBody = z.strictObject({ appliedDate: dateText, places: z.int().min(1).max(20) });
export const recordedStudyApplications = z.object({ standing: studyStanding.optional() });

export const jobOfferBody = z.strictObject({
  offerId: idText,
  offeredDate: dateText,
  applyByDate: dateText,
  outcome: z.enum(jobOfferOutcomes),
  ground: z.enum(unsuitableGrounds).optional(),
});
export const jobOfferFollowUp = z.object({
  binding: z.boolean().default(false),
  ruleValidFromDate: z.string().optional(),
  because: z.array(z.string()).default([]),
  neglectSuspected: z.boolean().default(false),
});
export type JobOfferFollowUpView = z.infer<typeof jobOfferFollowUp>;

export const obligation = z.object({
  period: obligationPeriod.optional(),
  applications: z
    .array(
      z.object({
        applicationId: z.string(),
        kind: z.string().default(''),
        appliedDate: z.string(),
        note: z.string().optional(),
        reportedDate: z.string().default(''),
      }),
    )
    .default([]),
  formerPeriods: z.array(obligationPeriod).default([]),
  byRuleToday: planObligation.optional(),
  planDiffersFromRule: z.boolean().default(false),
  jobOffers: z
    .array(
      z.object({
        offerId: z.string(),
        offeredDate: z.string(),
        applyByDate: z.string(),
        binding: z.boolean().default(false),
        outcome: z.string().default(''),
        ground: z.string().optional(),
        recordedDate: z.string().default(''),
      }),
    )
    .default([]),
  studyDutyMissing: z.boolean().optional().describe('The rule gives the duty, and the plan wants a new version'),
  studyDuty: studyStanding.optional().describe('The duty of those under 25 to apply for studies'),
});
export type ObligationView = z.infer<typeof obligation>;
