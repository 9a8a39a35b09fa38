import { type TimerKind, timerKind } from '@tyovayla/service/timer-sweeper';
import { periodOfTimer, periodTimerKind } from './adapters/postgres/plan-obligation.repository.ts';
import { planOfTimer, planTextTimerKind } from './adapters/postgres/plan-text-timers.ts';
import { deadlineOfTimer, studyTimerKind } from './adapters/postgres/study-timers.ts';
import type { PlanCatalogue } from './application/plan-catalogue.ts';

/**
 * The timers of plans: a period of the job-search obligation and a joint application end after their last day, and a plan's text on consequences
 * is looked at on the day on which the law has another.
 */
export const planTimers = ({ commands }: Pick<PlanCatalogue, 'commands'>): Readonly<Record<string, TimerKind>> => ({
  [periodTimerKind]: timerKind({
    command: commands.closeObligationPeriod,
    input: ({ subjectId }) => periodOfTimer(subjectId),
    settledBy: ['OBLIGATION_PERIOD_NOT_OPEN'],
  }),
  [studyTimerKind]: timerKind({
    command: commands.closeJointApplication,
    input: deadlineOfTimer,
    settledBy: ['CLIENT_CASE_NOT_FOUND'],
  }),
  [planTextTimerKind]: timerKind({
    command: commands.lookAtPlanText,
    input: ({ subjectId }) => planOfTimer(subjectId),
    settledBy: [],
  }),
});
