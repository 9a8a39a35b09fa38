import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { AcceptanceChannel, PlanEndReason, PlanKind } from './plan-codes.ts';

type OfPlan = { readonly clientId: string; readonly planId: string };

/** What happened to a client's plans. No text that anybody wrote is in any of it. */
export type PlanFact =
  | (OfPlan & { readonly kind: 'PlanDrafted'; readonly planKind: PlanKind })
  | (OfPlan & { readonly kind: 'PlanRevised'; readonly planVersion: number })
  | (OfPlan & {
      readonly kind: 'PlanAccepted';
      readonly planKind: PlanKind;
      readonly planVersion: number;
      readonly acceptedOn: LocalDate;
      readonly how: AcceptanceChannel;
      readonly followUpOn: LocalDate;
    })
  | (OfPlan & {
      readonly kind: 'PlanTaskDone';
      readonly taskId: string;
      readonly taskCode: string;
      readonly doneOn: LocalDate;
    })
  | (OfPlan & {
      readonly kind: 'PlanEnded';
      readonly endedOn: LocalDate;
      readonly reason: PlanEndReason;
      readonly replacedByPlanId?: string;
    });
