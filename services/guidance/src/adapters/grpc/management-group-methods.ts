import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/management_group';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { readApproveLeader } from '../../application/commands/approve-leader.ts';
import { readFormManagementGroup } from '../../application/commands/form-management-group.ts';
import { readProposeLeader } from '../../application/commands/propose-leader.ts';
import { readRecordCooperationAgreement } from '../../application/commands/record-cooperation-agreement.ts';
import type { OnGroup } from '../../application/management-group-command.ts';
import type { MultiSectorCatalogue } from '../../application/multi-sector-catalogue.ts';
import type { CooperationAgreement, GroupLeader, ManagementGroup } from '../../domain/multi-sector/management-group.ts';
import { expectedVersionOf } from './case-request.ts';
import { partyFrom, partyTo } from './multi-sector-enums.ts';

const onGroupOf = (request: { readonly managementGroupId: string; readonly expectedVersion: number }): OnGroup => ({
  groupId: request.managementGroupId.toLowerCase(),
  ...expectedVersionOf(request),
});

const stateTo = (state: GroupLeader['state']): contract.GroupLeaderState =>
  contract.groupLeaderStateFromJSON(`GROUP_LEADER_STATE_${state}`);

const leaderTo = (leader: GroupLeader): contract.GroupLeader => ({
  leaderId: leader.leaderId,
  staffId: leader.staffId,
  serviceArea: contract.ledAreaFromJSON(`LED_AREA_${leader.area}`),
  state: stateTo(leader.state),
  proposedDate: leader.proposedOn,
  namedDate: leader.state === 'NAMED' ? leader.namedOn : '',
  votes: leader.votes.map(({ memberId, party, vote }) => ({
    memberId,
    party: partyTo(party),
    vote: contract.groupVoteFromJSON(`GROUP_VOTE_${vote}`),
  })),
});

const agreementTo = ({
  agreementId,
  validFrom,
  validTo,
  resources,
}: CooperationAgreement): contract.CooperationAgreement => ({
  agreementId,
  validFromDate: validFrom,
  validToDate: validTo,
  resources: resources.map(({ party, personYearsHundredths }) => ({ party: partyTo(party), personYearsHundredths })),
});

const groupTo = (group: ManagementGroup): contract.ManagementGroup => ({
  managementGroupId: group.groupId,
  version: group.version,
  countyArea: group.countyArea,
  negotiatedDate: group.negotiatedOn,
  formedDate: group.formedOn,
  members: group.members.map(({ staffId, party }) => ({ staffId, party: partyTo(party) })),
  leaders: group.leaders.map(leaderTo),
  agreements: group.agreements.map(agreementTo).toReversed(),
});

/** The contract's methods for management groups. */
export const managementGroupMethods = ({ commands, queries }: MultiSectorCatalogue) => ({
  formManagementGroup: commandMethod({
    command: commands.formManagementGroup,
    request: contract.FormManagementGroupRequest,
    response: contract.FormManagementGroupResponse,
    input: ({ countyArea, negotiatedDate, members }) =>
      readFormManagementGroup({
        countyArea,
        negotiatedDate,
        members: members.map(({ staffId, party }) => ({ staffId, party: partyFrom(party) })),
      }),
    answer: ({ groupId, version }) => ({ managementGroupId: groupId, version }),
  }),
  proposeLeader: commandMethod({
    command: commands.proposeLeader,
    request: contract.ProposeLeaderRequest,
    response: contract.ProposeLeaderResponse,
    input: (request) =>
      readProposeLeader(onGroupOf(request), {
        staffId: request.staffId,
        serviceArea: contract.ledAreaToJSON(request.serviceArea).replace('LED_AREA_', ''),
      }),
    answer: (answer) => answer,
  }),
  approveLeader: commandMethod({
    command: commands.approveLeader,
    request: contract.ApproveLeaderRequest,
    response: contract.ApproveLeaderResponse,
    input: (request) =>
      readApproveLeader(onGroupOf(request), {
        leaderId: request.leaderId.toLowerCase(),
        vote: contract.groupVoteToJSON(request.vote).replace('GROUP_VOTE_', ''),
      }),
    answer: ({ version, state }) => ({ version, state: stateTo(state) }),
  }),
  nameLeader: commandMethod({
    command: commands.nameLeader,
    request: contract.NameLeaderRequest,
    response: contract.NameLeaderResponse,
    input: (request) => ({ ...onGroupOf(request), leaderId: request.leaderId.toLowerCase() }),
    answer: (answer) => answer,
  }),
  recordCooperationAgreement: commandMethod({
    command: commands.recordCooperationAgreement,
    request: contract.RecordCooperationAgreementRequest,
    response: contract.RecordCooperationAgreementResponse,
    input: (request) =>
      readRecordCooperationAgreement(onGroupOf(request), {
        validFromDate: request.validFromDate,
        validToDate: request.validToDate,
        resources: request.resources.map(({ party, personYearsHundredths }) => ({
          party: partyFrom(party),
          personYearsHundredths,
        })),
      }),
    answer: (answer) => answer,
  }),
  getManagementGroup: queryMethod({
    query: queries.getManagementGroup,
    request: contract.GetManagementGroupRequest,
    response: contract.GetManagementGroupResponse,
    input: ({ countyArea }) => ({ countyArea }),
    view: (group) => ({ managementGroup: groupTo(group) }),
  }),
});
