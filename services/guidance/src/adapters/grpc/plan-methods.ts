import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { shown } from '../../application/case-query.ts';
import { readAcceptPlan } from '../../application/commands/accept-plan.ts';
import { readDraftPlan } from '../../application/commands/draft-plan.ts';
import { readEndPlan } from '../../application/commands/end-plan.ts';
import { readRecordApplications } from '../../application/commands/record-applications.ts';
import { readRecordJobOfferFollowUp } from '../../application/commands/record-job-offer-follow-up.ts';
import { readRecordStudyApplications } from '../../application/commands/record-study-applications.ts';
import { readRecordTaskDone } from '../../application/commands/record-task-done.ts';
import { readRevisePlan } from '../../application/commands/revise-plan.ts';
import type { PlanCatalogue } from '../../application/plan-catalogue.ts';
import { askedOf, clientIdOf } from './case-request.ts';
import { followUpTo, obligationViewTo, periodTo } from './obligation-mapping.ts';
import { obligationTo, planTo } from './plan-mapping.ts';
import {
  acceptanceChannelOf,
  applicationTextOf,
  endReasonOf,
  followUpTextOf,
  onPlanOf,
  planFormTextOf,
} from './plan-request.ts';
import { studyStandingTo } from './study-duty-mapping.ts';

const planCommands = ({ commands }: PlanCatalogue) => ({
  draftPlan: commandMethod({
    command: commands.draftPlan,
    request: contract.DraftPlanRequest,
    response: contract.DraftPlanResponse,
    input: (request) =>
      readDraftPlan({ ...clientIdOf(request), kindCode: request.kindCode, draft: planFormTextOf(request.draft) }),
    answer: ({ obligation, ...ids }) => ({ ...ids, obligation: obligationTo(obligation) }),
  }),
  revisePlan: commandMethod({
    command: commands.revisePlan,
    request: contract.RevisePlanRequest,
    response: contract.RevisePlanResponse,
    input: (request) => readRevisePlan({ ...onPlanOf(request), draft: planFormTextOf(request.draft) }),
    answer: ({ version, obligation }) => ({ version, obligation: obligationTo(obligation) }),
  }),
  acceptPlan: commandMethod({
    command: commands.acceptPlan,
    request: contract.AcceptPlanRequest,
    response: contract.AcceptPlanResponse,
    input: (request) =>
      readAcceptPlan({
        ...onPlanOf(request),
        how: acceptanceChannelOf(request.how),
        acceptedOn: request.acceptedDate,
      }),
    answer: ({ version, replacedPlanId = '', period }) => ({
      version,
      replacedPlanId,
      period: period && periodTo({ period, reported: 0 }),
    }),
  }),
  recordTaskDone: commandMethod({
    command: commands.recordTaskDone,
    request: contract.RecordTaskDoneRequest,
    response: contract.RecordTaskDoneResponse,
    input: (request) =>
      readRecordTaskDone({ ...onPlanOf(request), taskId: request.taskId.toLowerCase(), doneOn: request.doneDate }),
    answer: (version) => version,
  }),
  endPlan: commandMethod({
    command: commands.endPlan,
    request: contract.EndPlanRequest,
    response: contract.EndPlanResponse,
    input: (request) => readEndPlan({ ...onPlanOf(request), reason: endReasonOf(request.reason) }),
    answer: (version) => version,
  }),
});

const obligationCommands = ({ commands }: PlanCatalogue) => ({
  recordApplications: commandMethod({
    command: commands.recordApplications,
    request: contract.RecordApplicationsRequest,
    response: contract.RecordApplicationsResponse,
    input: (request) =>
      readRecordApplications({
        ...clientIdOf(request),
        periodId: request.periodId.toLowerCase(),
        applications: request.applications.map(applicationTextOf),
      }),
    answer: (record) => ({ period: periodTo(record) }),
  }),
  recordStudyApplications: commandMethod({
    command: commands.recordStudyApplications,
    request: contract.RecordStudyApplicationsRequest,
    response: contract.RecordStudyApplicationsResponse,
    input: (request) =>
      readRecordStudyApplications({
        ...clientIdOf(request),
        appliedOn: request.appliedDate,
        places: request.places,
      }),
    answer: (standing) => ({ standing: studyStandingTo(standing) }),
  }),
  recordJobOfferFollowUp: commandMethod({
    command: commands.recordJobOfferFollowUp,
    request: contract.RecordJobOfferFollowUpRequest,
    response: contract.RecordJobOfferFollowUpResponse,
    input: (request) => readRecordJobOfferFollowUp(followUpTextOf(request)),
    answer: followUpTo,
  }),
});

const planQueries = ({ queries }: PlanCatalogue) => ({
  listPlans: queryMethod({
    query: queries.listPlans,
    request: contract.ListPlansRequest,
    response: contract.ListPlansResponse,
    input: askedOf,
    view: (view) => ({ plans: shown(view).map(planTo) }),
  }),
  getObligation: queryMethod({
    query: queries.getObligation,
    request: contract.GetObligationRequest,
    response: contract.GetObligationResponse,
    input: askedOf,
    view: (view) => obligationViewTo(shown(view)),
  }),
});

/** The methods of plans, the job-search obligation and job offers, bound to what they do. */
export const planMethods = (catalogue: PlanCatalogue) => ({
  ...planCommands(catalogue),
  ...obligationCommands(catalogue),
  ...planQueries(catalogue),
});
