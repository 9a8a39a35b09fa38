import type { Refusal } from '@tyovayla/kernel/refusal';
import { type Result, refused } from '@tyovayla/kernel/result';
import { jobSearchNotRunning, understood } from '../../domain/client-case/case-refusals.ts';
import type { HeldMeetings } from '../../domain/obligation/held-meetings.ts';
import type { PlanChange } from '../../domain/plan/plan-decision.ts';
import { type PlanForm, type PlanFormText, readPlanForm } from '../../domain/plan/plan-form.ts';
import { revisePlan } from '../../domain/plan/revise-plan.ts';
import type { CaseCommand } from '../case-command.ts';
import type { PlanPorts } from '../plan-ports.ts';
import { type WrittenPlan, writtenPlan } from './draft-plan.ts';
import { type OnPlan, type PlanBeside, planCommand } from './plan-command.ts';
import { editingIn, loadHeldMeetings, obligationFacts, studyDutyNow } from './plan-state.ts';

export type RevisePlanInput = OnPlan & { readonly form: PlanForm };

/** Understands what was written, or names every bad field. */
export const readRevisePlan = (
  written: OnPlan & { readonly draft: PlanFormText },
): Result<RevisePlanInput, Refusal> => {
  const { draft, ...onPlan } = written;
  const form = readPlanForm(draft);
  return understood(form.ok ? { ok: true, value: { ...onPlan, form: form.value } } : form);
};

/** Writes another content of a plan; what the client accepted binds until they accept the new one. */
export const revisePlanCommand = (
  ports: PlanPorts,
): CaseCommand<RevisePlanInput, PlanBeside<HeldMeetings>, PlanChange, WrittenPlan> =>
  planCommand(ports, {
    name: 'RevisePlan',
    load: (tx, _input, clientCase) => loadHeldMeetings(ports, tx, clientCase),
    decide: ({ clientCase, plan, beside: held }, { form }, context) => {
      const { jobSearch } = clientCase;
      if (jobSearch === undefined) return refused(jobSearchNotRunning);
      const area = ports.obligationArea;
      const facts = obligationFacts(clientCase, jobSearch, { held, area });
      const studying = studyDutyNow(ports, clientCase, context.today);
      return revisePlan(plan, form, { ...editingIn(context), facts, area, newId: context.newId, ...studying });
    },
    answer: writtenPlan,
  });
