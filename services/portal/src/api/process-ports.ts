import type { z } from 'zod';
import type * as benefits from './benefit-schemas.ts';
import type * as experts from './expert-order-schemas.ts';
import type * as meetings from './meeting-schemas.ts';
import type * as neglects from './neglect-schemas.ts';
import type * as plans from './plan-schemas.ts';
import type { Caller, Change } from './ports.ts';
import type { AccessQuery } from './schemas.ts';
import type * as statements from './statement-schemas.ts';

type OfClient = { readonly clientId: string };
type Seen = OfClient & AccessQuery;
type OnMeeting = OfClient & { readonly meetingId: string };
type OnPlan = OfClient & { readonly planId: string };
type OnNeglect = OfClient & { readonly neglectId: string };
type OnStatement = OfClient & { readonly statementId: string };

type Reads<Input, Schema extends z.ZodType> = (caller: Caller, input: Input) => Promise<z.infer<Schema>>;
type Does<Input, Schema extends z.ZodType> = (change: Change, input: Input) => Promise<z.infer<Schema>>;
type Body<Schema extends z.ZodType> = z.infer<Schema>;

/** Meetings with a client, and what service the client needs. */
export type Meetings = {
  listMeetings: Reads<Seen, typeof meetings.meetingList>;
  planMeeting: Does<OfClient & Body<typeof meetings.planMeetingBody>, typeof meetings.plannedMeeting>;
  bookMeeting: Does<OfClient & Body<typeof meetings.bookMeetingBody>, typeof meetings.bookedMeeting>;
  rescheduleMeeting: Does<OnMeeting & Body<typeof meetings.rescheduleBody>, typeof meetings.changedMeeting>;
  cancelMeeting: Does<OnMeeting & Body<typeof meetings.cancelMeetingBody>, typeof meetings.changedMeeting>;
  recordMeetingHeld: Does<OnMeeting & Body<typeof meetings.meetingHeldBody>, typeof meetings.heldMeeting>;
  recordMeetingMissed: Does<OnMeeting & Body<typeof meetings.meetingMissedBody>, typeof meetings.missedMeeting>;
  listOffices: Reads<object, typeof meetings.officeList>;
  getServiceNeed: Reads<Seen, typeof meetings.serviceNeed>;
  assessServiceNeed: Does<OfClient & Body<typeof meetings.assessBody>, typeof meetings.assessed>;
};

/** Experts' hours ordered for a client. */
export type Experts = {
  listExpertOrders: Reads<Seen, typeof experts.expertOrderList>;
  orderExpertAssessment: Does<OfClient & Body<typeof experts.orderBody>, typeof experts.ordered>;
  recordExpertResult: Does<
    OfClient & { readonly expertOrderId: string } & Body<typeof experts.resultBody>,
    typeof experts.changedOrder
  >;
};

/** Which unemployment benefit a client gets. */
export type Benefits = {
  listBenefits: Reads<Seen, typeof benefits.benefitList>;
  recordBenefit: Does<OfClient & Body<typeof benefits.benefitBody>, typeof benefits.recordedBenefit>;
};

/** Plans and the job-search obligation. */
export type Plans = {
  listPlans: Reads<Seen, typeof plans.planList>;
  draftPlan: Does<OfClient & Body<typeof plans.draftPlanBody>, typeof plans.draftedPlan>;
  revisePlan: Does<OnPlan & Body<typeof plans.revisePlanBody>, typeof plans.revisedPlan>;
  acceptPlan: Does<OnPlan & Body<typeof plans.acceptPlanBody>, typeof plans.acceptedPlan>;
  recordTaskDone: Does<
    OnPlan & { readonly taskId: string } & Body<typeof plans.taskDoneBody>,
    typeof plans.changedPlan
  >;
  endPlan: Does<OnPlan & Body<typeof plans.endPlanBody>, typeof plans.changedPlan>;
  getObligation: Reads<Seen, typeof plans.obligation>;
  recordApplications: Does<OfClient & Body<typeof plans.applicationsBody>, typeof plans.reportedApplications>;
  recordStudyApplications: Does<
    OfClient & Body<typeof plans.studyApplicationsBody>,
    typeof plans.recordedStudyApplications
  >;
  recordJobOfferFollowUp: Does<OfClient & Body<typeof plans.jobOfferBody>, typeof plans.jobOfferFollowUp>;
};

/** Neglects: candidates, hearing, finding. */
export type Neglects = {
  listNeglects: Reads<Seen, typeof neglects.neglectList>;
  listNeglectCandidates: Reads<Seen, typeof neglects.candidateList>;
  recordNeglect: Does<OfClient & Body<typeof neglects.recordNeglectBody>, typeof neglects.recordedNeglect>;
  dismissNeglectCandidate: Does<
    OfClient & { readonly candidateId: string } & Body<typeof neglects.dismissBody>,
    typeof neglects.done
  >;
  openHearing: Does<OnNeglect & Body<typeof neglects.openHearingBody>, typeof neglects.openedHearing>;
  recordHearingAnswer: Does<OnNeglect & Body<typeof neglects.hearingAnswerBody>, typeof neglects.changedNeglect>;
  assessReason: Does<OnNeglect & Body<typeof neglects.assessReasonBody>, typeof neglects.assessedReason>;
};

/** Statements to the benefit payer, and whose a client is. */
export type Statements = {
  listStatements: Reads<Seen, typeof statements.statementList>;
  listStatementChoices: Reads<object, typeof statements.statementChoices>;
  issueStatement: Does<OfClient & Body<typeof statements.statementBody>, typeof statements.issuedStatement>;
  replaceStatement: Does<OnStatement & Body<typeof statements.statementBody>, typeof statements.issuedStatement>;
  meetWorkObligation: Does<OnStatement & Body<typeof statements.workBody>, typeof statements.recordedWork>;
  getAssignment: Reads<Seen, typeof statements.assignment>;
  assignSpecialist: Does<OfClient & Body<typeof statements.assignBody>, typeof statements.assigned>;
  handOverCase: Does<OfClient & Body<typeof statements.handOverBody>, typeof statements.handedOver>;
  declineHandOver: Does<OfClient, typeof neglects.done>;
};

/** The client process of one client, by the names of guidance's own verbs. Every "no" is a ProblemError. */
export type ClientProcess = Meetings & Benefits & Experts & Plans & Neglects & Statements;
