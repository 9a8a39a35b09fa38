import type { AnyEndpoint } from './endpoint.ts';
import * as group from './endpoints/management-group.ts';
import * as cases from './endpoints/multi-sector.ts';

/** The multi-sector support, in the order in which a case runs; its management group. */
export const multiSectorEndpoints: readonly AnyEndpoint[] = [
  cases.listMyMultiSectorCases,
  cases.listMultiSectorPrompts,
  cases.getMultiSectorCase,
  cases.referToMultiSector,
  cases.startMultiSectorConsultation,
  cases.startMultiSectorAssessment,
  cases.acceptIntoMultiSector,
  cases.makeMultiSectorPlan,
  cases.signMultiSectorPlan,
  cases.reviewMultiSectorPlan,
  cases.agreeMultiSectorMeeting,
  cases.exitMultiSector,
  cases.appointMultiSectorMember,
  cases.endMultiSectorMembership,
  group.getManagementGroup,
  group.formManagementGroup,
  group.proposeLeader,
  group.approveLeader,
  group.nameLeader,
  group.recordCooperationAgreement,
];
