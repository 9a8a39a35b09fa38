import type { LocalDate } from '@tyovayla/kernel/local-date';
import { activeMembers, type ExitReason, type MultiSectorCase, type OpenStage } from './multi-sector-case.ts';
import { type Deciding, decided, type MultiSectorDecision, refusedWith, stepRefusal } from './multi-sector-decision.ts';
import type { MultiSectorFact } from './multi-sector-facts.ts';
import { endedPlan } from './multi-sector-plan.ts';
import { stepNotAllowed } from './multi-sector-refusals.ts';
import { isOtherParty } from './party.ts';

export type ExitMultiSector = { readonly exitedOn: LocalDate; readonly reason: ExitReason };

const stageLeft = (stage: OpenStage, exitedOn: LocalDate): OpenStage =>
  stage.state === 'CLIENT'
    ? { ...stage, plans: stage.plans.map((plan) => (plan.state === 'ENDED' ? plan : endedPlan(plan, exitedOn))) }
    : stage;

/** The other parties' need to see the case ends with it; the employment authority's members keep what they did. */
const withoutOtherParties = (one: MultiSectorCase, today: LocalDate): MultiSectorCase => ({
  ...one,
  members: one.members.map((member) =>
    member.endedOn === undefined && isOtherParty(member.party) ? { ...member, endedOn: today } : member,
  ),
});

/**
 * The client leaves the multi-sector support, from whichever state: plans end, and the members of the other parties see
 * the case no more. Handbook R3.7.
 */
export const exitMultiSector = (
  one: MultiSectorCase,
  { exitedOn, reason }: ExitMultiSector,
  { today }: Deciding,
): MultiSectorDecision => {
  const refusal = stepRefusal(one, { to: 'EXITED', on: exitedOn, today });
  if (refusal !== undefined) return refusedWith(refusal);
  if (one.stage.state === 'EXITED') return refusedWith(stepNotAllowed(one.stage.state));
  const leaving = activeMembers(one).filter(({ party }) => isOtherParty(party));
  const ended = leaving.map(
    ({ staffId }): MultiSectorFact => ({ kind: 'MultiSectorMembershipEnded', staffId, endedOn: today }),
  );
  const stage = { state: 'EXITED', exitedOn, reason, last: stageLeft(one.stage, exitedOn) } as const;
  return decided({ ...withoutOtherParties(one, today), stage }, [
    { kind: 'ClientExitedMultiSector', exitedOn, reason },
    ...ended,
  ]);
};
