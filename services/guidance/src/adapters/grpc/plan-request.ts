import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import type { OnPlan } from '../../application/commands/plan-command.ts';
import type { FollowUpText } from '../../application/commands/record-job-offer-follow-up.ts';
import type { ApplicationText } from '../../domain/obligation/application.ts';
import type { PlanFormText } from '../../domain/plan/plan-form.ts';
import { clientIdOf } from './case-request.ts';

/** The contract's value as a word of the domain: nothing where it is not stated, a word nobody knows where it is new. */
const wordOf = (json: string, prefix: string): string => {
  const word = json.replace(prefix, '');
  return word === 'UNSPECIFIED' ? '' : word;
};

export const acceptanceChannelOf = (how: contract.AcceptanceChannel): string =>
  wordOf(contract.acceptanceChannelToJSON(how), 'ACCEPTANCE_CHANNEL_');

export const endReasonOf = (reason: contract.PlanEndReason): string =>
  wordOf(contract.planEndReasonToJSON(reason), 'PLAN_END_REASON_');

/** The plan of a request and the version that the editor has seen. Ids are written in lower case. */
export const onPlanOf = (request: {
  readonly clientId: string;
  readonly planId: string;
  readonly expectedVersion: number;
}): OnPlan => ({
  ...clientIdOf(request),
  planId: request.planId.toLowerCase(),
  expectedVersion: request.expectedVersion,
});

const taskTextOf = ({ taskId, taskCode, dueDate, note }: contract.PlanTask) => ({
  taskId: taskId.toLowerCase(),
  taskCode,
  dueOn: dueDate,
  note,
});

const reductionOf = ({ count, ground, groundText }: contract.ObligationReduction) => ({
  count,
  ground: wordOf(contract.reductionGroundToJSON(ground), 'REDUCTION_GROUND_'),
  text: groundText,
});

/** What was written in a plan. An absent draft is one with nothing in it. */
export const planFormTextOf = (draft: contract.PlanDraft = contract.PlanDraft.fromPartial({})): PlanFormText => ({
  goal: wordOf(contract.planGoalToJSON(draft.goal), 'PLAN_GOAL_'),
  goalText: draft.goalText,
  language: draft.language,
  tasks: draft.tasks.map(taskTextOf),
  followUpOn: draft.followUpDate,
  situation: wordOf(contract.obligationSituationToJSON(draft.situation), 'OBLIGATION_SITUATION_'),
  occupationCode: draft.occupationCode,
  ...(draft.reduction && { reduction: reductionOf(draft.reduction) }),
});

export const applicationTextOf = ({ kind, appliedDate, note }: contract.ReportedApplication): ApplicationText => ({
  kind: wordOf(contract.applicationKindToJSON(kind), 'APPLICATION_KIND_'),
  appliedOn: appliedDate,
  note,
});

export const followUpTextOf = (request: contract.RecordJobOfferFollowUpRequest): FollowUpText => ({
  ...clientIdOf(request),
  offerId: request.offerId.toLowerCase(),
  offeredOn: request.offeredDate,
  applyBy: request.applyByDate,
  outcome: wordOf(contract.jobOfferOutcomeToJSON(request.outcome), 'JOB_OFFER_OUTCOME_'),
  ground: wordOf(contract.unsuitableGroundToJSON(request.ground), 'UNSUITABLE_GROUND_'),
});
