import { checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { plansOf } from '../../domain/multi-sector/multi-sector-case.ts';
import { inForceOf } from '../../domain/multi-sector/multi-sector-plan.ts';
import {
  type ReviewMultiSectorPlan,
  reviewMultiSectorPlan,
} from '../../domain/multi-sector/review-multi-sector-plan.ts';
import { servesMultiSector } from '../multi-sector-access.ts';
import { multiSectorCommand, type OnMultiSectorCase } from '../multi-sector-command.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

type Input = OnMultiSectorCase & ReviewMultiSectorPlan;

/** Understands what was written, or names the bad field. */
export const readReviewMultiSectorPlan = (
  on: OnMultiSectorCase,
  { reviewedDate, doneTaskIds }: { readonly reviewedDate: string; readonly doneTaskIds: readonly string[] },
): Result<Input, Refusal> => {
  const reviewedOn = checkDate('reviewed_date', reviewedDate);
  return understood(reviewedOn.ok ? accepted({ ...on, reviewedOn: reviewedOn.value, doneTaskIds }) : reviewedOn);
};

/** Records that the parties reviewed the plan in force. */
export const reviewMultiSectorPlanCommand = (ports: MultiSectorPorts) =>
  multiSectorCommand<Input, { readonly version: number; readonly reviewDueOn: LocalDate | '' }>(ports, {
    name: 'ReviewMultiSectorPlan',
    access: servesMultiSector,
    decide: reviewMultiSectorPlan,
    answer: (next) => ({ version: next.version, reviewDueOn: inForceOf(plansOf(next))?.reviewDueOn ?? '' }),
  });
