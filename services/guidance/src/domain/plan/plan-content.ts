import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { PlannedObligation } from '../obligation/planned-obligation.ts';
import type { StudyDuty } from '../study-duty/study-duty.ts';
import type { ConsequencesCode } from './consequences.ts';
import type { PlanGoal, PlanLanguage } from './plan-codes.ts';

/** One task of a plan. Keeps its id through revisions. */
export type PlanTask = {
  readonly taskId: string;
  readonly taskCode: string;
  readonly dueOn: LocalDate;
  readonly note?: string;
};

/** What a plan says in one version. Never altered: a revision is another content. */
export type PlanContent = {
  /** Version of the plan in which it was written. */
  readonly version: number;
  readonly writtenOn: LocalDate;
  readonly goal: PlanGoal;
  readonly goalText?: string;
  readonly language: PlanLanguage;
  readonly tasks: readonly PlanTask[];
  readonly followUpOn: LocalDate;
  readonly obligation: PlannedObligation;
  /** Absent where the client has no duty to apply for studies. */
  readonly studyDuty?: StudyDuty;
  readonly consequences: ConsequencesCode;
};
