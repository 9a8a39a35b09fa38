import { acceptPlanCommand } from './commands/accept-plan.ts';
import { closeJointApplicationCommand } from './commands/close-joint-application.ts';
import { closeObligationPeriodCommand } from './commands/close-obligation-period.ts';
import { draftPlanCommand } from './commands/draft-plan.ts';
import { endPlanCommand } from './commands/end-plan.ts';
import { lookAtPlanTextCommand } from './commands/look-at-plan-text.ts';
import { recordApplicationsCommand } from './commands/record-applications.ts';
import { recordJobOfferFollowUpCommand } from './commands/record-job-offer-follow-up.ts';
import { recordStudyApplicationsCommand } from './commands/record-study-applications.ts';
import { recordTaskDoneCommand } from './commands/record-task-done.ts';
import { revisePlanCommand } from './commands/revise-plan.ts';
import type { PlanPorts } from './plan-ports.ts';
import { getObligationQuery } from './queries/get-obligation.ts';
import { listPlansQuery } from './queries/list-plans.ts';

/** What can be done with plans, the job-search obligation and job offers. */
export const planCatalogue = (ports: PlanPorts) =>
  ({
    commands: {
      draftPlan: draftPlanCommand(ports),
      revisePlan: revisePlanCommand(ports),
      acceptPlan: acceptPlanCommand(ports),
      recordTaskDone: recordTaskDoneCommand(ports),
      endPlan: endPlanCommand(ports),
      recordApplications: recordApplicationsCommand(ports),
      recordStudyApplications: recordStudyApplicationsCommand(ports),
      recordJobOfferFollowUp: recordJobOfferFollowUpCommand(ports),
      /** By timer, not over gRPC. */
      closeObligationPeriod: closeObligationPeriodCommand(ports),
      /** By timer, not over gRPC. */
      closeJointApplication: closeJointApplicationCommand(ports),
      lookAtPlanText: lookAtPlanTextCommand(ports),
    },
    queries: {
      listPlans: listPlansQuery(ports),
      getObligation: getObligationQuery(ports),
    },
  }) as const;

export type PlanCatalogue = ReturnType<typeof planCatalogue>;
