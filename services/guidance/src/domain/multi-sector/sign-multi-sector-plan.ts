import { addMonths, type LocalDate } from '@tyovayla/kernel/local-date';
import { multiSectorOn } from '../rules/multi-sector.ts';
import type { MultiSectorCase } from './multi-sector-case.ts';
import { type Deciding, dayRefusal, decided, type MultiSectorDecision, refusedWith } from './multi-sector-decision.ts';
import {
  awaitedSigners,
  type DraftPlan,
  draftOf,
  endedPlan,
  type MultiSectorPlan,
  type PlanInForce,
  type Signer,
} from './multi-sector-plan.ts';
import { authoritySignsLast, planNotAwaited, planSignedAlready, stepNotAllowed } from './multi-sector-refusals.ts';

export type SignMultiSectorPlan = {
  readonly planId: string;
  readonly signer: Signer;
  readonly signedOn: LocalDate;
};

const takingForce = (plan: DraftPlan, inForceOn: LocalDate): PlanInForce => ({
  ...plan,
  state: 'IN_FORCE',
  inForceOn,
  reviewDueOn: addMonths(inForceOn, multiSectorOn(inForceOn).params.reviewMonths),
  reviewedOn: [],
});

/** The last of the signatures makes the plan bind; it never binds from a day before another one was given. */
const lastDay = ({ madeOn, signatures }: DraftPlan): LocalDate =>
  signatures
    .map(({ signedOn }) => signedOn)
    .toSorted()
    .at(-1) ?? madeOn;

const inPlaceOf = (plans: readonly MultiSectorPlan[], taking: PlanInForce): readonly MultiSectorPlan[] =>
  plans.map((plan) => {
    if (plan.planId === taking.planId) return taking;
    return plan.state === 'IN_FORCE' ? endedPlan(plan, taking.inForceOn) : plan;
  });

/**
 * Records a signature under the plan that awaits them. The employment authority signs last: when the client and every
 * involved party have signed, its signature makes the plan bind, end the one that did before, and substitute the
 * employment plan. Handbook R3.4; the order of the signatures is the area's own.
 */
export const signMultiSectorPlan = (
  one: MultiSectorCase,
  { planId, signer, signedOn }: SignMultiSectorPlan,
  { today, by }: Deciding,
): MultiSectorDecision => {
  const { stage } = one;
  if (stage.state !== 'CLIENT') return refusedWith(stepNotAllowed(stage.state));
  const draft = draftOf(stage.plans);
  if (draft === undefined || draft.planId !== planId) return refusedWith(planNotAwaited);
  const { involved } = stage.consultation;
  const awaited = awaitedSigners(draft, involved);
  if (!awaited.includes(signer)) return refusedWith(planSignedAlready(signer));
  if (signer === 'EMPLOYMENT_AUTHORITY' && awaited.length > 1) return refusedWith(authoritySignsLast);
  const badDay = dayRefusal(signedOn, { notBefore: draft.madeOn, today });
  if (badDay !== undefined) return refusedWith(badDay);
  const signed: DraftPlan = { ...draft, signatures: [...draft.signatures, { signer, signedOn, recordedBy: by }] };
  const fact = { kind: 'MultiSectorPlanSigned', planId, signer, signedOn } as const;
  if (awaitedSigners(signed, involved).length > 0) {
    const plans = stage.plans.map((plan) => (plan.planId === planId ? signed : plan));
    return decided({ ...one, stage: { ...stage, plans } }, [fact]);
  }
  const taking = takingForce(signed, lastDay(signed));
  const { inForceOn, reviewDueOn } = taking;
  return decided({ ...one, stage: { ...stage, plans: inPlaceOf(stage.plans, taking) } }, [
    fact,
    { kind: 'MultiSectorPlanTookForce', planId, inForceOn, reviewDueOn },
  ]);
};
