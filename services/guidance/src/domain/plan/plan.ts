import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { AcceptanceChannel, PlanEndReason, PlanKind } from './plan-codes.ts';
import type { PlanContent } from './plan-content.ts';

export type TaskDone = { readonly taskId: string; readonly on: LocalDate };

/** The client's yes to one content. It binds from that day on. */
export type Acceptance = { readonly how: AcceptanceChannel; readonly on: LocalDate };

type AnyPlan = {
  readonly planId: string;
  readonly clientId: string;
  readonly kind: PlanKind;
  /** Number of edits so far: each makes one, and each stands in the history. */
  readonly version: number;
  readonly tasksDone: readonly TaskDone[];
};

/** Written, and binds nobody. */
export type DraftPlan = AnyPlan & { readonly status: 'DRAFT'; readonly proposed: PlanContent };

/** Accepted. A newer content may wait for the client's acceptance; until then the accepted one binds. */
export type BindingPlan = AnyPlan & {
  readonly status: 'BINDING';
  readonly binding: PlanContent;
  readonly acceptance: Acceptance;
  readonly proposed?: PlanContent;
};

/** Ended. Keeps what had been accepted and what had only been proposed. */
export type EndedPlan = AnyPlan & {
  readonly status: 'ENDED';
  readonly endedOn: LocalDate;
  readonly endReason: PlanEndReason;
  readonly replacedByPlanId?: string;
  readonly binding?: PlanContent;
  readonly acceptance?: Acceptance;
  readonly proposed?: PlanContent;
};

export type Plan = DraftPlan | BindingPlan | EndedPlan;

/** One line of a plan's history. */
export type PlanEdit = {
  /** The version that it made. */
  readonly version: number;
  readonly kind: 'DRAFTED' | 'REVISED' | 'ACCEPTED' | 'TASK_DONE' | 'ENDED';
  readonly editorId: string;
  readonly at: Date;
  /** The day it counts from: acceptance, task done, end; else the day of the edit. */
  readonly on: LocalDate;
  /** What was written, in an edit that wrote something. */
  readonly content?: PlanContent;
  /** In an acceptance: which content was accepted, and how. */
  readonly accepted?: { readonly contentVersion: number; readonly how: AcceptanceChannel };
};

/** A plan before and after an edit, with the history's line. */
export type EditedPlan<After extends Plan = Plan> = {
  readonly before?: Plan;
  readonly after: After;
  readonly edit: PlanEdit;
};

/** Who edits, and when. */
export type Editing = { readonly editorId: string; readonly at: Date; readonly today: LocalDate };

/** The history's line for an edit that makes this version. */
export const editOf = (
  about: Omit<PlanEdit, 'editorId' | 'at' | 'on'> & { readonly on?: LocalDate },
  { editorId, at, today }: Editing,
): PlanEdit => ({ on: today, ...about, editorId, at });
