import { addMonths } from '@tyovayla/kernel/local-date';
import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import type { PlanRecord } from '../../application/plan-ports.ts';
import type { ListedPlan } from '../../application/queries/list-plans.ts';
import { lastDayOf } from '../../domain/obligation/obligation-period.ts';
import type { PlannedObligation } from '../../domain/obligation/planned-obligation.ts';
import { consequencesFrom, consequencesUntil } from '../../domain/plan/consequences.ts';
import type { Plan, PlanEdit } from '../../domain/plan/plan.ts';
import { isSubstituting } from '../../domain/plan/plan-codes.ts';
import type { PlanContent, PlanTask } from '../../domain/plan/plan-content.ts';
import { studyDutyTo } from './study-duty-mapping.ts';

const lastDateOf = ({ quota, from }: PlannedObligation): string =>
  quota === undefined ? '' : lastDayOf({ to: addMonths(from, quota.perMonths) });

/** An obligation as the contract tells it. */
export const obligationTo = (obligation: PlannedObligation): contract.PlanObligation => {
  const { quota, byRule, ruleValidFrom = '', from, because, reduction, adaptationId = '' } = obligation;
  return {
    numbered: quota !== undefined,
    count: quota?.count ?? 0,
    perMonths: quota?.perMonths ?? 0,
    fromDate: from,
    lastDate: lastDateOf(obligation),
    ruleCount: byRule?.count ?? 0,
    ruleValidFromDate: ruleValidFrom,
    because: [...because],
    reductionGround: contract.reductionGroundFromJSON(`REDUCTION_GROUND_${reduction?.ground ?? 'UNSPECIFIED'}`),
    reductionText: reduction?.text ?? '',
    adaptationId,
  };
};

const taskTo =
  ({ tasksDone }: Plan) =>
  ({ taskId, taskCode, dueOn, note = '' }: PlanTask): contract.PlanTask => ({
    taskId,
    taskCode,
    dueDate: dueOn,
    note,
    doneDate: tasksDone.find((done) => done.taskId === taskId)?.on ?? '',
  });

/** A content as the contract tells it, with its acceptance from the plan's history. */
export const contentTo = (content: PlanContent, { plan, edits }: PlanRecord): contract.PlanContent => {
  const acceptance = edits.find(({ accepted }) => accepted?.contentVersion === content.version);
  const how = acceptance?.accepted?.how ?? 'UNSPECIFIED';
  return {
    version: content.version,
    goal: contract.planGoalFromJSON(`PLAN_GOAL_${content.goal}`),
    goalText: content.goalText ?? '',
    language: content.language,
    tasks: content.tasks.map(taskTo(plan)),
    followUpDate: content.followUpOn,
    obligation: obligationTo(content.obligation),
    consequencesCode: content.consequences,
    consequencesFromDate: consequencesFrom(content.consequences) ?? '',
    consequencesUntilDate: consequencesUntil(content.consequences) ?? '',
    studyApplicationDuty: content.studyDuty && studyDutyTo(content.studyDuty),
    acceptedDate: acceptance?.on ?? '',
    acceptedHow: contract.acceptanceChannelFromJSON(`ACCEPTANCE_CHANNEL_${how}`),
  };
};

const editTo = ({ version, kind, editorId, at, on }: PlanEdit): contract.PlanEdit => ({
  version,
  kind: contract.planEditKindFromJSON(`PLAN_EDIT_KIND_${kind}`),
  editorId,
  editTime: at,
  onDate: on,
});

const endingTo = (plan: Plan) => {
  const ended = plan.status === 'ENDED' ? plan : undefined;
  return {
    endedDate: ended?.endedOn ?? '',
    endReason: contract.planEndReasonFromJSON(`PLAN_END_REASON_${ended?.endReason ?? 'UNSPECIFIED'}`),
    replacedByPlanId: ended?.replacedByPlanId ?? '',
  };
};

/** A plan with all its versions as the contract tells it. */
export const planTo = (record: ListedPlan): contract.Plan => {
  const { plan, edits } = record;
  const binding = 'binding' in plan ? plan.binding : undefined;
  return {
    planId: plan.planId,
    kindCode: plan.kind,
    status: contract.planStatusFromJSON(`PLAN_STATUS_${plan.status}`),
    version: plan.version,
    binding: binding && contentTo(binding, record),
    proposed: plan.proposed && contentTo(plan.proposed, record),
    contents: edits.flatMap(({ content }) => (content === undefined ? [] : [contentTo(content, record)])),
    edits: edits.map(editTo),
    ...endingTo(plan),
    substituting: isSubstituting(plan.kind),
    consequencesOutdated: record.isTextOutdated,
  };
};
