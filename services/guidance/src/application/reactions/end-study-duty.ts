import type { BindingPlan } from '../../domain/plan/plan.ts';
import { type CaseReaction, caseReaction } from '../case-reaction.ts';
import type { PlanPorts } from '../plan-ports.ts';

/** Of who is no longer under 25 nothing about applying for studies stays on the day list (handbook 2.4). */
export const endStudyDuty = (ports: PlanPorts): CaseReaction<'AgeKnown', BindingPlan | undefined> =>
  caseReaction({
    name: 'end-study-duty',
    on: 'AgeKnown',
    load: (tx, { clientId }) => ports.plans.binding(tx, clientId),
    react: ({ news, loaded: plan }) => {
      if (news.age === 'YOUNG' || plan?.binding.studyDuty === undefined) return undefined;
      return { facts: [], writes: [ports.dayTasks.done(plan.planId, 'STUDY_APPLICATION')] };
    },
  });
