import type { TimerKind } from '@tyovayla/service/timer-sweeper';
import type { GuidanceCatalogue } from './application/catalogue.ts';
import { planTimers } from './plan-timers.ts';
import { statementTimers } from './statement-timers.ts';

/** Every kind of timer that the service sets, and the command that it runs. */
export const guidanceTimers = ({ commands }: GuidanceCatalogue): Readonly<Record<string, TimerKind>> => ({
  ...planTimers({ commands }),
  ...statementTimers({ commands }),
});
