import { accepted } from '@tyovayla/kernel/result';
import type { Command, CommandContext } from '@tyovayla/runtime/command';
import type { ClientCase } from '../../domain/client-case/client-case.ts';
import type { MultiSectorFact } from '../../domain/multi-sector/multi-sector-facts.ts';
import { substituteEmploymentPlan } from '../../domain/multi-sector/substitute-employment-plan.ts';
import type { BindingPlan } from '../../domain/plan/plan.ts';
import type { OpenSoFar, PlanDecided } from '../../domain/plan/plan-decision.ts';
import { caseAfter, caseWrites } from '../case-command.ts';
import type {
  MultiSectorChange,
  MultiSectorCommand,
  MultiSectorState,
  OnMultiSectorCase,
} from '../multi-sector-command.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';
import type { PlanPorts } from '../plan-ports.ts';
import { editingIn, planWrites } from './plan-state.ts';

/** What binds the client in the employment authority's own process; absent to who sees nothing of it. */
type Beside = { readonly binding: BindingPlan | undefined; readonly open: OpenSoFar | undefined };

type State = MultiSectorState & { readonly beside?: Beside };

/** The client's own case moves on with the plan that ends there. */
type Substituted = { readonly clientCase: ClientCase; readonly plans: PlanDecided };

type Change = MultiSectorChange & { readonly substituted?: Substituted };

const tookForce = (facts: readonly MultiSectorFact[]) => facts.find(({ kind }) => kind === 'MultiSectorPlanTookForce');

const substitutedBy = (
  { clientCase, beside }: State,
  facts: readonly MultiSectorFact[],
  context: CommandContext,
): Substituted | undefined => {
  const fact = tookForce(facts);
  if (clientCase === undefined || beside === undefined || fact?.kind !== 'MultiSectorPlanTookForce') return undefined;
  const plans = substituteEmploymentPlan(beside, fact, editingIn(context));
  return plans && { clientCase, plans };
};

/** A command on a multi-sector case that may make its plan bind: the employment plan ends in the same transaction. */
export const substitutingPlan = <Input extends OnMultiSectorCase, Answer>(
  ports: MultiSectorPorts & PlanPorts,
  command: MultiSectorCommand<Input, Answer>,
): Command<Input, State, Change, MultiSectorFact, Answer> => ({
  ...command,
  load: async (tx, input, context) => {
    const state = await command.load(tx, input, context);
    if (state.clientCase === undefined || state.guarded === undefined) return state;
    const { clientId } = state;
    const [binding, open] = await Promise.all([
      ports.plans.binding(tx, clientId),
      ports.obligations.open(tx, clientId),
    ]);
    return { ...state, beside: { binding, open } };
  },
  decide: (state, input, context) => {
    const decision = command.decide(state, input, context);
    if (!decision.ok) return decision;
    const substituted = substitutedBy(state, decision.value.facts, context);
    return accepted({ ...decision.value, next: { ...decision.value.next, ...(substituted && { substituted }) } });
  },
  save: (decision, state, context) => {
    const { substituted } = decision.next;
    if (substituted === undefined) return command.save(decision, state, context);
    const { clientCase, plans } = substituted;
    return [
      ...command.save(decision, state, context),
      ...caseWrites(ports, clientCase, caseAfter(clientCase, { facts: plans.facts })),
      ...planWrites(ports, plans.change, context.newId),
    ];
  },
  publish: (decision, context) => {
    const { substituted } = decision.next;
    const own = command.publish(decision, context);
    if (substituted === undefined) return own;
    const { clientCase, plans } = substituted;
    return [...own, ...ports.events.outgoing(plans.facts, { ...context, clientCase, causationId: context.requestId })];
  },
});
