import { allOf, checkCode, checkDate } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { type Result, refused } from '@tyovayla/kernel/result';
import { jobSearchNotRunning, understood } from '../../domain/client-case/case-refusals.ts';
import type { HeldMeetings } from '../../domain/obligation/held-meetings.ts';
import type { OpenPeriod } from '../../domain/obligation/obligation-period.ts';
import { acceptPlan } from '../../domain/plan/accept-plan.ts';
import type { Acceptance, BindingPlan } from '../../domain/plan/plan.ts';
import { acceptanceChannels, isSubstituting } from '../../domain/plan/plan-codes.ts';
import type { OpenSoFar, PlanChange } from '../../domain/plan/plan-decision.ts';
import { substitutingPlanBinds } from '../../domain/plan/plan-refusals.ts';
import type { CaseCommand } from '../case-command.ts';
import type { PlanPorts } from '../plan-ports.ts';
import { type OnPlan, type PlanBeside, planCommand, versionAfter } from './plan-command.ts';
import { editingIn, loadHeldMeetings, obligationFacts, studyDutyNow } from './plan-state.ts';

export type AcceptPlanInput = OnPlan & { readonly acceptance: Acceptance };

/** Understands what was written, or names every bad field. */
export const readAcceptPlan = (
  written: OnPlan & { readonly how: string; readonly acceptedOn: string },
): Result<AcceptPlanInput, Refusal> => {
  const { how, acceptedOn, ...onPlan } = written;
  const acceptance = allOf({
    how: checkCode('how', how, acceptanceChannels),
    on: checkDate('accepted_date', acceptedOn),
  });
  return understood(acceptance.ok ? { ok: true, value: { ...onPlan, acceptance: acceptance.value } } : acceptance);
};

type BesidePlan = {
  readonly held: HeldMeetings;
  readonly bindingNow: BindingPlan | undefined;
  readonly open: OpenSoFar | undefined;
  /** The multi-sector plan that binds the client; it stands in a register of its own. */
  readonly multiSectorPlanId: string | undefined;
};

export type AcceptedPlan = {
  readonly version: number;
  readonly replacedPlanId?: string;
  /** The period that began; absent where none did. */
  readonly period?: OpenPeriod;
};

const acceptedPlan = (change: PlanChange): AcceptedPlan => {
  const replaced = change.edits[1]?.after.planId;
  return {
    ...versionAfter(change),
    ...(replaced !== undefined && { replacedPlanId: replaced }),
    ...(change.opens !== undefined && { period: change.opens }),
  };
};

/** Records that the client accepted the newest content of a plan; a plan that bound until then ends. */
export const acceptPlanCommand = (
  ports: PlanPorts,
): CaseCommand<AcceptPlanInput, PlanBeside<BesidePlan>, PlanChange, AcceptedPlan> =>
  planCommand(ports, {
    name: 'AcceptPlan',
    load: async (tx, { clientId }, clientCase) => {
      const [held, bindingNow, open, multiSectorPlanId] = await Promise.all([
        loadHeldMeetings(ports, tx, clientCase),
        ports.plans.binding(tx, clientId),
        ports.obligations.open(tx, clientId),
        ports.multiSectorCases.planInForce(tx, clientId),
      ]);
      return { held, bindingNow, open, multiSectorPlanId };
    },
    decide: ({ clientCase, plan, beside: { held, bindingNow, open, multiSectorPlanId } }, { acceptance }, context) => {
      const { jobSearch } = clientCase;
      if (jobSearch === undefined) return refused(jobSearchNotRunning);
      if (multiSectorPlanId !== undefined && !isSubstituting(plan.kind))
        return refused(substitutingPlanBinds(multiSectorPlanId));
      const facts = obligationFacts(clientCase, jobSearch, { held, area: ports.obligationArea });
      const by = { ...editingIn(context), periodId: context.newId() };
      const studying = studyDutyNow(ports, clientCase, context.today);
      return acceptPlan({ plan, bindingNow, open, facts, ...studying }, acceptance, by);
    },
    answer: acceptedPlan,
  });
