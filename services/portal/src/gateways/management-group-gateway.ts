import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/management_group';
import * as schemas from '../api/management-group-schemas.ts';
import type { GuidanceCalls } from './guidance-calls.ts';
import { does, reads } from './process-call.ts';

export const groupCodes = {
  party: 'MULTI_SECTOR_PARTY_',
  serviceArea: 'LED_AREA_',
  state: 'GROUP_LEADER_STATE_',
  vote: 'GROUP_VOTE_',
};

/** The management group over gRPC, as the API needs it. */
export const managementGroupGateway = (calls: GuidanceCalls) => ({
  getManagementGroup: reads({
    request: contract.GetManagementGroupRequest,
    response: contract.GetManagementGroupResponse,
    call: calls.getManagementGroup,
    answer: schemas.managementGroupAnswer,
    codes: groupCodes,
  }),
  formManagementGroup: does({
    request: contract.FormManagementGroupRequest,
    response: contract.FormManagementGroupResponse,
    call: calls.formManagementGroup,
    answer: schemas.formedGroup,
    codes: groupCodes,
  }),
  proposeLeader: does({
    request: contract.ProposeLeaderRequest,
    response: contract.ProposeLeaderResponse,
    call: calls.proposeLeader,
    answer: schemas.proposedLeader,
    codes: groupCodes,
  }),
  approveLeader: does({
    request: contract.ApproveLeaderRequest,
    response: contract.ApproveLeaderResponse,
    call: calls.approveLeader,
    answer: schemas.votedOnLeader,
    codes: groupCodes,
  }),
  nameLeader: does({
    request: contract.NameLeaderRequest,
    response: contract.NameLeaderResponse,
    call: calls.nameLeader,
    answer: schemas.changedGroup,
    codes: groupCodes,
  }),
  recordCooperationAgreement: does({
    request: contract.RecordCooperationAgreementRequest,
    response: contract.RecordCooperationAgreementResponse,
    call: calls.recordCooperationAgreement,
    answer: schemas.recordedAgreement,
    codes: groupCodes,
  }),
});
