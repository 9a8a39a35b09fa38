import type { AnyEndpoint } from './endpoint.ts';
import * as assignment from './endpoints/client-process-assignment.ts';
import * as benefits from './endpoints/client-process-benefits.ts';
import * as experts from './endpoints/client-process-experts.ts';
import * as meetings from './endpoints/client-process-meetings.ts';
import * as neglects from './endpoints/client-process-neglects.ts';
import * as plans from './endpoints/client-process-plans.ts';
import { getProfileDuty } from './endpoints/client-process-profile.ts';
import * as statements from './endpoints/client-process-statements.ts';

/** The client process of one client, in the order in which it runs. */
export const clientProcess: readonly AnyEndpoint[] = [
  assignment.getAssignment,
  assignment.assignSpecialist,
  assignment.handOverCase,
  assignment.declineHandOver,
  getProfileDuty,
  meetings.listMeetings,
  meetings.planMeeting,
  meetings.bookMeeting,
  meetings.rescheduleMeeting,
  meetings.cancelMeeting,
  meetings.recordMeetingHeld,
  meetings.recordMeetingMissed,
  meetings.listOffices,
  meetings.getServiceNeed,
  meetings.assessServiceNeed,
  benefits.listBenefits,
  benefits.recordBenefit,
  experts.listExpertOrders,
  experts.orderExpertAssessment,
  experts.recordExpertResult,
  plans.listPlans,
  plans.draftPlan,
  plans.revisePlan,
  plans.acceptPlan,
  plans.recordTaskDone,
  plans.endPlan,
  plans.getObligation,
  plans.recordApplications,
  plans.recordStudyApplications,
  plans.recordJobOfferFollowUp,
  neglects.listNeglects,
  neglects.listNeglectCandidates,
  neglects.recordNeglect,
  neglects.dismissNeglectCandidate,
  neglects.openHearing,
  neglects.recordHearingAnswer,
  neglects.assessReason,
  statements.listStatements,
  statements.listStatementChoices,
  statements.issueStatement,
  statements.replaceStatement,
  statements.meetWorkObligation,
];
