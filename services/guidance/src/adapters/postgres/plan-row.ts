import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { BindingPlan, DraftPlan, EndedPlan, Plan, PlanEdit, TaskDone } from '../../domain/plan/plan.ts';
import type { AcceptanceChannel, PlanEndReason, PlanKind } from '../../domain/plan/plan-codes.ts';
import type { PlanContent } from '../../domain/plan/plan-content.ts';

export type PlanRow = {
  readonly plan_id: string;
  readonly client_id: string;
  readonly kind: PlanKind;
  readonly status: Plan['status'];
  readonly version: number;
  readonly accepted_on: LocalDate | null;
  readonly accepted_how: AcceptanceChannel | null;
  readonly ended_on: LocalDate | null;
  readonly end_reason: PlanEndReason | null;
  readonly replaced_by_plan_id: string | null;
  readonly tasks_done: readonly TaskDone[];
  readonly binding: PlanContent | null;
  readonly proposed: PlanContent | null;
};

/** Plans with the contents that bind and wait; `p` is the plan. */
export const selectPlan = `SELECT p.plan_id, p.client_id, p.kind, p.status, p.version, p.accepted_on, p.accepted_how,
  p.ended_on, p.end_reason, p.replaced_by_plan_id, p.tasks_done, b.content AS binding, w.content AS proposed
  FROM plan p
  LEFT JOIN plan_content b ON b.plan_id = p.plan_id AND b.version = p.binding_version
  LEFT JOIN plan_content w ON w.plan_id = p.plan_id AND w.version = p.proposed_version`;

const present = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('a plan row contradicts its status');
  return value;
};

const coreFrom = (row: PlanRow) => ({
  planId: row.plan_id,
  clientId: row.client_id,
  kind: row.kind,
  version: row.version,
  tasksDone: row.tasks_done,
});

const acceptanceFrom = ({ accepted_on: on, accepted_how: how }: PlanRow) =>
  on === null || how === null ? {} : { acceptance: { how, on } };

const contentsFrom = ({ binding, proposed }: PlanRow) => ({
  ...(binding !== null && { binding }),
  ...(proposed !== null && { proposed }),
});

const bindingFrom = (row: PlanRow): BindingPlan => ({
  ...coreFrom(row),
  ...contentsFrom(row),
  status: 'BINDING',
  binding: present(row.binding),
  acceptance: { how: present(row.accepted_how), on: present(row.accepted_on) },
});

const draftFrom = (row: PlanRow): DraftPlan => ({
  ...coreFrom(row),
  status: 'DRAFT',
  proposed: present(row.proposed),
});

const endedFrom = (row: PlanRow): EndedPlan => ({
  ...coreFrom(row),
  ...contentsFrom(row),
  ...acceptanceFrom(row),
  status: 'ENDED',
  endedOn: present(row.ended_on),
  endReason: present(row.end_reason),
  ...(row.replaced_by_plan_id !== null && { replacedByPlanId: row.replaced_by_plan_id }),
});

/** A running plan from its row. Throws where the row contradicts itself: that is a fault of ours, not of a caller. */
export const runningPlanFrom = (row: PlanRow): DraftPlan | BindingPlan =>
  row.status === 'DRAFT' ? draftFrom(row) : bindingFrom(row);

/** A plan from its row. */
export const planFrom = (row: PlanRow): Plan => (row.status === 'ENDED' ? endedFrom(row) : runningPlanFrom(row));

export type EditRow = {
  readonly plan_id: string;
  readonly version: number;
  readonly kind: PlanEdit['kind'];
  readonly editor_id: string;
  readonly edited_at: Date;
  readonly on_day: LocalDate;
  readonly accepted_version: number | null;
  readonly accepted_how: AcceptanceChannel | null;
  readonly content: PlanContent | null;
};

/** A line of a plan's history from its row. */
export const editFrom = (row: EditRow): PlanEdit => {
  const { accepted_version: contentVersion, accepted_how: how, content } = row;
  return {
    version: row.version,
    kind: row.kind,
    editorId: row.editor_id,
    at: row.edited_at,
    on: row.on_day,
    ...(content !== null && { content }),
    ...(contentVersion !== null && how !== null && { accepted: { contentVersion, how } }),
  };
};

/** What changes of a plan, in the order of the table's columns from `status` on. */
export const changingValuesOf = (plan: Plan): readonly unknown[] => {
  const acceptance = 'acceptance' in plan ? plan.acceptance : undefined;
  const ended = plan.status === 'ENDED' ? plan : undefined;
  return [
    plan.status,
    plan.version,
    'binding' in plan ? plan.binding?.version : undefined,
    plan.proposed?.version,
    acceptance?.on,
    acceptance?.how,
    ended?.endedOn,
    ended?.endReason,
    ended?.replacedByPlanId,
    JSON.stringify(plan.tasksDone),
  ];
};
