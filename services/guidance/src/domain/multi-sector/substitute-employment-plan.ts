import type { LocalDate } from '@tyovayla/kernel/local-date';
import { endedPlan } from '../plan/end-plan.ts';
import type { BindingPlan, Editing } from '../plan/plan.ts';
import { isSubstituting } from '../plan/plan-codes.ts';
import { type OpenSoFar, type PlanDecided, planDecided, supersede } from '../plan/plan-decision.ts';

/** The multi-sector plan that binds from a day on. */
export type Substitute = { readonly planId: string; readonly inForceOn: LocalDate };

/**
 * The employment plan that bound the client ends with a link to the multi-sector plan, and the open period of its
 * obligation with it, unjudged. A plan that is itself a substitute (activation, integration) stays. Handbook 2.3, R3.4.
 */
export const substituteEmploymentPlan = (
  { binding, open }: { readonly binding: BindingPlan | undefined; readonly open: OpenSoFar | undefined },
  { planId, inForceOn }: Substitute,
  by: Editing,
): PlanDecided | undefined => {
  if (binding === undefined || isSubstituting(binding.kind)) return undefined;
  // A client may have accepted a plan after the day from which this one counts; none ends before it began.
  const endedOn = inForceOn < binding.acceptance.on ? binding.acceptance.on : inForceOn;
  const { edited, fact } = endedPlan(binding, { endedOn, reason: 'REPLACED', replacedByPlanId: planId }, by);
  const decision = planDecided({ edits: [edited], ...supersede(open, binding.planId) }, [fact]);
  return decision.ok ? decision.value : undefined;
};
