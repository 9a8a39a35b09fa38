import { acceptIntoMultiSectorCommand } from './commands/accept-into-multi-sector.ts';
import { agreeMultiSectorMeetingCommand } from './commands/agree-multi-sector-meeting.ts';
import { appointMultiSectorMemberCommand } from './commands/appoint-multi-sector-member.ts';
import { approveLeaderCommand } from './commands/approve-leader.ts';
import { endMultiSectorMembershipCommand } from './commands/end-multi-sector-membership.ts';
import { exitMultiSectorCommand } from './commands/exit-multi-sector.ts';
import { formManagementGroupCommand } from './commands/form-management-group.ts';
import { makeMultiSectorPlanCommand } from './commands/make-multi-sector-plan.ts';
import { nameLeaderCommand } from './commands/name-leader.ts';
import { orderExpertAssessmentCommand } from './commands/order-expert-assessment.ts';
import { proposeLeaderCommand } from './commands/propose-leader.ts';
import { recordCooperationAgreementCommand } from './commands/record-cooperation-agreement.ts';
import { recordExpertResultCommand } from './commands/record-expert-result.ts';
import { referToMultiSectorCommand } from './commands/refer-to-multi-sector.ts';
import { reviewMultiSectorPlanCommand } from './commands/review-multi-sector-plan.ts';
import { signMultiSectorPlanCommand } from './commands/sign-multi-sector-plan.ts';
import { startMultiSectorAssessmentCommand } from './commands/start-multi-sector-assessment.ts';
import { startMultiSectorConsultationCommand } from './commands/start-multi-sector-consultation.ts';
import type { MultiSectorPorts } from './multi-sector-ports.ts';
import type { PlanPorts } from './plan-ports.ts';
import { getManagementGroupQuery } from './queries/get-management-group.ts';
import { getMultiSectorCaseQuery } from './queries/get-multi-sector-case.ts';
import { listExpertOrdersQuery } from './queries/list-expert-orders.ts';
import { listMultiSectorPromptsQuery } from './queries/list-multi-sector-prompts.ts';
import { listMyMultiSectorCasesQuery } from './queries/list-my-multi-sector-cases.ts';

/** The multi-sector register, its management group and expert orders: what may be asked and done. */
export const multiSectorCatalogue = (ports: MultiSectorPorts & PlanPorts) =>
  ({
    commands: {
      referToMultiSector: referToMultiSectorCommand(ports),
      startMultiSectorConsultation: startMultiSectorConsultationCommand(ports),
      startMultiSectorAssessment: startMultiSectorAssessmentCommand(ports),
      acceptIntoMultiSector: acceptIntoMultiSectorCommand(ports),
      makeMultiSectorPlan: makeMultiSectorPlanCommand(ports),
      signMultiSectorPlan: signMultiSectorPlanCommand(ports),
      reviewMultiSectorPlan: reviewMultiSectorPlanCommand(ports),
      agreeMultiSectorMeeting: agreeMultiSectorMeetingCommand(ports),
      exitMultiSector: exitMultiSectorCommand(ports),
      appointMultiSectorMember: appointMultiSectorMemberCommand(ports),
      endMultiSectorMembership: endMultiSectorMembershipCommand(ports),
      formManagementGroup: formManagementGroupCommand(ports),
      proposeLeader: proposeLeaderCommand(ports),
      approveLeader: approveLeaderCommand(ports),
      nameLeader: nameLeaderCommand(ports),
      recordCooperationAgreement: recordCooperationAgreementCommand(ports),
      orderExpertAssessment: orderExpertAssessmentCommand(ports),
      recordExpertResult: recordExpertResultCommand(ports),
    },
    queries: {
      getMultiSectorCase: getMultiSectorCaseQuery(ports),
      listMyMultiSectorCases: listMyMultiSectorCasesQuery(ports),
      listMultiSectorPrompts: listMultiSectorPromptsQuery(ports),
      getManagementGroup: getManagementGroupQuery(ports),
      listExpertOrders: listExpertOrdersQuery(ports),
    },
  }) as const;

export type MultiSectorCatalogue = ReturnType<typeof multiSectorCatalogue>;
