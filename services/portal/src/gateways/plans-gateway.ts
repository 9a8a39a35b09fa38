import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import * as schemas from '../api/plan-schemas.ts';
import type { Plans } from '../api/process-ports.ts';
import type { GuidanceCalls } from './guidance-calls.ts';
import { does, reads } from './process-call.ts';

export const planCodes = {
  goal: 'PLAN_GOAL_',
  status: 'PLAN_STATUS_',
  kind: 'PLAN_EDIT_KIND_',
  how: 'ACCEPTANCE_CHANNEL_',
  acceptedHow: 'ACCEPTANCE_CHANNEL_',
  endReason: 'PLAN_END_REASON_',
  reason: 'PLAN_END_REASON_',
  situation: 'OBLIGATION_SITUATION_',
  ground: 'REDUCTION_GROUND_',
  reductionGround: 'REDUCTION_GROUND_',
  state: 'OBLIGATION_PERIOD_STATE_',
};
export const obligationCodes = {
  kind: 'APPLICATION_KIND_',
  state: 'OBLIGATION_PERIOD_STATE_',
  outcome: 'JOB_OFFER_OUTCOME_',
  ground: 'UNSUITABLE_GROUND_',
  reductionGround: 'REDUCTION_GROUND_',
};

const planning = (calls: GuidanceCalls) => ({
  listPlans: reads({
    request: contract.ListPlansRequest,
    response: contract.ListPlansResponse,
    call: calls.listPlans,
    answer: schemas.planList,
    codes: planCodes,
  }),
  draftPlan: does({
    request: contract.DraftPlanRequest,
    response: contract.DraftPlanResponse,
    call: calls.draftPlan,
    answer: schemas.draftedPlan,
    codes: planCodes,
  }),
  revisePlan: does({
    request: contract.RevisePlanRequest,
    response: contract.RevisePlanResponse,
    call: calls.revisePlan,
    answer: schemas.revisedPlan,
    codes: planCodes,
  }),
  acceptPlan: does({
    request: contract.AcceptPlanRequest,
    response: contract.AcceptPlanResponse,
    call: calls.acceptPlan,
    answer: schemas.acceptedPlan,
    codes: planCodes,
  }),
  recordTaskDone: does({
    request: contract.RecordTaskDoneRequest,
    response: contract.RecordTaskDoneResponse,
    call: calls.recordTaskDone,
    answer: schemas.changedPlan,
    codes: planCodes,
  }),
  endPlan: does({
    request: contract.EndPlanRequest,
    response: contract.EndPlanResponse,
    call: calls.endPlan,
    answer: schemas.changedPlan,
    codes: planCodes,
  }),
});

const obligation = (calls: GuidanceCalls) => ({
  getObligation: reads({
    request: contract.GetObligationRequest,
    response: contract.GetObligationResponse,
    call: calls.getObligation,
    answer: schemas.obligation,
    codes: obligationCodes,
  }),
  recordApplications: does({
    request: contract.RecordApplicationsRequest,
    response: contract.RecordApplicationsResponse,
    call: calls.recordApplications,
    answer: schemas.reportedApplications,
    codes: obligationCodes,
  }),
  recordStudyApplications: does({
    request: contract.RecordStudyApplicationsRequest,
    response: contract.RecordStudyApplicationsResponse,
    call: calls.recordStudyApplications,
    answer: schemas.recordedStudyApplications,
    codes: obligationCodes,
  }),
  recordJobOfferFollowUp: does({
    request: contract.RecordJobOfferFollowUpRequest,
    response: contract.RecordJobOfferFollowUpResponse,
    call: calls.recordJobOfferFollowUp,
    answer: schemas.jobOfferFollowUp,
    codes: obligationCodes,
  }),
});

/** Plans and the job-search obligation over gRPC, as the API needs them. */
export const plansGateway = (calls: GuidanceCalls): Plans => ({ ...planning(calls), ...obligation(calls) });
