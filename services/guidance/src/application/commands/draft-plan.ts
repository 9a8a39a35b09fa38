import { allOf, checkCode } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { type Result, refused } from '@tyovayla/kernel/result';
import { jobSearchNotRunning, understood } from '../../domain/client-case/case-refusals.ts';
import type { HeldMeetings } from '../../domain/obligation/held-meetings.ts';
import type { PlannedObligation } from '../../domain/obligation/planned-obligation.ts';
import { draftPlan } from '../../domain/plan/draft-plan.ts';
import { type PlanKind, planKinds } from '../../domain/plan/plan-codes.ts';
import type { PlanChange } from '../../domain/plan/plan-decision.ts';
import { type PlanForm, type PlanFormText, readPlanForm } from '../../domain/plan/plan-form.ts';
import { servesClients } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { PlanPorts } from '../plan-ports.ts';
import { inCase } from './plan-command.ts';
import { editingIn, loadHeldMeetings, obligationFacts, planWrites, studyDutyNow } from './plan-state.ts';

export type DraftPlanInput = OnCase & { readonly kind: PlanKind; readonly form: PlanForm };

/** Understands what was written, or names every bad field. */
export const readDraftPlan = (
  written: OnCase & { readonly kindCode: string; readonly draft: PlanFormText },
): Result<DraftPlanInput, Refusal> => {
  const { clientId, kindCode, draft } = written;
  const fields = allOf({ kind: checkCode('kind_code', kindCode, planKinds), form: readPlanForm(draft) });
  return understood(fields.ok ? { ok: true, value: { clientId, ...fields.value } } : fields);
};

export type WrittenPlan = {
  readonly planId: string;
  readonly version: number;
  readonly obligation: PlannedObligation;
};

/** What the editor of a content is told: the obligation that the rule set in it. */
export const writtenPlan = ({ edits }: PlanChange): WrittenPlan => {
  const [edited] = edits;
  const obligation = edited?.edit.content?.obligation;
  if (edited === undefined || obligation === undefined) throw new Error('nothing was written');
  const { planId, version } = edited.after;
  return { planId, version, obligation };
};

/** Drafts a plan for a client whose job search runs. */
export const draftPlanCommand = (
  ports: PlanPorts,
): CaseCommand<DraftPlanInput, HeldMeetings, PlanChange, WrittenPlan> =>
  caseCommand(ports, {
    name: 'DraftPlan',
    access: servesClients('plan'),
    load: (tx, _input, clientCase) => loadHeldMeetings(ports, tx, clientCase),
    decide: ({ clientCase, loaded: held }, { kind, form }, context) => {
      const { clientId, jobSearch } = clientCase;
      if (jobSearch === undefined) return refused(jobSearchNotRunning);
      const area = ports.obligationArea;
      const facts = obligationFacts(clientCase, jobSearch, { held, area });
      const { newId } = context;
      const by = { ...editingIn(context), facts, area, newId, ...studyDutyNow(ports, clientCase, context.today) };
      return inCase(draftPlan({ clientId, planId: newId(), kind }, form, by), writtenPlan);
    },
    save: (change, _state, { newId }) => planWrites(ports, change, newId),
  });
