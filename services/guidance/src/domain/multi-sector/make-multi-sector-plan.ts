import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MultiSectorCase } from './multi-sector-case.ts';
import { type Deciding, decided, type MultiSectorDecision, refusedWith } from './multi-sector-decision.ts';
import { type DraftPlan, endedPlan, type MultiSectorPlan, type PlanTask, type TaskOwner } from './multi-sector-plan.ts';
import { partyNotInvolved, partyWithoutTask, stepNotAllowed } from './multi-sector-refusals.ts';
import { isOtherParty, type OtherParty, parties } from './party.ts';

export type NewTask = Omit<PlanTask, 'taskId' | 'doneOn'>;

export type MakeMultiSectorPlan = { readonly tasks: readonly NewTask[] };

const strangers = (tasks: readonly NewTask[], involved: readonly OtherParty[]): TaskOwner | undefined =>
  tasks.map(({ owner }) => owner).find((owner) => isParty(owner) && isOtherParty(owner) && !involved.includes(owner));

const isParty = (owner: TaskOwner): owner is Exclude<TaskOwner, 'CLIENT' | 'JOINT'> =>
  (parties as readonly TaskOwner[]).includes(owner);

/** A draft whose place another one takes was never signed by all; it ends. */
const withoutDraft = (plans: readonly MultiSectorPlan[], endedOn: LocalDate): readonly MultiSectorPlan[] =>
  plans.map((plan) => (plan.state === 'DRAFT' ? endedPlan(plan, endedOn) : plan));

/**
 * Makes a multi-sector employment plan (kind 07) with each party's tasks. It binds nobody before the client and every
 * involved party have signed; a plan in force stays so until then. Handbook R3.4.
 */
export const makeMultiSectorPlan = (
  one: MultiSectorCase,
  { tasks }: MakeMultiSectorPlan,
  { today, newId }: Deciding,
): MultiSectorDecision => {
  const { stage } = one;
  if (stage.state !== 'CLIENT') return refusedWith(stepNotAllowed(stage.state));
  const { involved } = stage.consultation;
  const stranger = strangers(tasks, involved);
  if (stranger !== undefined) return refusedWith(partyNotInvolved(stranger));
  const idle = involved.find((party) => !tasks.some(({ owner }) => owner === party));
  if (idle !== undefined) return refusedWith(partyWithoutTask(idle));
  const draft: DraftPlan = {
    state: 'DRAFT',
    planId: newId(),
    madeOn: today,
    tasks: tasks.map((task) => ({ ...task, taskId: newId() })),
    signatures: [],
  };
  return decided({ ...one, stage: { ...stage, plans: [...withoutDraft(stage.plans, today), draft] } }, [
    { kind: 'MultiSectorPlanMade', planId: draft.planId, madeOn: today },
  ]);
};
