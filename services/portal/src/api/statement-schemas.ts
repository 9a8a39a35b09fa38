import { z } from 'zod';
import { staffIdText } from './meeting-schemas.ts';
import {
  conditionFindings,
  expenseAllowances,
  handOverReasons,
  matterLanguages,
  obligationActivities,
} from './process-codes.ts';
import { dateText, idText } from './schemas.ts';

/** Shapes of labour-policy statements and of whose a client is. */

const period = z.strictObject({ fromDate: dateText, toDate: dateText.optional() });
const closedPeriod = z.strictObject({ fromDate: dateText, toDate: dateText });
const serviceCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,39}$/);
const onNeglect = z.strictObject({ neglectId: idText, fromDate: dateText });
const fromDay = z.strictObject({ fromDate: dateText });
const onGround = z.strictObject({ period, freeGround: z.string().trim().min(1).max(500) });

const contents = {
  jobSearchValid: z.strictObject({ period, fullTimeWorkSought: z.boolean() }).optional(),
  waitingPeriod: onNeglect.optional(),
  workObligation: onNeglect.optional(),
  obligationMet: z.strictObject({ obligationStatementId: idText }).optional(),
  notUnemployedEntrepreneur: fromDay.optional(),
  notUnemployedStudent: fromDay.optional(),
  serviceParticipation: z
    .strictObject({
      serviceCode,
      period: closedPeriod,
      daysPerWeek: z.int().min(1).max(7),
      expenseAllowance: z.enum(expenseAllowances),
    })
    .optional(),
  serviceInterrupted: z.strictObject({ serviceCode, interruptedDate: dateText }).optional(),
  youthEducationDuty: z.strictObject({ finding: z.enum(conditionFindings), fromDate: dateText }).optional(),
  changeSecurity: z.strictObject({ finding: z.enum(conditionFindings), noticeDate: dateText }).optional(),
  noObstacle: onGround.optional(),
  obstacle: onGround.optional(),
  euJobSearch: z.strictObject({ countryCode: z.string().regex(/^[A-Z]{2}$/), fromDate: dateText }).optional(),
};

export const statementContent = z.strictObject(contents).superRefine((content, context) => {
  if (Object.keys(content).length === 1) return;
  context.addIssue({ code: 'custom', params: { code: 'required' }, message: 'must hold exactly one content' });
});
export type StatementContentBody = z.infer<typeof statementContent>;

export const statementBody = z.strictObject({
  content: statementContent,
  groundCode: z.string().regex(/^[A-Z][A-Z0-9_]{1,59}$/),
  recipientCode: z.string().regex(/^[A-Z][A-Z0-9_]{1,39}$/),
  language: z.enum(matterLanguages),
});
export const issuedStatement = z.object({ statementId: z.string() });

export const workBody = z.strictObject({
  activity: z.enum(obligationActivities),
  fromDate: dateText,
  toDate: dateText,
});
const progress = z.object({
  obligationStatementId: z.string(),
  weeks: z.int().default(0),
  daysRecorded: z.int().default(0),
  metDate: z.string().optional(),
});
export type ObligationProgressView = z.infer<typeof progress>;
export const recordedWork = z.object({ progress: progress.optional() });

const delivery = z.object({
  state: z.string().default(''),
  attempts: z.int().default(0),
  sentTime: z.string().optional(),
  receiptId: z.string().optional(),
  receiptTime: z.string().optional(),
  failureCode: z.string().optional(),
  nextAttemptTime: z.string().optional(),
});

/** What a statement says, as the contract spells it: one key, by its kind. */
const shownContent = z.record(z.string(), z.record(z.string(), z.unknown()));

const statement = z.object({
  statementId: z.string(),
  kind: z.string().default(''),
  content: shownContent.default({}),
  validFromDate: z.string().default(''),
  validToDate: z.string().optional(),
  groundCode: z.string().default(''),
  groundAct: z.string().optional(),
  groundSection: z.string().optional(),
  recipientCode: z.string().default(''),
  issuedBy: z.string().default(''),
  issuedDate: z.string(),
  hearingId: z.string().optional(),
  replacesStatementId: z.string().optional(),
  replacedByStatementId: z.string().optional(),
  language: z.string().default(''),
  ruleValidFromDate: z.string().optional(),
  delivery: delivery.optional(),
});
export type StatementView = z.infer<typeof statement>;

export const statementList = z.object({
  statements: z.array(statement).default([]).describe('The newest first'),
  obligations: z.array(progress).default([]),
});
export type StatementListView = z.infer<typeof statementList>;

export const statementChoices = z.object({
  grounds: z
    .array(
      z.object({
        groundCode: z.string(),
        kinds: z.array(z.string()).default([]),
        act: z.string().default(''),
        section: z.string().optional(),
        validFromDate: z.string().default(''),
      }),
    )
    .default([]),
  recipients: z.array(z.object({ recipientCode: z.string(), name: z.string() })).default([]),
  serviceCodes: z.array(z.string()).default([]),
});
export type StatementChoicesView = z.infer<typeof statementChoices>;

const writtenGround = z.string().max(500).optional().describe('Only a service manager’s counts. No identity codes');

export const assignBody = z.strictObject({ staffId: staffIdText, writtenGround });
export const handOverBody = z.strictObject({
  fromStaffId: staffIdText,
  toStaffId: staffIdText,
  reason: z.enum(handOverReasons),
  writtenGround,
});

const load = z.object({
  clients: z.int().default(0),
  most: z.int().default(0),
  warning: z.boolean().default(false),
});
export const assigned = z.object({ load: load.optional() });
export type AssignedView = z.infer<typeof assigned>;
export const handedOver = z.object({ load: load.optional(), openTasks: z.int().default(0) });

export const assignment = z.object({
  clientId: z.string(),
  teamId: z.string().optional(),
  specialistId: z.string().optional(),
  proposedStaffId: z.string().optional(),
  needFirst: z.boolean().default(false).describe('True where the caller must state a need first'),
});
export type AssignmentView = z.infer<typeof assignment>;
