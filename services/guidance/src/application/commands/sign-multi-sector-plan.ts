import { allOf, checkCode, checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { plansOf } from '../../domain/multi-sector/multi-sector-case.ts';
import { type MultiSectorDecision, refusedWith } from '../../domain/multi-sector/multi-sector-decision.ts';
import { draftOf } from '../../domain/multi-sector/multi-sector-plan.ts';
import { authorityMembersOnly, caseNotFound } from '../../domain/multi-sector/multi-sector-refusals.ts';
import { signMultiSectorPlan } from '../../domain/multi-sector/sign-multi-sector-plan.ts';
import { actsForAuthority, seatedRule, seatOf } from '../access-rules/multi-sector-rule.ts';
import { sharesMultiSector } from '../multi-sector-access.ts';
import { multiSectorCommand, type OnMultiSectorCase } from '../multi-sector-command.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';
import type { PlanPorts } from '../plan-ports.ts';
import { substitutingPlan } from './substituting-plan.ts';

const signing = ['CLIENT', 'OWN_PARTY'] as const;

export type SignMultiSectorPlanInput = OnMultiSectorCase & {
  readonly planId: string;
  readonly signer: (typeof signing)[number];
  readonly signedOn: LocalDate;
};

export type SignedPlan = { readonly version: number; readonly inForce: boolean };

/** Understands what was written, or names every bad field. */
export const readSignMultiSectorPlan = (
  on: OnMultiSectorCase,
  written: { readonly planId: string; readonly signer: string; readonly signedDate: string },
): Result<SignMultiSectorPlanInput, Refusal> => {
  const fields = allOf({
    signer: checkCode('signer', written.signer, signing),
    signedOn: checkDate('signed_date', written.signedDate),
  });
  return understood(fields.ok ? accepted({ ...on, planId: written.planId, ...fields.value }) : fields);
};

/**
 * Signs the plan that awaits signatures: a member for their own party, and a member who acts for the employment
 * authority also writes the client's signature down. With the last one the plan substitutes the employment plan.
 */
export const signMultiSectorPlanCommand = (ports: MultiSectorPorts & PlanPorts) =>
  substitutingPlan(
    ports,
    multiSectorCommand<SignMultiSectorPlanInput, SignedPlan>(ports, {
      name: 'SignMultiSectorPlan',
      access: sharesMultiSector,
      rule: seatedRule,
      decide: (one, { planId, signer, signedOn }, { guarded, actor, ...deciding }): MultiSectorDecision => {
        const seat = seatOf(guarded, actor);
        if (seat === undefined) return refusedWith(caseNotFound);
        const signs = signer === 'CLIENT' ? 'CLIENT' : seat.party;
        const forAuthority = signs === 'CLIENT' || signs === 'EMPLOYMENT_AUTHORITY';
        if (forAuthority && !actsForAuthority(guarded, seat)) return refusedWith(authorityMembersOnly);
        return signMultiSectorPlan(one, { planId, signer: signs, signedOn }, deciding);
      },
      answer: (next) => ({ version: next.version, inForce: draftOf(plansOf(next)) === undefined }),
    }),
  );
