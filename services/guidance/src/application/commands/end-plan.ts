import { checkCode } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { type EndReason, endPlan } from '../../domain/plan/end-plan.ts';
import type { OpenSoFar, PlanChange } from '../../domain/plan/plan-decision.ts';
import type { CaseCommand } from '../case-command.ts';
import type { PlanPorts } from '../plan-ports.ts';
import { type OnPlan, type PlanBeside, planCommand, versionAfter } from './plan-command.ts';
import { editingIn } from './plan-state.ts';

export type EndPlanInput = OnPlan & { readonly reason: EndReason };

const endReasons: readonly EndReason[] = ['WITHDRAWN', 'AGREED', 'JOB_SEARCH_ENDED'];

/** Understands what was written, or names every bad field. */
export const readEndPlan = (written: OnPlan & { readonly reason: string }): Result<EndPlanInput, Refusal> => {
  const { reason, ...onPlan } = written;
  const read = checkCode('reason', reason, endReasons);
  return understood(read.ok ? { ok: true, value: { ...onPlan, reason: read.value } } : read);
};

/** Ends a plan: a draft that is withdrawn, one that both sides agree to end, or one whose job search has ended. */
export const endPlanCommand = (
  ports: PlanPorts,
): CaseCommand<EndPlanInput, PlanBeside<OpenSoFar | undefined>, PlanChange, { readonly version: number }> =>
  planCommand(ports, {
    name: 'EndPlan',
    load: (tx, { clientId }) => ports.obligations.open(tx, clientId),
    decide: ({ clientCase, plan, beside: open }, { reason }, context) => {
      const jobSearch = clientCase.jobSearch === undefined ? 'HAS_ENDED' : 'RUNS';
      return endPlan({ plan, open, jobSearch }, reason, editingIn(context));
    },
    answer: versionAfter,
  });
