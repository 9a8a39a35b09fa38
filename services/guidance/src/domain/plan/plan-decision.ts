import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import type { ObligationFact } from '../obligation/obligation-facts.ts';
import type { ClosedPeriod, OpenPeriod } from '../obligation/obligation-period.ts';
import { superseded } from '../obligation/obligation-period.ts';
import type { EditedPlan } from './plan.ts';
import type { PlanFact } from './plan-facts.ts';

/** The open period with what is reported for it so far. */
export type OpenSoFar = { readonly period: OpenPeriod; readonly reported: number };

/** What a decision on a plan changes: plans, and the periods that hang on them. */
export type PlanChange = {
  readonly edits: readonly EditedPlan[];
  readonly closes?: ClosedPeriod;
  readonly opens?: OpenPeriod;
};

export type PlanDecided = { readonly change: PlanChange; readonly facts: readonly (PlanFact | ObligationFact)[] };

export type PlanDecision = Result<PlanDecided, Refusal>;

/** Says yes. What happens to the periods is told after what happened to the plan. */
export const planDecided = (change: PlanChange, facts: readonly PlanFact[]): PlanDecision => {
  const { closes, opens } = change;
  return accepted({
    change,
    facts: [
      ...facts,
      ...(closes === undefined
        ? []
        : [{ kind: 'ObligationPeriodEnded', clientId: closes.clientId, period: closes } as const]),
      ...(opens === undefined
        ? []
        : [{ kind: 'ObligationPeriodStarted', clientId: opens.clientId, period: opens } as const]),
    ],
  });
};

/** The open period as this plan's end or change supersedes it; nothing where the period is another plan's. */
export const supersede = (open: OpenSoFar | undefined, planId: string): { readonly closes?: ClosedPeriod } =>
  open === undefined || open.period.planId !== planId ? {} : { closes: superseded(open.period, open.reported) };
