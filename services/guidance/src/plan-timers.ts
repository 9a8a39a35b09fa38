import { type TimerKind, timerKind } from '@tyovayla/service/timer-sweeper';
import { periodOfTimer, periodTimerKind } from './adapters/postgres/plan-obligation.repository.ts';
import type { PlanCatalogue } from './application/plan-catalogue.ts';

/** The timers of plans: a period of the job-search obligation ends after its last day. */
export const planTimers = ({ commands }: Pick<PlanCatalogue, 'commands'>): Readonly<Record<string, TimerKind>> => ({
  [periodTimerKind]: timerKind({
    command: commands.closeObligationPeriod,
    input: ({ subjectId }) => periodOfTimer(subjectId),
    settledBy: ['OBLIGATION_PERIOD_NOT_OPEN'],
  }),
});
