import { type DraftPlan, type Editing, editOf } from './plan.ts';
import type { PlanKind } from './plan-codes.ts';
import { type PlanDecision, planDecided } from './plan-decision.ts';
import type { PlanForm } from './plan-form.ts';
import { type Writing, writeContent } from './write-content.ts';

/** A new plan of a client with a running job search. */
export type NewPlan = { readonly clientId: string; readonly planId: string; readonly kind: PlanKind };

/** Drafts a plan. It binds nobody until the client accepts it. Source: handbook 2.3. */
export const draftPlan = (
  { clientId, planId, kind }: NewPlan,
  form: PlanForm,
  by: Omit<Writing, 'version' | 'knownTasks'> & Editing,
): PlanDecision => {
  const content = writeContent(form, { ...by, version: 1, knownTasks: [] });
  if (!content.ok) return content;
  const proposed = content.value;
  const after: DraftPlan = { planId, clientId, kind, version: 1, tasksDone: [], status: 'DRAFT', proposed };
  const edit = editOf({ version: 1, kind: 'DRAFTED', content: proposed }, by);
  return planDecided({ edits: [{ after, edit }] }, [{ kind: 'PlanDrafted', clientId, planId, planKind: kind }]);
};
