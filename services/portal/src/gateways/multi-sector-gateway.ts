import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector';
import type { MultiSectorService } from '../api/multi-sector-ports.ts';
import * as schemas from '../api/multi-sector-schemas.ts';
import type { GuidanceCalls } from './guidance-calls.ts';
import { managementGroupGateway } from './management-group-gateway.ts';
import { does, reads } from './process-call.ts';

const party = 'MULTI_SECTOR_PARTY_';

export const multiSectorCodes = {
  grounds: 'MULTI_SECTOR_GROUND_',
  consultation: 'CONSULTATION_FINDING_',
  parties: party,
  party,
  seenAs: party,
  // The case's and its plans'.
  state: ['MULTI_SECTOR_PLAN_STATE_', 'MULTI_SECTOR_STATE_'],
  exitReason: 'MULTI_SECTOR_EXIT_REASON_',
  reason: 'MULTI_SECTOR_EXIT_REASON_',
  reasons: 'MULTI_SECTOR_PROMPT_REASON_',
  owner: 'MULTI_SECTOR_TASK_OWNER_',
  service: 'MULTI_SECTOR_SERVICE_',
  signer: 'MULTI_SECTOR_SIGNER_',
};
const codes = multiSectorCodes;

const looking = (calls: GuidanceCalls) => ({
  listMyMultiSectorCases: reads({
    request: contract.ListMyMultiSectorCasesRequest,
    response: contract.ListMyMultiSectorCasesResponse,
    call: calls.listMyMultiSectorCases,
    answer: schemas.myCases,
    codes,
  }),
  listMultiSectorPrompts: reads({
    request: contract.ListMultiSectorPromptsRequest,
    response: contract.ListMultiSectorPromptsResponse,
    call: calls.listMultiSectorPrompts,
    answer: schemas.promptList,
    codes,
  }),
  getMultiSectorCase: reads({
    request: contract.GetMultiSectorCaseRequest,
    response: contract.GetMultiSectorCaseResponse,
    call: calls.getMultiSectorCase,
    answer: schemas.multiSectorCaseAnswer,
    codes,
  }),
});

const stepping = (calls: GuidanceCalls) => ({
  referToMultiSector: does({
    request: contract.ReferToMultiSectorRequest,
    response: contract.ReferToMultiSectorResponse,
    call: calls.referToMultiSector,
    answer: schemas.referred,
    codes,
  }),
  startMultiSectorConsultation: does({
    request: contract.StartMultiSectorConsultationRequest,
    response: contract.StartMultiSectorConsultationResponse,
    call: calls.startMultiSectorConsultation,
    answer: schemas.changedCase,
    codes,
  }),
  startMultiSectorAssessment: does({
    request: contract.StartMultiSectorAssessmentRequest,
    response: contract.StartMultiSectorAssessmentResponse,
    call: calls.startMultiSectorAssessment,
    answer: schemas.startedAssessment,
    codes,
  }),
  acceptIntoMultiSector: does({
    request: contract.AcceptIntoMultiSectorRequest,
    response: contract.AcceptIntoMultiSectorResponse,
    call: calls.acceptIntoMultiSector,
    answer: schemas.changedCase,
    codes,
  }),
  exitMultiSector: does({
    request: contract.ExitMultiSectorRequest,
    response: contract.ExitMultiSectorResponse,
    call: calls.exitMultiSector,
    answer: schemas.changedCase,
    codes,
  }),
});

const planning = (calls: GuidanceCalls) => ({
  makeMultiSectorPlan: does({
    request: contract.MakeMultiSectorPlanRequest,
    response: contract.MakeMultiSectorPlanResponse,
    call: calls.makeMultiSectorPlan,
    answer: schemas.madePlan,
    codes,
  }),
  signMultiSectorPlan: does({
    request: contract.SignMultiSectorPlanRequest,
    response: contract.SignMultiSectorPlanResponse,
    call: calls.signMultiSectorPlan,
    answer: schemas.signedPlan,
    codes,
  }),
  reviewMultiSectorPlan: does({
    request: contract.ReviewMultiSectorPlanRequest,
    response: contract.ReviewMultiSectorPlanResponse,
    call: calls.reviewMultiSectorPlan,
    answer: schemas.reviewedPlan,
    codes,
  }),
});

const meeting = (calls: GuidanceCalls) => ({
  agreeMultiSectorMeeting: does({
    request: contract.AgreeMultiSectorMeetingRequest,
    response: contract.AgreeMultiSectorMeetingResponse,
    call: calls.agreeMultiSectorMeeting,
    answer: schemas.agreedMeeting,
    codes,
  }),
  appointMultiSectorMember: does({
    request: contract.AppointMultiSectorMemberRequest,
    response: contract.AppointMultiSectorMemberResponse,
    call: calls.appointMultiSectorMember,
    answer: schemas.changedCase,
    codes,
  }),
  endMultiSectorMembership: does({
    request: contract.EndMultiSectorMembershipRequest,
    response: contract.EndMultiSectorMembershipResponse,
    call: calls.endMultiSectorMembership,
    answer: schemas.changedCase,
    codes,
  }),
});

/** The multi-sector register over gRPC, as the API needs it. */
export const multiSectorGateway = (calls: GuidanceCalls): MultiSectorService => ({
  ...looking(calls),
  ...stepping(calls),
  ...planning(calls),
  ...meeting(calls),
  ...managementGroupGateway(calls),
});
