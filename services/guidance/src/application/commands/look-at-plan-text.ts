import { accepted } from '@tyovayla/kernel/result';
import type { Write } from '@tyovayla/kernel/sql';
import { consequencesUntil } from '../../domain/plan/consequences.ts';
import type { BindingPlan } from '../../domain/plan/plan.ts';
import { firesTimers } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { PlanPorts } from '../plan-ports.ts';
import { textTask, textTimer } from './plan-text-task.ts';

export type LookAtPlanTextInput = OnCase & { readonly planId: string };

/** Where a plan's text on consequences stands on the day. `UP_TO_DATE` also of a plan that binds no more. */
export type PlanTextFinding = 'OUTDATED' | 'OUTDATED_LATER' | 'UP_TO_DATE';

type Looked = { readonly finding: PlanTextFinding; readonly plan: BindingPlan | undefined };

/**
 * Looks whether the text on consequences that a binding plan gave the client is still the law's: fired by the service's
 * own timer on the day on which another text begins. Where it is not, whoever serves the client gets a task.
 */
export const lookAtPlanTextCommand = (
  ports: PlanPorts,
): CaseCommand<LookAtPlanTextInput, BindingPlan | undefined, Looked, { readonly finding: PlanTextFinding }> =>
  caseCommand(ports, {
    name: 'LookAtPlanText',
    access: firesTimers('plan'),
    load: async (tx, { clientId, planId }) => {
      const plan = await ports.plans.find(tx, { clientId, planId });
      return plan?.status === 'BINDING' ? plan : undefined;
    },
    decide: ({ loaded: plan }, _input, { today }) => {
      const until = plan && consequencesUntil(plan.binding.consequences);
      const later = until !== undefined && today < until;
      const finding = until === undefined ? 'UP_TO_DATE' : later ? 'OUTDATED_LATER' : 'OUTDATED';
      return accepted({ next: { finding, plan }, facts: [], answer: { finding } });
    },
    save: ({ finding, plan }, _state, { newId, requestId }): readonly Write[] => [
      ...(plan !== undefined && finding === 'OUTDATED' ? textTask(ports, plan, newId) : []),
      ...(plan !== undefined && finding === 'OUTDATED_LATER' ? textTimer(ports, plan, newId) : []),
      ports.planTextTimers.fired(requestId),
    ],
  });
