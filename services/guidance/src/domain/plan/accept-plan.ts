import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { refused } from '@tyovayla/kernel/result';
import { firstPeriod } from '../obligation/obligation-period.ts';
import { type ObligationFacts, obligationByRule, quotaText, sameQuota } from '../obligation/planned-obligation.ts';
import { type StudyDuty, sameStudyDuty } from '../study-duty/study-duty.ts';
import { endedPlan } from './end-plan.ts';
import {
  type Acceptance,
  type BindingPlan,
  type DraftPlan,
  type EditedPlan,
  type Editing,
  editOf,
  type Plan,
} from './plan.ts';
import { isSubstituting } from './plan-codes.ts';
import type { PlanContent } from './plan-content.ts';
import { type OpenSoFar, type PlanChange, type PlanDecision, planDecided, supersede } from './plan-decision.ts';
import {
  acceptedOutOfRange,
  nothingToAccept,
  obligationOutdated,
  planEnded,
  studyDutyOutdated,
  substitutingPlanBinds,
} from './plan-refusals.ts';

/** The plan, and what stands beside it. */
export type PlanToAccept = {
  readonly plan: Plan;
  /** The plan that binds the client now: this one or another. */
  readonly bindingNow: BindingPlan | undefined;
  readonly open: OpenSoFar | undefined;
  readonly facts: ObligationFacts;
  /** The duty to apply for studies by the rule of today; absent where there is none. */
  readonly studyDuty?: StudyDuty;
};

/**
 * The rule of the day of acceptance must ask for what the content was written by. Where the rule can't say, because the
 * client's status began later than that, the content stands.
 */
const outdated = ({ obligation }: PlanContent, facts: ObligationFacts, on: LocalDate): Refusal | undefined => {
  if (facts.statusSince > on) return undefined;
  const { byRule } = obligationByRule(facts, on, obligation.situation);
  return sameQuota(byRule, obligation.byRule)
    ? undefined
    : obligationOutdated(quotaText(obligation.byRule), quotaText(byRule));
};

const otherThan = (plan: Plan, bindingNow: BindingPlan | undefined): BindingPlan | undefined =>
  bindingNow?.planId === plan.planId ? undefined : bindingNow;

const hindrance = (
  state: PlanToAccept,
  proposed: PlanContent,
  { on, today }: { readonly on: LocalDate; readonly today: LocalDate },
): Refusal | undefined => {
  const { plan, bindingNow, facts, studyDuty } = state;
  if (on < proposed.writtenOn || on > today) return acceptedOutOfRange(proposed.writtenOn, today);
  const other = otherThan(plan, bindingNow);
  if (other !== undefined && isSubstituting(other.kind) && !isSubstituting(plan.kind))
    return substitutingPlanBinds(other.planId);
  if (!sameStudyDuty(proposed.studyDuty, studyDuty)) return studyDutyOutdated;
  return outdated(proposed, facts, on);
};

/** A period that the new content asks the same in goes on; else it ends unjudged, and one from the acceptance begins. */
const periods = (
  { plan, bindingNow, open }: PlanToAccept,
  after: BindingPlan,
  periodId: string,
): Omit<PlanChange, 'edits'> => {
  const { clientId, planId, binding, acceptance } = after;
  const { quota } = binding.obligation;
  const goesOn = open?.period.planId === planId;
  if (goesOn && plan.status === 'BINDING' && sameQuota(plan.binding.obligation.quota, quota)) return {};
  const opens = firstPeriod({ periodId, clientId, planId }, quota, acceptance.on);
  const closes = bindingNow === undefined ? {} : supersede(open, bindingNow.planId);
  return { ...closes, ...(opens !== undefined && { opens }) };
};

const acceptedPlan = (
  plan: DraftPlan | BindingPlan,
  { content, acceptance }: { readonly content: PlanContent; readonly acceptance: Acceptance },
  by: Editing,
): EditedPlan<BindingPlan> => {
  const { planId, clientId, kind, tasksDone } = plan;
  const version = plan.version + 1;
  const after: BindingPlan = {
    ...{ planId, clientId, kind, tasksDone, version, status: 'BINDING' },
    binding: content,
    acceptance,
  };
  const accepted = { contentVersion: content.version, how: acceptance.how };
  const edit = editOf({ version, kind: 'ACCEPTED', on: acceptance.on, accepted }, by);
  return { before: plan, after, edit };
};

/**
 * The client accepts the newest content; it binds from that day. A plan that bound until then ends with a link to this
 * one: a substituting plan takes an employment plan's place, never the other way round. Refused where the law or the
 * client's status asks for another number by now, or the duty to apply for studies began or ended meanwhile. Source: handbook 2.3 and 2.4.
 */
export const acceptPlan = (
  state: PlanToAccept,
  acceptance: Acceptance,
  by: Editing & { readonly periodId: string },
): PlanDecision => {
  const { plan, bindingNow } = state;
  if (plan.status === 'ENDED') return refused(planEnded(plan.endedOn));
  const content = plan.proposed;
  if (content === undefined) return refused(nothingToAccept);
  const no = hindrance(state, content, { on: acceptance.on, today: by.today });
  if (no !== undefined) return refused(no);
  const edited = acceptedPlan(plan, { content, acceptance }, by);
  const { planId, clientId, kind: planKind, version: planVersion } = edited.after;
  const other = otherThan(plan, bindingNow);
  const ending = { endedOn: acceptance.on, reason: 'REPLACED', replacedByPlanId: planId } as const;
  const replaced = other === undefined ? [] : [endedPlan(other, ending, by)];
  return planDecided(
    { edits: [edited, ...replaced.map((each) => each.edited)], ...periods(state, edited.after, by.periodId) },
    [
      {
        ...{ kind: 'PlanAccepted', clientId, planId, planKind, planVersion },
        ...{ acceptedOn: acceptance.on, how: acceptance.how, followUpOn: content.followUpOn },
      },
      ...replaced.map(({ fact }) => fact),
    ],
  );
};
