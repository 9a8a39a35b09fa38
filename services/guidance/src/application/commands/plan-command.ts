import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Tx } from '@tyovayla/kernel/sql';
import type { CommandContext } from '@tyovayla/runtime/command';
import type { ClientCase } from '../../domain/client-case/client-case.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { PlanChange, PlanDecision } from '../../domain/plan/plan-decision.ts';
import { planChangedMeanwhile, planNotFound } from '../../domain/plan/plan-refusals.ts';
import { servesClients } from '../access.ts';
import { type CaseCommand, type CaseDecision, caseCommand, type OnCase } from '../case-command.ts';
import type { PlanPorts } from '../plan-ports.ts';
import { planWrites } from './plan-state.ts';

/** What every command on one plan is told: which, and the version that the editor has seen. */
export type OnPlan = OnCase & { readonly planId: string; readonly expectedVersion: number };

/** A plan as it was loaded, with what the command loaded beside it. */
export type PlanBeside<Beside> = { readonly plan: Plan | undefined; readonly beside: Beside };

/** A decision on a plan that was found in the version that the editor has seen. */
export type OnFoundPlan<Beside> = {
  readonly clientCase: ClientCase;
  readonly plan: Plan;
  readonly beside: Beside;
};

export type PlanCommandPlan<Input extends OnPlan, Beside, Answer> = {
  readonly name: string;
  load(tx: Tx, input: Input, clientCase: ClientCase): Promise<Beside>;
  decide(state: OnFoundPlan<Beside>, input: Input, context: CommandContext): PlanDecision;
  answer(change: PlanChange): Answer;
};

/** What a decision on plans gives to the case's command. */
export const inCase = <Answer>(
  decision: PlanDecision,
  answer: (change: PlanChange) => Answer,
): CaseDecision<PlanChange, Answer> => {
  if (!decision.ok) return decision;
  const { change, facts } = decision.value;
  return accepted({ next: change, facts, answer: answer(change) });
};

/** The plan in the version that the editor has seen: of two who edit one plan at once, the second one is told. */
const seenPlan = (plan: Plan | undefined, { expectedVersion }: OnPlan): Result<Plan, Refusal> => {
  if (plan === undefined) return refused(planNotFound);
  return plan.version === expectedVersion ? accepted(plan) : refused(planChangedMeanwhile(plan.version));
};

/** A command on one plan of a client, by those who serve the client. */
export const planCommand = <Input extends OnPlan, Beside, Answer>(
  ports: PlanPorts,
  { name, load, decide, answer }: PlanCommandPlan<Input, Beside, Answer>,
): CaseCommand<Input, PlanBeside<Beside>, PlanChange, Answer> =>
  caseCommand(ports, {
    name,
    access: servesClients('plan'),
    load: async (tx, input, clientCase) => {
      const [plan, beside] = await Promise.all([ports.plans.find(tx, input), load(tx, input, clientCase)]);
      return { plan, beside };
    },
    decide: ({ clientCase, loaded: { plan, beside } }, input, context) => {
      const seen = seenPlan(plan, input);
      if (!seen.ok) return seen;
      return inCase(decide({ clientCase, plan: seen.value, beside }, input, context), answer);
    },
    save: (change, _state, { newId }) => planWrites(ports, change, newId),
  });

/** The version of the first plan that a change touched: the one that the command was about. */
export const versionAfter = ({ edits }: PlanChange): { readonly version: number } => ({
  version: edits[0]?.after.version ?? 0,
});
