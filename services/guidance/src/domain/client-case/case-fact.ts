import type { AssignmentFact } from '../assignment/assignment-facts.ts';
import type { BenefitFact } from '../benefit/benefit.ts';
import type { ExpertOrderFact } from '../expert-order/expert-order.ts';
import type { MeetingFact } from '../meeting/meeting-facts.ts';
import type { NeglectFact } from '../neglect/neglect-facts.ts';
import type { ObligationFact } from '../obligation/obligation-facts.ts';
import type { PlanFact } from '../plan/plan-facts.ts';
import type { ServiceNeedFact } from '../service-need/service-need-facts.ts';
import type { StatementFact } from '../statement/statement-facts.ts';
import type { StudyDutyFact } from '../study-duty/study-duty.ts';

/** What happened in a client's case; each part of the service adds its own union. */
export type CaseFact =
  | ExpertOrderFact
  | AssignmentFact
  | BenefitFact
  | MeetingFact //
  | NeglectFact
  | ObligationFact
  | PlanFact
  | ServiceNeedFact
  | StatementFact
  | StudyDutyFact;
