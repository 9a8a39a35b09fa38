import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { type ClientNames, namesFor } from '../../application/client-names.ts';
import { readAcceptIntoMultiSector } from '../../application/commands/accept-into-multi-sector.ts';
import { readAgreeMultiSectorMeeting } from '../../application/commands/agree-multi-sector-meeting.ts';
import { readAppointMultiSectorMember } from '../../application/commands/appoint-multi-sector-member.ts';
import { readExitMultiSector } from '../../application/commands/exit-multi-sector.ts';
import { readMakeMultiSectorPlan } from '../../application/commands/make-multi-sector-plan.ts';
import { readReferToMultiSector } from '../../application/commands/refer-to-multi-sector.ts';
import { readReviewMultiSectorPlan } from '../../application/commands/review-multi-sector-plan.ts';
import { readSignMultiSectorPlan } from '../../application/commands/sign-multi-sector-plan.ts';
import { readStartMultiSectorAssessment } from '../../application/commands/start-multi-sector-assessment.ts';
import { readStartMultiSectorConsultation } from '../../application/commands/start-multi-sector-consultation.ts';
import type { MultiSectorCatalogue } from '../../application/multi-sector-catalogue.ts';
import { askedOf, clientIdOf } from './case-request.ts';
import { expertOrderMethods } from './expert-order-methods.ts';
import { managementGroupMethods } from './management-group-methods.ts';
import {
  exitReasonFrom,
  findingFrom,
  groundFrom,
  ownerFrom,
  partyFrom,
  serviceFrom,
  signerFrom,
} from './multi-sector-enums.ts';
import { caseSummaryTo, isAway, multiSectorCaseTo, onCaseOf, promptTo } from './multi-sector-mapping.ts';

/** Rows on a page where the caller doesn't say; the contract allows a hundred at most. */
const usualPageSize = 25;

const pageInput = ({ pageSize, pageToken }: { readonly pageSize: number; readonly pageToken: string }) => ({
  pageSize: pageSize === 0 ? usualPageSize : pageSize,
  ...(pageToken !== '' && { pageToken }),
});

type Commands = MultiSectorCatalogue['commands'];
type Queries = MultiSectorCatalogue['queries'];

const caseMethods = (commands: Commands) => ({
  referToMultiSector: commandMethod({
    command: commands.referToMultiSector,
    request: contract.ReferToMultiSectorRequest,
    response: contract.ReferToMultiSectorResponse,
    input: (request) =>
      readReferToMultiSector({
        ...clientIdOf(request),
        grounds: request.grounds.map(groundFrom),
        consultation: findingFrom(request.consultation),
        internalNote: request.internalNote,
      }),
    answer: ({ caseId, version }) => ({ multiSectorCaseId: caseId, version }),
  }),
  startMultiSectorConsultation: commandMethod({
    command: commands.startMultiSectorConsultation,
    request: contract.StartMultiSectorConsultationRequest,
    response: contract.StartMultiSectorConsultationResponse,
    input: (request) =>
      readStartMultiSectorConsultation(onCaseOf(request), {
        parties: request.parties.map(partyFrom),
        startedDate: request.startedDate,
      }),
    answer: (answer) => answer,
  }),
  startMultiSectorAssessment: commandMethod({
    command: commands.startMultiSectorAssessment,
    request: contract.StartMultiSectorAssessmentRequest,
    response: contract.StartMultiSectorAssessmentResponse,
    input: (request) => readStartMultiSectorAssessment(onCaseOf(request), request),
    answer: ({ version, assessmentDueOn }) => ({ version, assessmentDueDate: assessmentDueOn }),
  }),
  acceptIntoMultiSector: commandMethod({
    command: commands.acceptIntoMultiSector,
    request: contract.AcceptIntoMultiSectorRequest,
    response: contract.AcceptIntoMultiSectorResponse,
    input: (request) => readAcceptIntoMultiSector(onCaseOf(request), request.acceptedDate),
    answer: (answer) => answer,
  }),
  agreeMultiSectorMeeting: commandMethod({
    command: commands.agreeMultiSectorMeeting,
    request: contract.AgreeMultiSectorMeetingRequest,
    response: contract.AgreeMultiSectorMeetingResponse,
    input: ({ meetingDate, officeId, ...request }) =>
      readAgreeMultiSectorMeeting(onCaseOf(request), {
        meetingDate,
        officeId,
        parties: request.parties.map(partyFrom),
      }),
    answer: (answer) => answer,
  }),
  exitMultiSector: commandMethod({
    command: commands.exitMultiSector,
    request: contract.ExitMultiSectorRequest,
    response: contract.ExitMultiSectorResponse,
    input: (request) =>
      readExitMultiSector(onCaseOf(request), {
        exitedDate: request.exitedDate,
        reason: exitReasonFrom(request.reason),
      }),
    answer: (answer) => answer,
  }),
});

const planMethods = (commands: Commands) => ({
  makeMultiSectorPlan: commandMethod({
    command: commands.makeMultiSectorPlan,
    request: contract.MakeMultiSectorPlanRequest,
    response: contract.MakeMultiSectorPlanResponse,
    input: (request) =>
      readMakeMultiSectorPlan(
        onCaseOf(request),
        request.tasks.map(({ owner, service, description, dueDate }) => ({
          owner: ownerFrom(owner),
          service: serviceFrom(service),
          description,
          dueDate,
        })),
      ),
    answer: (answer) => answer,
  }),
  signMultiSectorPlan: commandMethod({
    command: commands.signMultiSectorPlan,
    request: contract.SignMultiSectorPlanRequest,
    response: contract.SignMultiSectorPlanResponse,
    input: (request) =>
      readSignMultiSectorPlan(onCaseOf(request), {
        planId: request.planId.toLowerCase(),
        signer: signerFrom(request.signer),
        signedDate: request.signedDate,
      }),
    answer: (answer) => answer,
  }),
  reviewMultiSectorPlan: commandMethod({
    command: commands.reviewMultiSectorPlan,
    request: contract.ReviewMultiSectorPlanRequest,
    response: contract.ReviewMultiSectorPlanResponse,
    input: (request) =>
      readReviewMultiSectorPlan(onCaseOf(request), {
        reviewedDate: request.reviewedDate,
        doneTaskIds: request.doneTaskIds.map((taskId) => taskId.toLowerCase()),
      }),
    answer: ({ version, reviewDueOn }) => ({ version, reviewDueDate: reviewDueOn }),
  }),
});

const networkMethods = (commands: Commands) => ({
  appointMultiSectorMember: commandMethod({
    command: commands.appointMultiSectorMember,
    request: contract.AppointMultiSectorMemberRequest,
    response: contract.AppointMultiSectorMemberResponse,
    input: (request) =>
      readAppointMultiSectorMember(onCaseOf(request), { staffId: request.staffId, party: partyFrom(request.party) }),
    answer: (answer) => answer,
  }),
  endMultiSectorMembership: commandMethod({
    command: commands.endMultiSectorMembership,
    request: contract.EndMultiSectorMembershipRequest,
    response: contract.EndMultiSectorMembershipResponse,
    input: (request) => ({ ...onCaseOf(request), staffId: request.staffId }),
    answer: (answer) => answer,
  }),
});

const queryMethods = (queries: Queries, clientNames: ClientNames) => ({
  getMultiSectorCase: queryMethod({
    query: queries.getMultiSectorCase,
    request: contract.GetMultiSectorCaseRequest,
    response: contract.GetMultiSectorCaseResponse,
    input: askedOf,
    view: async ({ view, asked }, call) => ({
      multiSectorCase: multiSectorCaseTo(view, await namesFor(clientNames, asked, call)),
    }),
  }),
  listMyMultiSectorCases: queryMethod({
    query: queries.listMyMultiSectorCases,
    request: contract.ListMyMultiSectorCasesRequest,
    response: contract.ListMyMultiSectorCasesResponse,
    input: pageInput,
    view: async ({ rows, nextPageToken = '' }, call) => {
      const clientIds = rows.filter(({ shown }) => shown === 'CASE').map(({ clientId }) => clientId);
      const told = await namesFor(clientNames, { clientIds: [...new Set(clientIds)] }, call);
      return { cases: rows.map((row) => caseSummaryTo(row, told)), nextPageToken, registryAway: isAway(told) };
    },
  }),
  listMultiSectorPrompts: queryMethod({
    query: queries.listMultiSectorPrompts,
    request: contract.ListMultiSectorPromptsRequest,
    response: contract.ListMultiSectorPromptsResponse,
    input: pageInput,
    view: ({ rows, nextPageToken = '' }) => ({ prompts: rows.map(promptTo), nextPageToken }),
  }),
});

/** The contract's methods for the multi-sector register, its management group and expert orders. */
export const multiSectorMethods = ({ commands, queries }: MultiSectorCatalogue, clientNames: ClientNames) => ({
  ...caseMethods(commands),
  ...planMethods(commands),
  ...networkMethods(commands),
  ...queryMethods(queries, clientNames),
  ...managementGroupMethods({ commands, queries }),
  ...expertOrderMethods({ commands, queries }),
});
